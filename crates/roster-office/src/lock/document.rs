//! The lock of OpenDocument: every part for itself, deflated and then encrypted.

use std::io::Read;

use flate2::read::DeflateDecoder;
use pbkdf2::pbkdf2_hmac;
use roster_package::xml::{Tag, Token, Tokens};
use roster_package::{Archive, ArchiveWriter};
use sha1::Sha1;

use super::cipher::{Chain, decrypt};
use super::hash::{Hash, base64};
use super::{ROUNDS_MAX, damaged, wrong_password};
use crate::read::Broken;
use crate::{failure, read};

const CONTENT: &str = "content.xml";
/// Longest manifest that is looked at.
const MANIFEST_MAX: u64 = 1 << 22;
/// Longest content, as in an open file.
const CONTENT_MAX: u64 = 1 << 30;

/// How the content was encrypted.
#[derive(Default)]
struct Lock {
    first: Vec<u8>,
    salt: Vec<u8>,
    rounds: u32,
    key_bytes: usize,
    /// Hash of the first kilobyte of what is deflated, and whether it is SHA-256.
    check: Vec<u8>,
    is_check_sha256: bool,
    start_hash: Option<Hash>,
    is_aes: bool,
}

/// Gives the raw stream of the workbook inside.
pub(super) fn unlock(archive: &Archive<'_>, password: &str) -> Result<Vec<u8>, Broken> {
    let part = |name: &str, max: u64| -> Result<Vec<u8>, Broken> {
        let entry = archive.find(name).ok_or_else(damaged)?;
        Ok(archive.read(entry, max)?)
    };
    let lock = Lock::read(&part("META-INF/manifest.xml", MANIFEST_MAX)?)?;
    let mut content = part(CONTENT, CONTENT_MAX)?;
    decrypt(
        &lock.key(password),
        Chain::Previous(&lock.first),
        &mut content,
    )?;
    // The last byte says how many were added to fill the last block.
    let added = content.last().map_or(0, |it| usize::from(*it));
    content.truncate(content.len().saturating_sub(added.min(16)));
    let first = &content[..content.len().min(1024)];
    let hash = if lock.is_check_sha256 {
        Hash::Sha256
    } else {
        Hash::Sha1
    };
    if hash.of(&[first]) != lock.check {
        return Err(wrong_password());
    }
    let mut plain = Vec::new();
    let mut inflated = DeflateDecoder::new(&content[..]).take(CONTENT_MAX);
    inflated.read_to_end(&mut plain).map_err(|_| damaged())?;
    let mut open = ArchiveWriter::new();
    open.add("mimetype", &part("mimetype", 1024)?);
    open.add(CONTENT, &plain);
    Ok(read(&open.finish()))
}

impl Lock {
    fn read(manifest: &[u8]) -> Result<Self, Broken> {
        let mut tokens = Tokens::new(manifest);
        let mut lock = Lock::default();
        let mut is_content = false;
        while let Some(token) = tokens.next()? {
            let Token::Start(tag) = token else { continue };
            if tag.local() == b"file-entry" {
                let path = tag.prefixed_attribute("full-path");
                is_content = path.is_some_and(|it| it.text() == CONTENT);
            } else if is_content {
                lock.take(&tag);
            }
        }
        let is_known = lock.is_aes && lock.start_hash.is_some() && lock.rounds <= ROUNDS_MAX;
        if is_known && lock.rounds > 0 {
            Ok(lock)
        } else {
            Err(Broken(failure::unknown_lock()))
        }
    }

    fn take(&mut self, tag: &Tag<'_>) {
        let text = |name: &str| {
            let value = tag.prefixed_attribute(name);
            value.map(|it| it.text().into_owned()).unwrap_or_default()
        };
        let bytes = |name: &str| base64(&text(name)).unwrap_or_default();
        let number = |name: &str| text(name).parse::<u32>().unwrap_or(0);
        match tag.local() {
            b"encryption-data" => {
                self.check = bytes("checksum");
                self.is_check_sha256 = text("checksum-type").contains("sha256");
            }
            b"algorithm" => {
                self.is_aes = text("algorithm-name").ends_with("-cbc");
                self.first = bytes("initialisation-vector");
            }
            b"key-derivation" => {
                let name = text("key-derivation-name");
                self.rounds = if name.ends_with("PBKDF2") || name.ends_with("pbkdf2") {
                    number("iteration-count")
                } else {
                    0
                };
                self.key_bytes = number("key-size") as usize;
                self.salt = bytes("salt");
            }
            b"start-key-generation" => {
                let name = text("start-key-generation-name").to_ascii_lowercase();
                self.start_hash = Some(if name.ends_with("sha256") {
                    Hash::Sha256
                } else {
                    Hash::Sha1
                });
            }
            _ => {}
        }
    }

    fn key(&self, password: &str) -> Vec<u8> {
        let hash = self.start_hash.unwrap_or(Hash::Sha256);
        let start = hash.of(&[password.as_bytes()]);
        let mut key = vec![0; self.key_bytes.clamp(16, 32)];
        pbkdf2_hmac::<Sha1>(&start, &self.salt, self.rounds, &mut key);
        key
    }
}
