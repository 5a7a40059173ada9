//! Reads files: a large text bit by bit on its way into a run, everything else whole. Of that a large
//! one is read in two halves side by side: copying what the system holds already takes longer than
//! anything else that is done to its bytes but reading its cells.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use roster_engine::{HEAD_BYTES, Progress, Session};

/// Smaller files are there before a second thread is.
const LARGE: usize = 16 << 20;

/// The largest file that is read as a whole.
const FILE_BYTES_MAX: u64 = 4 << 30;
/// The most that is read of what has no length beforehand, a pipe for one, and may have no end.
const PIPE_BYTES_MAX: u64 = 1 << 30;

/// The bytes of the file.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where files are read"
)]
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    // Some systems only say that they do not permit it.
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !metadata.is_file() {
        return read_pipe(File::open(path)?);
    }
    if metadata.len() > FILE_BYTES_MAX {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    match usize::try_from(metadata.len()) {
        // A file that is being changed is read as the other program leaves it.
        Ok(length) if length >= LARGE => halves(path, length).or_else(|_| fs::read(path)),
        _ => fs::read(path),
    }
}

/// All that comes of what may have no end.
pub(crate) fn read_pipe(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(PIPE_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > PIPE_BYTES_MAX {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Reads a large text into the run; `false` where the file is none, and has to be read as a whole.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where files are read"
)]
pub(crate) fn read_text(
    session: &mut Session,
    path: &Path,
    name: &str,
    progress: &mut dyn FnMut(Progress),
) -> io::Result<bool> {
    let size = fs::metadata(path)?.len();
    if size < HEAD_BYTES as u64 {
        return Ok(false);
    }
    let mut file = File::open(path)?;
    let mut head = vec![0; HEAD_BYTES];
    file.read_exact(&mut head)?;
    let Some(arriving) = session.begin(name, &head) else {
        return Ok(false);
    };
    let mut source = head.as_slice().chain(file);
    let rows = session.read_arriving(arriving, size, &mut source, progress)?;
    Ok(rows.is_some())
}

fn halves(path: &Path, length: usize) -> io::Result<Vec<u8>> {
    // Asked beforehand, for a vector of zeros would end the program where there is no room.
    Vec::<u8>::new().try_reserve_exact(length)?;
    let mut bytes = vec![0; length];
    let middle = length / 2;
    let (left, right) = bytes.split_at_mut(middle);
    std::thread::scope(|scope| {
        let other = scope.spawn(|| fill(path, middle, right));
        fill(path, 0, left)?;
        other.join().map_err(|_| io::Error::other("stopped"))?
    })?;
    Ok(bytes)
}

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where files are read"
)]
fn fill(path: &Path, start: usize, bytes: &mut [u8]) -> io::Result<()> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(start as u64))?;
    file.read_exact(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_halves_are_the_whole() {
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/read.rs"));
        let whole = include_bytes!("read.rs").to_vec();
        assert_eq!(halves(path, whole.len()).unwrap(), whole);
        assert_eq!(halves(path, 1).unwrap(), whole[..1]);
        assert!(halves(path, whole.len() + 1).is_err(), "it became shorter");
    }
}
