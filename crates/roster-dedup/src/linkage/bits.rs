//! Weights in tenths of a bit, by whole numbers alone.
//!
//! The logarithm of the standard library may differ in its last digit from one platform to the next;
//! this one does not.

/// Tenths of a bit.
pub type Tenths = i32;

/// `log2(numerator / denominator)` in tenths of a bit, rounded down. A zero counts as one.
pub fn log2_ratio(numerator: u64, denominator: u64) -> Tenths {
    log2(numerator) - log2(denominator)
}

/// The prior: log2 odds, in tenths of a bit, that a random pair of `count` records is one person, if
/// `per_thousand` of a thousand records are second records of a person. A `count` below `least` counts as
/// `least`.
pub fn prior(count: u64, least: u64, per_thousand: u64) -> Tenths {
    log2_ratio(2 * per_thousand, 1000 * count.max(least))
}

/// In tenths of a bit, rounded down.
fn log2(value: u64) -> Tenths {
    let value = value.max(1);
    let whole = value.ilog2();
    // The mantissa in 1..2 with 31 bits behind the point, squared for one binary digit after another.
    let mut mantissa = (u128::from(value) << 31 >> whole) as u64;
    let mut fraction = 0;
    for _ in 0..16 {
        mantissa = ((u128::from(mantissa) * u128::from(mantissa)) >> 31) as u64;
        fraction <<= 1;
        if mantissa >= 1 << 32 {
            mantissa >>= 1;
            fraction |= 1;
        }
    }
    (i64::from(whole) * 10 + ((fraction * 10) >> 16)) as Tenths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_those_of_the_schoolbook() {
        for (numerator, denominator, tenths) in [
            (1, 1, 0),
            (2, 1, 10),
            (1, 2, -10),
            (1024, 1, 100),
            (3, 1, 15),
            (10, 1, 33),
            (0, 1, 0),
            (u64::MAX, 1, 639),
        ] {
            assert_eq!(
                log2_ratio(numerator, denominator),
                tenths,
                "{numerator}/{denominator}"
            );
        }
        for value in 1..10_000_u64 {
            let exact = (value as f64).log2() * 10.0;
            let got = f64::from(log2(value));
            assert!(
                exact - 1.001 < got && got <= exact + 1e-6,
                "{value}: {got} {exact}"
            );
        }
    }

    #[test]
    fn more_records_make_a_pair_less_likely() {
        assert_eq!(prior(2000, 1000, 5), -176);
        assert_eq!(prior(100_000, 1000, 5), -232);
        assert_eq!(prior(10, 1000, 5), prior(1000, 1000, 5));
    }
}
