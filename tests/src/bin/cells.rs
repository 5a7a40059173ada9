//! Every cell of a file as the product reads it, for comparison with other readers.
//!
//! `cells FILE` prints one JSON object: `failure` or null, and `sheets`, each with `name` and `cells`, each
//! `[row, column, text]`, both from 1. `cells --pupils FILE` only reads the file as the product does and
//! prints how many pupils there are: what reading alone takes.
#![allow(clippy::print_stdout, reason = "the answer is printed")]
#![allow(clippy::disallowed_methods, reason = "a tool of the tests reads files")]

use roster_files::{OtherRows, ReadBy, ReadFile, ReadOptions};
use roster_model::Sheet;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let path = arguments.pop().ok_or("cells [--pupils] FILE")?;
    let bytes = std::fs::read(&path)?;
    let only_pupils = arguments.first().is_some_and(|it| it == "--pupils");
    let other_rows = if only_pupils {
        OtherRows::Counted
    } else {
        OtherRows::Kept
    };
    let options = ReadOptions {
        other_rows,
        ..ReadOptions::default()
    };
    let read = read(&bytes, &options);
    if only_pupils {
        let pupils: u32 = read.sheets.iter().map(Sheet::row_count).sum();
        println!("{pupils}");
        return Ok(());
    }
    println!("{}", told(&read));
    Ok(())
}

fn read(bytes: &[u8], options: &ReadOptions) -> ReadFile {
    match roster_files::read_by(bytes) {
        ReadBy::Office => {
            let raw = roster_office::read(bytes);
            roster_files::read_raw(bytes, &raw, options, &mut |_| {})
        }
        ReadBy::Own | ReadBy::Locked => roster_files::read(bytes, options, &mut |_| {}),
    }
}

fn told(read: &ReadFile) -> serde_json::Value {
    let sheets = read.sheets.iter().map(|sheet| {
        let mut cells = Vec::new();
        for row in &sheet.other_rows {
            for (position, text) in &row.cells {
                cells.push(serde_json::json!([row.row_number, position + 1, text]));
            }
        }
        for (row, number) in (0..).zip(&sheet.row_numbers) {
            for (index, column) in sheet.columns.iter().enumerate() {
                let text = sheet.text(index, row);
                if !text.is_empty() {
                    cells.push(serde_json::json!([number, column.position + 1, text]));
                }
            }
        }
        serde_json::json!({ "name": sheet.name, "cells": cells })
    });
    let sheets: Vec<_> = sheets.collect();
    let failure = read.failure.as_ref();
    serde_json::json!({
        "format": format!("{:?}", read.format),
        "failure": failure.map(|it| [&it.said.zh, &it.said.en]),
        "sheets": sheets,
    })
}
