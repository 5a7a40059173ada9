//! The files the benchmarks read: synthetic rosters, made once and kept under `target/bench`.

use std::path::{Path, PathBuf};

use crate::roster::{FileFormat, Plan};
use crate::write_bytes;

/// Rows of the small files; the large ones have ten times as many.
const ROWS: u32 = 100_000;

/// Share of rows with a fault that gives about 10,000 notes.
const NOTED: f64 = 0.08;

/// A private-use character: an error wherever it stands, and it keeps every text different.
const SPOILER: &str = "\u{E000}";

pub(super) struct Files {
    folder: PathBuf,
}

impl Files {
    /// Makes the files that are not there yet.
    pub(super) fn make(root: &Path) -> Result<Self, String> {
        let files = Self {
            folder: root.join("target/bench"),
        };
        files.roster("clean.xlsx", ROWS, 0.0, FileFormat::Xlsx)?;
        files.roster("faults.xlsx", ROWS, 1.0, FileFormat::Xlsx)?;
        files.roster("clean.csv", ROWS, 0.0, FileFormat::Csv)?;
        files.roster("large.csv", ROWS * 10, 0.0, FileFormat::Csv)?;
        files.roster("large-faults.csv", ROWS * 10, 1.0, FileFormat::Csv)?;
        files.roster("notes.xlsx", ROWS, NOTED, FileFormat::Xlsx)?;
        files.spoiled("every.csv", "clean.csv")?;
        Ok(files)
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Size of a file, in bytes.
    pub(super) fn bytes(&self, name: &str) -> Result<u64, String> {
        let told = std::fs::metadata(self.path(name));
        told.map(|it| it.len()).map_err(|error| error.to_string())
    }

    /// Bytes of all the cells of a csv file, without what stands between them.
    pub(super) fn cell_text(&self, name: &str) -> Result<u64, String> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_path(self.path(name))
            .map_err(|error| error.to_string())?;
        let mut row = csv::ByteRecord::new();
        let mut bytes = 0;
        while reader
            .read_byte_record(&mut row)
            .map_err(|error| error.to_string())?
        {
            bytes += row.as_slice().len() as u64;
        }
        Ok(bytes)
    }

    fn roster(&self, name: &str, rows: u32, faults: f64, format: FileFormat) -> Result<(), String> {
        if self.path(name).exists() {
            return Ok(());
        }
        let duplicates = if faults > 0.0 { 0.001 } else { 0.0 };
        let plan = Plan {
            rows,
            seed: 2026,
            faults,
            duplicates,
            formats: vec![format],
            ..Plan::default()
        };
        match plan.make()?.files.as_slice() {
            [(_, bytes)] => write_bytes(&self.path(name), bytes),
            _ => Err("a roster of one format and one school is one file".to_owned()),
        }
    }

    /// The same roster with an error in every cell.
    fn spoiled(&self, name: &str, clean: &str) -> Result<(), String> {
        if self.path(name).exists() {
            return Ok(());
        }
        let mut reader = csv::ReaderBuilder::new()
            .from_path(self.path(clean))
            .map_err(|error| error.to_string())?;
        let mut writer = csv::Writer::from_writer(Vec::new());
        let header = reader.headers().map_err(|error| error.to_string())?.clone();
        writer
            .write_record(&header)
            .map_err(|error| error.to_string())?;
        for row in reader.records() {
            let row = row.map_err(|error| error.to_string())?;
            let spoiled = row.iter().map(|cell| format!("{cell}{SPOILER}"));
            writer
                .write_record(spoiled)
                .map_err(|error| error.to_string())?;
        }
        let bytes = writer.into_inner().map_err(|error| error.to_string())?;
        write_bytes(&self.path(name), &bytes)
    }
}
