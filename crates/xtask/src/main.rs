//! The command `cargo xtask`: hands the arguments to the library and exits with its answer.
//! Deliberately nothing else, so that everything can be tested as a library.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    xtask::run(&arguments)
}
