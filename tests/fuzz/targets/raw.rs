//! libFuzzer on `fuzz::raw`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::raw(bytes));
