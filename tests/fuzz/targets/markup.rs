//! libFuzzer on `fuzz::markup`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::markup(bytes));
