//! AES over many blocks, with keys of the three lengths there are.

use aes::cipher::{Block, BlockCipherDecrypt, KeyInit};
use aes::{Aes128, Aes192, Aes256};

use super::damaged;
use crate::read::Broken;

const BLOCK: usize = 16;

/// How a block depends on the one before.
#[derive(Clone, Copy)]
pub(super) enum Chain<'c> {
    /// Not at all.
    None,
    /// CBC: each block is XORed with the one before, the first with this IV.
    Previous(&'c [u8]),
}

/// Decrypts whole blocks in place; what is left at the end stays as it is.
pub(super) fn decrypt(key: &[u8], chain: Chain<'_>, bytes: &mut [u8]) -> Result<(), Broken> {
    match key.len() {
        16 => decrypt_with::<Aes128>(key, chain, bytes),
        24 => decrypt_with::<Aes192>(key, chain, bytes),
        32 => decrypt_with::<Aes256>(key, chain, bytes),
        _ => Err(damaged()),
    }
}

fn decrypt_with<C: KeyInit + BlockCipherDecrypt>(
    key: &[u8],
    chain: Chain<'_>,
    bytes: &mut [u8],
) -> Result<(), Broken> {
    let cipher = C::new_from_slice(key).map_err(|_| damaged())?;
    let mut before = [0; BLOCK];
    if let Chain::Previous(first) = chain {
        before.copy_from_slice(first.get(..BLOCK).ok_or_else(damaged)?);
    }
    for block in bytes.chunks_exact_mut(BLOCK) {
        let mut coded = [0; BLOCK];
        coded.copy_from_slice(block);
        let mut plain = Block::<C>::default();
        plain.copy_from_slice(block);
        cipher.decrypt_block(&mut plain);
        block.copy_from_slice(&plain);
        if let Chain::Previous(_) = chain {
            for (byte, mixed) in block.iter_mut().zip(before) {
                *byte ^= mixed;
            }
            before = coded;
        }
    }
    Ok(())
}
