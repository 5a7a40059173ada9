//! Files on their way into a run: each is read, and stays in the run with its reason where it cannot be.

use roster_files::ReadFile;
use roster_model::{Failure, FailureKind, FileTraits, Format, Said, SourceFile};
use roster_order::both;

use crate::output::{Original, sha256};
use crate::session::file_names::{free_file_name, is_same_name};
use crate::session::own_lists::own_list;
use crate::session::threads::threads;
use crate::session::{Phase, Progress, Session};
use crate::template::is_instructions;

/// Why `roster-office` did not read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeFailure {
    /// It is not there.
    Missing,
    /// It stopped unexpectedly.
    Stopped,
}

impl Session {
    /// Reads one file into the run and gives the number of pupils in it. A file that cannot be
    /// read stays in the run with its reason; the others go on.
    pub fn open(&mut self, name: &str, bytes: &[u8], progress: &mut dyn FnMut(Progress)) -> u64 {
        self.open_from_office(name, bytes, None, progress)
    }

    /// Like `open`, for a file that `roster-office` may have read: `content` is the raw stream it made, or
    /// the file without its password. Size and checksum are those of the file itself.
    pub fn open_from_office(
        &mut self,
        name: &str,
        bytes: &[u8],
        content: Option<&[u8]>,
        progress: &mut dyn FnMut(Progress),
    ) -> u64 {
        let total = bytes.len() as u64;
        let mut visit = Progress::of_bytes(Phase::Reading, total, progress);
        let unique_name = self.unique_name(name);
        let reading = self.options.choices.reading(&unique_name);
        let original = Original { bytes, content };
        let mut read = || original.read(&reading, &mut visit);
        let (sha256, read) = if self.has_checksums {
            let (sum, read) = both(threads(), || sha256(bytes), read);
            (Some(sum), read)
        } else {
            (None, read())
        };
        self.take(unique_name, total, sha256, read)
    }

    /// Puts a file into the run that `roster-office` was needed for and did not read.
    pub fn office_failed(&mut self, name: &str, bytes: &[u8], why: OfficeFailure) {
        let said = match why {
            OfficeFailure::Missing => Said::new(
                "读取 .xls、.xlsb、.ods 和带密码文件的部分没有载入。请刷新本页再试，或用 Excel、WPS 另存为 .xlsx 再检查。",
                "The part that reads .xls, .xlsb, .ods and files with a password was not loaded. Load the page again, or save the file as .xlsx and check that.",
            ),
            OfficeFailure::Stopped => Said::new(
                "读取这个文件时程序意外停止，文件可能已损坏。请用 Excel 或 WPS 打开，另存为 .xlsx 再检查。",
                "Reading the file stopped unexpectedly; it may be damaged. Open it in Excel or WPS, save it as .xlsx and check that.",
            ),
        };
        self.push_unread(name, bytes, said);
    }

    /// A file without anything in it but the sentence that says why.
    fn push_unread(&mut self, name: &str, bytes: &[u8], said: Said) {
        self.files.push(SourceFile {
            name: self.unique_name(name),
            format: Format::Unknown,
            encoding: None,
            traits: FileTraits::default(),
            bytes: bytes.len() as u64,
            sha256: Some(sha256(bytes)),
            failure: Some(Failure {
                kind: FailureKind::Unreadable,
                said,
            }),
        });
    }

    /// Takes over what was read of a file and gives the number of pupils in it.
    pub(crate) fn take(
        &mut self,
        name: String,
        bytes: u64,
        sha256: Option<String>,
        read: ReadFile,
    ) -> u64 {
        let file = self.files.len() as u32;
        self.files.push(SourceFile {
            name,
            format: read.format,
            encoding: read.encoding,
            traits: read.traits,
            bytes,
            sha256,
            failure: read.failure,
        });
        self.skipped
            .extend(read.skipped.into_iter().map(|it| (file, it)));
        let mut rows = 0;
        for mut sheet in read.sheets {
            sheet.file = file;
            if let Some(list) = own_list(&sheet) {
                self.files[file as usize].traits.has_own_lists = true;
                self.own_lists.push((file, list, sheet.name));
                continue;
            }
            // What the program says of its own template is no roster.
            if is_instructions(&sheet) {
                continue;
            }
            let of_sheet = self
                .options
                .choices
                .of_sheet(&self.files[file as usize].name, &sheet.name);
            of_sheet.columns.name(&mut sheet);
            rows += u64::from(sheet.row_count());
            self.unchecked.push(sheet);
        }
        rows
    }

    /// Sets the checksum of a file, SHA-256 in hexadecimal, in a run that works none out; `file` is its
    /// position among those that were opened. There is time for it until the first report.
    pub fn set_checksum(&mut self, file: usize, sha256: String) {
        if let Some(file) = self.files.get_mut(file) {
            file.sha256 = Some(sha256);
        }
    }

    /// Puts a file into the run that its caller could not even open, with the sentence that says why,
    /// so that no report reads as if it had been checked.
    pub fn could_not_open(&mut self, name: &str, said: Said) {
        self.push_unread(name, &[], said);
    }

    /// Two files of one name are told apart: `a.xlsx`, `a (2).xlsx`.
    pub(crate) fn unique_name(&self, name: &str) -> String {
        let names = self.files.iter().map(|it| it.name.as_str());
        free_file_name(name, &|it| {
            names.clone().any(|other| is_same_name(other, it))
        })
    }
}
