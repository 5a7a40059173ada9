//! libFuzzer on `fuzz::workbook`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::workbook(bytes));
