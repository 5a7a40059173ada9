//! Opens workbooks that are protected by a password the person knows.
//!
//! The ciphers are those of RustCrypto; here is only what the formats say about keys and blocks.
//! How often a password is hashed is told by the file and therefore limited. Deliberately absent:
//! trying passwords, and opening files whose password nobody knows.

mod agile;
mod binary;
mod cipher;
mod document;
mod hash;
mod standard;

use roster_files::{RawWriter, ReadBy};
use roster_model::{Failure, Format};
use roster_package::Archive;

use crate::cfb::{Cfb, MAGIC};
use crate::read::Broken;
use crate::{biff, failure, read};

/// Rounds of hashing that are done at most; spreadsheet programs ask for a hundred thousand.
const ROUNDS_MAX: u32 = 2_000_000;

/// Takes the password off a locked workbook.
///
/// Gives the file as `roster_files::read` takes it, or, of a format that this crate reads, the raw
/// stream that `roster_files::read_raw` takes.
///
/// # Errors
///
/// The failure says that the password is another one, that the file is damaged, or that its kind of
/// lock cannot be opened here and how to remove it.
pub fn unlock(bytes: &[u8], password: &str) -> Result<Vec<u8>, Failure> {
    let unlocked = if bytes.starts_with(MAGIC) {
        unlock_compound(bytes, password)
    } else {
        let archive = Archive::open(bytes).map_err(|it| Broken::from(it).0)?;
        document::unlock(&archive, password)
    };
    unlocked.map_err(|Broken(failure)| failure)
}

/// Like `unlock`, with the failure as a raw stream, so that its sentence reaches the report.
pub fn unlock_or_say(bytes: &[u8], password: &str) -> Vec<u8> {
    unlock(bytes, password).unwrap_or_else(|failure| {
        let mut raw = RawWriter::new(Format::Unknown);
        raw.fail(&failure);
        raw.finish()
    })
}

fn unlock_compound(bytes: &[u8], password: &str) -> Result<Vec<u8>, Broken> {
    let cfb = Cfb::open(bytes)?;
    if !cfb.has("EncryptedPackage") {
        let name = if cfb.has("Workbook") {
            "Workbook"
        } else {
            "Book"
        };
        let stream = binary::unlock(cfb.stream(name)?, password)?;
        let mut raw = RawWriter::new(Format::Xls);
        let has_macros = cfb.has("_VBA_PROJECT_CUR");
        if let Err(Broken(failure)) = biff::read(&stream, has_macros, &mut raw) {
            raw.fail(&failure);
        }
        return Ok(raw.finish());
    }
    let info = cfb.stream("EncryptionInfo")?;
    let package = cfb.stream("EncryptedPackage")?;
    // The first eight bytes are the length of what is inside.
    let (length, package) = package.split_first_chunk::<8>().ok_or_else(damaged)?;
    let length = u64::from_le_bytes(*length);
    let mut inside = match info.get(..4).ok_or_else(damaged)? {
        [4, 0, 4, 0] => agile::unlock(&info[4..], package, password)?,
        [2..=4, 0, 2, 0] => standard::unlock(&info[4..], package, password)?,
        _ => return Err(Broken(failure::unknown_lock())),
    };
    inside.truncate(usize::try_from(length).unwrap_or(usize::MAX));
    Ok(match roster_files::read_by(&inside) {
        ReadBy::Office => read(&inside),
        ReadBy::Own | ReadBy::Locked => inside,
    })
}

fn damaged() -> Broken {
    Broken(failure::damaged())
}

fn wrong_password() -> Broken {
    Broken(failure::wrong_password())
}
