//! Documents other than the 18-digit number, told apart by shape alone.
//!
//! The shapes overlap (eight digits may be many things), so the answer is what a text looks like, not
//! what it is; the document type column says which one was meant.

/// What a number that is no resident number looks like.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum OtherDocument {
    /// 港澳居民来往内地通行证: `H` or `M` and 8 digits, or 10 with the count of renewals.
    HongKongMacauPermit,
    /// 台湾居民来往大陆通行证: 8 digits, or the older 10 with or without a letter or digit in brackets.
    TaiwanPermit,
    /// 香港身份证: one or two letters, six digits, a digit or `A` in brackets.
    HongKongIdentityCard,
    /// 澳门身份证: 1, 5 or 7, six digits, a digit in brackets.
    MacauIdentityCard,
    /// 外国人永久居留证 of the older form: three letters and twelve digits.
    OldForeignerPermit,
    /// A passport perhaps: 5 to 20 letters and digits, at least three of them digits.
    PassportLike,
    /// None of these.
    Unknown,
}

/// Tells the shape of tidy, upper-case text.
pub(super) fn other_document(tidy: &str) -> OtherDocument {
    let bytes = tidy.as_bytes();
    match bytes {
        [b'H' | b'M', digits @ ..] if matches!(digits.len(), 8 | 10) && all_digits(digits) => {
            OtherDocument::HongKongMacauPermit
        }
        digits if matches!(digits.len(), 8 | 10) && all_digits(digits) => {
            OtherDocument::TaiwanPermit
        }
        [digits @ .., b'(', c, b')']
            if digits.len() == 10 && all_digits(digits) && c.is_ascii_alphanumeric() =>
        {
            OtherDocument::TaiwanPermit
        }
        [b'1' | b'5' | b'7', digits @ .., b'(', b'0'..=b'9', b')']
            if digits.len() == 6 && all_digits(digits) =>
        {
            OtherDocument::MacauIdentityCard
        }
        [b'A'..=b'Z', rest @ .., b'(', b'0'..=b'9' | b'A', b')']
            if is_hong_kong_card_middle(rest) =>
        {
            OtherDocument::HongKongIdentityCard
        }
        [letters @ .., _, _, _, _, _, _, _, _, _, _, _, _]
            if letters.len() == 3
                && letters.iter().all(u8::is_ascii_uppercase)
                && all_digits(&bytes[3..]) =>
        {
            OtherDocument::OldForeignerPermit
        }
        _ if is_passport_like(bytes) => OtherDocument::PassportLike,
        _ => OtherDocument::Unknown,
    }
}

fn is_hong_kong_card_middle(rest: &[u8]) -> bool {
    match rest.len() {
        6 => all_digits(rest),
        7 => rest[0].is_ascii_uppercase() && all_digits(&rest[1..]),
        _ => false,
    }
}

fn is_passport_like(bytes: &[u8]) -> bool {
    (5..=20).contains(&bytes.len())
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && bytes.iter().any(u8::is_ascii_alphabetic)
        && bytes.iter().filter(|byte| byte.is_ascii_digit()).count() >= 3
}

fn all_digits(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_digit)
}
