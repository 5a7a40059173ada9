//! A file that is handed back: finished bytes, or the plan of a workbook that `roster-office` writes.

mod class_alike;
pub(crate) mod class_names;
pub(crate) mod corrected;
pub(crate) mod fresh;
pub(crate) mod joined;
pub(crate) mod joined_class;
pub(crate) mod marked;
mod parts;
pub(crate) mod recorded;
pub(crate) mod rows_in_place;
pub(crate) mod split;

use roster_files::{ReadFile, ReadOptions};
use roster_model::{Said, SourceFile};
use sha2::{Digest, Sha256};

use crate::session::Session;

/// A file that is handed back.
#[derive(Clone, Debug)]
pub struct Output {
    /// A name for it, with its extension.
    pub name: String,
    /// What is in it.
    pub content: Content,
    /// What its reader has to know, one sentence each.
    pub notes: Vec<Said>,
}

/// The bytes of a file that is handed back.
#[derive(Clone, Debug)]
pub enum Content {
    /// The file itself.
    Ready(Vec<u8>),
    /// The plan of a workbook: `roster-office` makes the file of it.
    Plan(Vec<u8>),
    /// Changes of the workbook that was handed in: `roster-office` puts them into what the core read.
    Changes(Vec<u8>),
}

/// The bytes a file was read from, handed in again, since the run does not keep them.
#[derive(Clone, Copy, Debug)]
pub struct Original<'b> {
    /// The file.
    pub bytes: &'b [u8],
    /// What `roster-office` made of it: a raw stream, or the file without its password. Nothing where
    /// the core reads the file itself.
    pub content: Option<&'b [u8]>,
}

impl<'b> Original<'b> {
    /// A file that the core reads itself.
    pub fn new(bytes: &'b [u8]) -> Self {
        let content = None;
        Original { bytes, content }
    }

    /// The bytes that are read, and that changes are put into.
    pub fn as_read(&self) -> &'b [u8] {
        self.content.unwrap_or(self.bytes)
    }

    /// Reads the file into sheets.
    pub(crate) fn read(&self, options: &ReadOptions, visit: &mut dyn FnMut(u64)) -> ReadFile {
        match self.content {
            // A file of the user that happens to begin like a stream is a file.
            Some(raw) if roster_files::is_raw(raw) => {
                roster_files::read_raw(self.bytes, raw, options, visit)
            }
            _ => roster_files::read(self.as_read(), options, visit),
        }
    }
}

impl Session {
    /// The file of this number, if these are its bytes.
    pub(crate) fn same_file(
        &self,
        file: usize,
        original: &Original<'_>,
    ) -> Result<&SourceFile, Said> {
        let source = self.files().get(file).ok_or_else(no_such_file)?;
        if let Some(failure) = &source.failure {
            return Err(failure.said.clone());
        }
        if source.sha256.as_ref() != Some(&sha256(original.bytes)) {
            return Err(changed_since(&source.name));
        }
        Ok(source)
    }
}

/// The name of a file without its extension.
pub(crate) fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// The extension of a file's name, with its dot; empty when it has none.
pub(crate) fn extension(name: &str) -> &str {
    &name[stem(name).len()..]
}

/// A checksum that is worked out piece by piece: SHA-256 in hexadecimal.
#[derive(Clone, Debug, Default)]
pub struct Checksum(Sha256);

impl Checksum {
    /// Takes in the next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        // In pieces, because a browser takes a faster version of a function at its next call: one
        // call over many bytes would run to its end in the slow one.
        for piece in bytes.chunks(1 << 16) {
            self.0.update(piece);
        }
    }

    /// The checksum of everything that was taken in.
    pub fn finish(self) -> String {
        hexadecimal(&self.bytes())
    }

    fn bytes(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// SHA-256.
pub(crate) fn digest(bytes: &[u8]) -> [u8; 32] {
    let mut checksum = Checksum::default();
    checksum.push(bytes);
    checksum.bytes()
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&digest(bytes))
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    bytes
        .iter()
        .flat_map(|&it| [DIGITS[usize::from(it >> 4)], DIGITS[usize::from(it & 15)]])
        .collect()
}

fn no_such_file() -> Said {
    Said::new(
        "这次检查里没有这个文件，请重新打开它。",
        "This run has no such file; open it again.",
    )
}

fn changed_since(name: &str) -> Said {
    Said::new(
        format!("“{name}”在检查之后被改动过，请重新检查后再导出。"),
        format!(
            "\"{name}\" has been changed since it was checked; check it again before you export it."
        ),
    )
}
