//! libFuzzer on `fuzz::fed`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::fed(bytes));
