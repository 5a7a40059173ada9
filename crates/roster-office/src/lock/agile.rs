//! The lock of Excel since 2010: an XML part says how everything was done.

use roster_package::xml::{Tag, Token, Tokens};

use super::cipher::{Chain, decrypt};
use super::hash::{Hash, base64, fit, wide};
use super::{ROUNDS_MAX, damaged, wrong_password};
use crate::failure;
use crate::read::Broken;

/// The package is encrypted in pieces of this many bytes.
const PIECE: usize = 4096;
/// What is mixed into the hash for each of three keys.
const INPUT_KEY: [u8; 8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
const VALUE_KEY: [u8; 8] = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
const SECRET_KEY: [u8; 8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];

/// How something was encrypted.
struct Way {
    salt: Vec<u8>,
    hash: Hash,
    key_bytes: usize,
}

/// How the key of the package was encrypted with the password.
struct Lock {
    way: Way,
    rounds: u32,
    input: Vec<u8>,
    value: Vec<u8>,
    secret: Vec<u8>,
}

/// `info` is the description behind its version, `package` what it describes.
pub(super) fn unlock(info: &[u8], package: &[u8], password: &str) -> Result<Vec<u8>, Broken> {
    // Four bytes of flags stand before the text.
    let (way, lock) = read(info.get(4..).unwrap_or_default())?;
    let secret = lock.open(password)?;
    let secret = secret.get(..way.key_bytes).ok_or_else(damaged)?;
    let mut inside = package.to_vec();
    for (number, piece) in inside.chunks_mut(PIECE).enumerate() {
        let number = (number as u32).to_le_bytes();
        let first = fit(way.hash.of(&[&way.salt, &number]), 16);
        decrypt(secret, Chain::Previous(&first), piece)?;
    }
    Ok(inside)
}

impl Lock {
    /// The key of the package, if it is the password.
    fn open(&self, password: &str) -> Result<Vec<u8>, Broken> {
        let hash = self.way.hash;
        let first = hash.of(&[&self.way.salt, &wide(password)]);
        let spun = hash.spin(first, self.rounds);
        let open = |coded: &[u8], key: &[u8]| -> Result<Vec<u8>, Broken> {
            let key = fit(hash.of(&[&spun, key]), self.way.key_bytes);
            let first = fit(self.way.salt.clone(), 16);
            let mut plain = coded.to_vec();
            decrypt(&key, Chain::Previous(&first), &mut plain)?;
            Ok(plain)
        };
        let input = open(&self.input, &INPUT_KEY)?;
        let value = open(&self.value, &VALUE_KEY)?;
        let input = input.get(..self.way.salt.len()).ok_or_else(damaged)?;
        if !value.starts_with(&hash.of(&[input])) {
            return Err(wrong_password());
        }
        open(&self.secret, &SECRET_KEY)
    }
}

fn read(xml: &[u8]) -> Result<(Way, Lock), Broken> {
    let mut tokens = Tokens::new(xml);
    let mut data = None;
    let mut lock = None;
    while let Some(token) = tokens.next()? {
        let Token::Start(tag) = token else { continue };
        match tag.local() {
            b"keyData" => data = Some(way(&tag)?),
            // There may be keys for certificates too.
            b"encryptedKey" if lock.is_none() => lock = Some(password_lock(&tag)?),
            _ => {}
        }
    }
    data.zip(lock).ok_or_else(damaged)
}

fn way(tag: &Tag<'_>) -> Result<Way, Broken> {
    let text = |name| tag.attribute(name).map(|it| it.text().into_owned());
    let known = || Broken(failure::unknown_lock());
    let cipher = text("cipherAlgorithm").ok_or_else(damaged)?;
    let chain = text("cipherChaining").ok_or_else(damaged)?;
    if cipher != "AES" || chain != "ChainingModeCBC" {
        return Err(known());
    }
    let hash = text("hashAlgorithm").ok_or_else(damaged)?;
    Ok(Way {
        salt: bytes(tag, "saltValue")?,
        hash: Hash::by_name(&hash).ok_or_else(known)?,
        key_bytes: number(tag, "keyBits")? as usize / 8,
    })
}

fn password_lock(tag: &Tag<'_>) -> Result<Lock, Broken> {
    let rounds = number(tag, "spinCount")?;
    if rounds > ROUNDS_MAX {
        return Err(Broken(failure::unknown_lock()));
    }
    Ok(Lock {
        way: way(tag)?,
        rounds,
        input: bytes(tag, "encryptedVerifierHashInput")?,
        value: bytes(tag, "encryptedVerifierHashValue")?,
        secret: bytes(tag, "encryptedKeyValue")?,
    })
}

fn number(tag: &Tag<'_>, name: &str) -> Result<u32, Broken> {
    let value = tag
        .attribute(name)
        .and_then(roster_package::xml::Value::number);
    value.ok_or_else(damaged)
}

fn bytes(tag: &Tag<'_>, name: &str) -> Result<Vec<u8>, Broken> {
    let value = tag.attribute(name).and_then(|it| base64(&it.text()));
    value.ok_or_else(damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_without_end_and_other_ciphers_are_refused() {
        let info = |rounds: u32, cipher: &str| {
            let way = format!(
                "saltValue=\"AAAA\" keyBits=\"256\" cipherAlgorithm=\"{cipher}\" \
                 cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA512\""
            );
            format!(
                "    <encryption><keyData {way}/><keyEncryptors><keyEncryptor><p:encryptedKey \
                 spinCount=\"{rounds}\" encryptedVerifierHashInput=\"AAAA\" \
                 encryptedVerifierHashValue=\"AAAA\" encryptedKeyValue=\"AAAA\" {way}/>\
                 </keyEncryptor></keyEncryptors></encryption>"
            )
        };
        let refused = Broken(failure::unknown_lock());
        for info in [info(u32::MAX, "AES"), info(1000, "DES")] {
            let unlocked = unlock(info.as_bytes(), &[0; 64], "x");
            assert_eq!(unlocked, Err(refused.clone()));
        }
        assert_eq!(
            unlock(info(1000, "AES").as_bytes(), &[0; 64], "x"),
            Err(wrong_password())
        );
    }
}
