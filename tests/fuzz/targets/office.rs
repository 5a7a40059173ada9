//! libFuzzer on `fuzz::office`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::office(bytes));
