//! What every file as read agrees on with itself.

use roster_files::ReadFile;

/// Panics when the answer contradicts itself.
pub(crate) fn agree(file: &ReadFile) {
    assert!(
        file.failure.is_some() || !file.sheets.is_empty(),
        "a file gives sheets or a sentence"
    );
    for sheet in &file.sheets {
        assert!(ascend(&sheet.row_numbers), "rows ascend");
        assert!(ascend(&sheet.title_rows), "titles ascend");
        assert!(ascend(&sheet.blank_rows), "blank rows ascend");
        let positions: Vec<u16> = sheet.columns.iter().map(|it| it.position).collect();
        assert!(ascend(&positions), "columns ascend");
        for index in 0..sheet.columns.len() {
            for row in 0..sheet.row_count() {
                sheet.text(index, row);
            }
        }
        if let (Some(header), Some(first)) = (sheet.header_rows.last(), sheet.row_numbers.first()) {
            assert!(header < first, "pupils stand below the header");
        }
        let rows = sheet.row_numbers.len() + sheet.header_rows.len() + sheet.set_aside.len();
        assert!(
            rows <= sheet.filled_rows as usize,
            "rows that are named are there"
        );
    }
}

/// Panics when what is said of the file is no sentence.
pub(crate) fn speaks(file: &ReadFile) {
    if let Some(failure) = &file.failure {
        let said = &failure.said;
        assert!(
            said.zh.ends_with('。') && said.en.ends_with('.'),
            "{said:?}"
        );
    }
}

fn ascend<T: PartialOrd>(all: &[T]) -> bool {
    all.windows(2).all(|pair| pair[0] < pair[1])
}
