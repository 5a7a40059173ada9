//! One hash for everything that is compared by its hash here: the same on every machine.

/// The seed of [`fold`] where nothing is to be kept apart.
pub(crate) const SEED: u64 = 0xCBF2_9CE4_8422_2325;

/// Folds values into `seed` (FNV-1a, a value at a time).
pub(crate) fn fold(seed: u64, values: impl Iterator<Item = u64>) -> u64 {
    values.fold(seed, |hash, value| {
        (hash ^ value).wrapping_mul(0x0100_0000_01B3)
    })
}
