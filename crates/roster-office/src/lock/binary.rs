//! The locks of xls: RC4, a new key every 1024 bytes, over everything but the heads of the records.

use md5::{Digest, Md5};
use rc4::{KeyInit, Rc4, StreamCipher};

use super::hash::{Hash, wide};
use super::{damaged, wrong_password};
use crate::failure;
use crate::read::Broken;

/// Bytes for which one key holds.
const PIECE: usize = 1024;
const FILE_PASS: u16 = 0x002F;
const BOUND_SHEET: u16 = 0x0085;
/// Records that are never encrypted: beginnings of parts, and what a reader needs before a key.
const PLAIN: [u16; 7] = [0x0809, FILE_PASS, 0x00E1, 0x0138, 0x0194, 0x0195, 0x0196];

/// How the keys come from the password.
enum Keys {
    /// Excel 97: five bytes of an MD5 hash.
    Short(Vec<u8>),
    /// Excel 2002: a hash and the number of its bytes that count.
    Long(Vec<u8>, usize),
}

/// Decrypts the stream of a workbook, and takes the note that it is encrypted out of it.
pub(super) fn unlock(mut stream: Vec<u8>, password: &str) -> Result<Vec<u8>, Broken> {
    let place = file_pass(&stream).ok_or_else(damaged)?;
    let lock = stream.get(place.clone()).ok_or_else(damaged)?;
    let keys = Keys::open(lock, password)?;
    // A record nobody knows: it is passed over.
    stream[place.start - 4] = 0xFF;
    stream[place.start - 3] = 0x7F;
    keys.decrypt(&mut stream);
    Ok(stream)
}

/// Where the description of the lock stands.
fn file_pass(stream: &[u8]) -> Option<std::ops::Range<usize>> {
    records(stream).find_map(|(kind, place)| (kind == FILE_PASS).then_some(place))
}

/// Kind and place of each whole record.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, std::ops::Range<usize>)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let head = stream.get(at..at + 4)?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let place = at + 4..at + 4 + length;
        at = place.end;
        (place.end <= stream.len()).then_some((kind, place))
    })
}

impl Keys {
    fn open(lock: &[u8], password: &str) -> Result<Self, Broken> {
        let word = |at: usize| Some(u16::from_le_bytes([*lock.get(at)?, *lock.get(at + 1)?]));
        let (keys, text, hash) = match (word(0), word(2), word(4)) {
            (Some(1), Some(1), Some(1)) => {
                let part = |at: usize| lock.get(at..at + 16).ok_or_else(damaged);
                (Keys::short(part(6)?, password), part(22)?, part(38)?)
            }
            (Some(1), Some(2..=4), Some(2)) => Keys::long(&lock[6..], password)?,
            // A mere mask, of Excel 95 and before.
            _ => return Err(Broken(failure::locked_xls())),
        };
        let mut both = [text, hash].concat();
        keys.piece(0, &mut both);
        let (text, hash) = both.split_at(16);
        let right = match keys {
            Keys::Short(_) => Md5::digest(text).to_vec(),
            Keys::Long(..) => Hash::Sha1.of(&[text]),
        };
        if hash.starts_with(&right) {
            Ok(keys)
        } else {
            Err(wrong_password())
        }
    }

    fn short(salt: &[u8], password: &str) -> Self {
        let hash = Md5::digest(wide(password));
        let mut digest = Md5::new();
        for _ in 0..16 {
            digest.update(&hash[..5]);
            digest.update(salt);
        }
        Keys::Short(digest.finalize()[..5].to_vec())
    }

    /// `info` is flags, length of the header, header, length of the salt, salt, text, hash.
    fn long<'l>(info: &'l [u8], password: &str) -> Result<(Self, &'l [u8], &'l [u8]), Broken> {
        let number = |at: usize| {
            let four = info.get(at..at + 4).ok_or_else(damaged)?;
            Ok::<usize, Broken>(u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize)
        };
        let length = number(4)?;
        // No size of the key means the smallest there is.
        let bits = match number(8 + 16)? {
            0 => 40,
            bits => bits,
        };
        let start = 8_usize.checked_add(length).ok_or_else(damaged)?;
        let verifier = info.get(start..).ok_or_else(damaged)?;
        let part = |at: usize, length: usize| verifier.get(at..at + length).ok_or_else(damaged);
        let hash = Hash::Sha1.of(&[part(4, 16)?, &wide(password)]);
        if !(40..=128).contains(&bits) {
            return Err(Broken(failure::locked_xls()));
        }
        Ok((Keys::Long(hash, bits / 8), part(20, 16)?, part(40, 20)?))
    }

    fn key(&self, piece: u32) -> Vec<u8> {
        let number = piece.to_le_bytes();
        match self {
            Keys::Short(hash) => {
                let mut digest = Md5::new();
                digest.update(hash);
                digest.update(number);
                digest.finalize().to_vec()
            }
            Keys::Long(hash, length) => {
                let mut key = Hash::Sha1.of(&[hash, &number]);
                key.truncate(*length);
                // Forty bits are used as sixteen bytes, the others zero.
                if *length == 5 {
                    key.resize(16, 0);
                }
                key
            }
        }
    }

    /// Decrypts the bytes of one piece.
    fn piece(&self, piece: u32, bytes: &mut [u8]) {
        if let Ok(mut cipher) = Rc4::new_from_slice(&self.key(piece)) {
            cipher.apply_keystream(bytes);
        }
    }

    /// The key goes on over the whole stream, also where bytes are not encrypted.
    fn decrypt(&self, stream: &mut [u8]) {
        let mut mask = vec![0; stream.len()];
        for (number, piece) in mask.chunks_mut(PIECE).enumerate() {
            self.piece(number as u32, piece);
        }
        let places: Vec<_> = records(stream).collect();
        for (kind, place) in places {
            if PLAIN.contains(&kind) {
                continue;
            }
            // Where a sheet begins is told in the open.
            let skip = if kind == BOUND_SHEET { 4 } else { 0 };
            let start = (place.start + skip).min(place.end);
            for at in start..place.end {
                stream[at] ^= mask[at];
            }
        }
    }
}
