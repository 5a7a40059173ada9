//! The references: the least that reading a file needs, run as a process of its own.

use std::path::Path;

use calamine::{Reader, Xlsx};

/// Visits every cell of a file: `bench-reference xlsx|csv FILE`.
pub(crate) fn run(arguments: &[String]) -> Result<(), String> {
    let [kind, path] = arguments else {
        return Err("bench-reference takes a kind and a file".to_owned());
    };
    let cells = match kind.as_str() {
        "xlsx" => visit_workbook(Path::new(path))?,
        "csv" => visit_text(Path::new(path))?,
        _ => return Err(format!("`{kind}` is no kind of reference.")),
    };
    // The count keeps the compiler from leaving the work out.
    if cells == 0 {
        Err("there is no cell".to_owned())
    } else {
        Ok(())
    }
}

fn visit_workbook(path: &Path) -> Result<u64, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let mut book = Xlsx::new(std::io::Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut cells = 0;
    for name in book.sheet_names() {
        let mut reader = book
            .worksheet_cells_reader(&name)
            .map_err(|error| error.to_string())?;
        while reader
            .next_cell()
            .map_err(|error| error.to_string())?
            .is_some()
        {
            cells += 1;
        }
    }
    Ok(cells)
}

fn visit_text(path: &Path) -> Result<u64, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(bytes.as_slice());
    let mut row = csv::ByteRecord::new();
    let mut cells = 0;
    while reader
        .read_byte_record(&mut row)
        .map_err(|error| error.to_string())?
    {
        cells += row.len() as u64;
    }
    Ok(cells)
}
