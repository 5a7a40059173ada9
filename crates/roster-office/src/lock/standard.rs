//! The lock of Excel 2007, and of WPS: AES without chaining, its key from SHA-1.

use super::cipher::{Chain, decrypt};
use super::hash::{Hash, wide};
use super::{damaged, wrong_password};
use crate::failure;
use crate::read::Broken;

const ROUNDS: u32 = 50_000;
/// AES with 128, 192 and 256 bits, as the header names them.
const AES: std::ops::RangeInclusive<u32> = 0x660E..=0x6610;

/// `info` is the description behind its version, `package` what it describes.
pub(super) fn unlock(info: &[u8], package: &[u8], password: &str) -> Result<Vec<u8>, Broken> {
    // Flags, then the length of the header.
    let length = number(info, 4)? as usize;
    let header = info.get(8..).and_then(|it| it.get(..length));
    let header = header.ok_or_else(damaged)?;
    if !AES.contains(&number(header, 8)?) {
        return Err(Broken(failure::unknown_lock()));
    }
    let key_bytes = number(header, 16)? as usize / 8;
    let verifier = &info[8 + length..];
    // Length of the salt, the salt, a text, the length of its hash, its hash.
    let part = |at: usize, length: usize| verifier.get(at..at + length).ok_or_else(damaged);
    let (salt, text, hash) = (part(4, 16)?, part(20, 16)?, part(40, 32)?);
    let key = key(salt, password, key_bytes)?;
    let open = |bytes: &[u8]| -> Result<Vec<u8>, Broken> {
        let mut plain = bytes.to_vec();
        decrypt(&key, Chain::None, &mut plain)?;
        Ok(plain)
    };
    if !open(hash)?.starts_with(&Hash::Sha1.of(&[&open(text)?])) {
        return Err(wrong_password());
    }
    open(package)
}

fn key(salt: &[u8], password: &str, length: usize) -> Result<Vec<u8>, Broken> {
    let first = Hash::Sha1.of(&[salt, &wide(password)]);
    let spun = Hash::Sha1.spin(first, ROUNDS);
    let hash = Hash::Sha1.of(&[&spun, &0_u32.to_le_bytes()]);
    let half = |filling: u8| {
        let mut block = [filling; 64];
        for (byte, mixed) in block.iter_mut().zip(&hash) {
            *byte ^= mixed;
        }
        Hash::Sha1.of(&[&block])
    };
    let key = [half(0x36), half(0x5C)].concat();
    Ok(key.get(..length).ok_or_else(damaged)?.to_vec())
}

fn number(bytes: &[u8], at: usize) -> Result<u32, Broken> {
    let four = bytes.get(at..at + 4).ok_or_else(damaged)?;
    Ok(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
