//! Times whole processes and watches their memory.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// What a run cost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub(super) seconds: f64,
    /// Highest resident size; 0 where the system does not tell.
    pub(super) peak_bytes: u64,
}

/// A command to time.
pub(super) struct Job {
    program: PathBuf,
    arguments: Vec<String>,
    /// Where it is started; here when there is none.
    folder: Option<PathBuf>,
}

/// Whether names and numbers are written as they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Values {
    Shown,
    Masked,
}

impl Job {
    /// A full check by the command line, with the report thrown away.
    pub(super) fn product(root: &Path, file: &Path) -> Self {
        let arguments = ["check", "--quiet", "--today", "2026-11-21"].map(str::to_owned);
        let arguments = arguments
            .into_iter()
            .chain([file.display().to_string()])
            .collect();
        Self {
            program: root.join("target/release/rostercheck"),
            arguments,
            folder: None,
        }
    }

    /// A full check that also writes the marked workbook: a new one with its values masked, or the
    /// file itself with its marks.
    pub(super) fn marked(root: &Path, file: &Path, values: Values) -> Self {
        let mut job = Self::product(root, file);
        let out = file.with_extension("marked.xlsx").display().to_string();
        let more = ["--format", "xlsx", "-o", &out].map(str::to_owned);
        job.arguments.splice(1..1, more);
        if values == Values::Shown {
            job.arguments.push("--show-values".to_owned());
        }
        job
    }

    /// The same file only read.
    pub(super) fn reading(root: &Path, file: &Path) -> Self {
        Self {
            program: root.join("target/release/cells"),
            arguments: vec!["--pupils".to_owned(), file.display().to_string()],
            folder: None,
        }
    }

    /// Another program on a file, started in a folder.
    pub(super) fn peer(program: &Path, script: &Path, file: &Path) -> Self {
        let arguments = [script, file].map(|it| it.display().to_string()).into();
        Self {
            program: program.to_owned(),
            arguments,
            folder: None,
        }
    }

    /// The job, started in a folder.
    pub(super) fn in_folder(self, folder: &Path) -> Self {
        let folder = Some(folder.to_owned());
        Self { folder, ..self }
    }

    /// The job on one core of the machine, as a page has it, which has no threads with common memory.
    pub(super) fn on_one_core(self) -> Self {
        let program = self.program.display().to_string();
        let words = ["-c", "0"].map(str::to_owned).into_iter().chain([program]);
        Self {
            program: "taskset".into(),
            arguments: words.chain(self.arguments).collect(),
            folder: self.folder,
        }
    }

    /// A reference, run by this very program.
    pub(super) fn reference(kind: &str, file: &Path) -> Self {
        let program = std::env::current_exe().unwrap_or_default();
        let words = ["bench-reference", kind].map(str::to_owned);
        let arguments = words
            .into_iter()
            .chain([file.display().to_string()])
            .collect();
        Self {
            program,
            arguments,
            folder: None,
        }
    }

    fn once(&self) -> Result<Figure, String> {
        let start = Instant::now();
        let mut command = Command::new(&self.program);
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        let mut child = command
            .args(&self.arguments)
            .stdout(Stdio::null())
            .spawn()
            .map_err(|error| format!("{} cannot be started: {error}.", self.program.display()))?;
        let mut peak_bytes = 0;
        loop {
            peak_bytes = peak_bytes.max(resident_peak(child.id()));
            let ended = child.try_wait().map_err(|error| error.to_string())?;
            let seconds = start.elapsed().as_secs_f64();
            match ended {
                None => sleep(Duration::from_millis(2)),
                // A roster with errors ends with status 1.
                Some(status) if status.code().is_some_and(|code| code <= 1) => {
                    return Ok(Figure {
                        seconds,
                        peak_bytes,
                    });
                }
                Some(status) => {
                    return Err(format!("{} ended with {status}.", self.program.display()));
                }
            }
        }
    }
}

/// The medians of both, run in turn.
pub(super) fn measure(job: &Job, base: &Job, rounds: usize) -> Result<(Figure, Figure), String> {
    let (mut figures, mut bases) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        figures.push(job.once()?);
        bases.push(base.once()?);
    }
    Ok((median(&mut figures), median(&mut bases)))
}

/// The same file in a real browser: from the drop until the counts stand on the page.
pub(super) fn page(script: &Path, file: &Path) -> Result<Figure, String> {
    let output = Command::new("node")
        .arg(script)
        .arg(file)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("node cannot be started: {error}."))?;
    let told = String::from_utf8_lossy(&output.stdout);
    let mut words = told.split_whitespace();
    let seconds = words.next().and_then(|it| it.parse().ok());
    let peak = words.next().and_then(|it| it.parse().ok());
    match (seconds, peak) {
        (Some(seconds), Some(peak_bytes)) => Ok(Figure {
            seconds,
            peak_bytes,
        }),
        _ => Err(format!("The page gave no figures: {told}")),
    }
}

fn median(figures: &mut [Figure]) -> Figure {
    figures.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let peak_bytes = figures.iter().map(|it| it.peak_bytes).max().unwrap_or(0);
    Figure {
        peak_bytes,
        ..figures[figures.len() / 2]
    }
}

/// The highest resident size so far, from the system's process table.
fn resident_peak(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|it| it.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}
