//! Whether a picture or a PDF breaks off before its end, as one does that was not sent or copied to the end.
//!
//! Only what the last bytes prove is told: what telephones write behind a picture does not make it one that breaks off.

/// Last bytes of a file that are needed. The end of a PDF is within the last kilobyte, as readers ask for it.
pub const TAIL_BYTES: usize = 2048;

/// In the data of a picture a byte FF stands with a zero behind it, once in 256 bytes or so.
const PROOFS_MIN: usize = 3;

/// `bytes` is the size of the file; a file whose last bytes are not known is whole.
pub(super) fn is_cut_off(bytes: u64, head: &[u8], tail: &[u8]) -> bool {
    let has = |mark: &[u8]| tail.windows(mark.len()).any(|it| it == mark);
    // Zeros are what is left of a place that was kept for more, and prove nothing.
    if tail.iter().all(|it| *it == 0) {
        return false;
    }
    if head.starts_with(b"%PDF-") {
        !has(b"%%EOF")
    } else if head.starts_with(b"\x89PNG") {
        !has(b"IEND")
    } else if head.starts_with(b"\xFF\xD8\xFF") {
        !has(b"\xFF\xD9") && (bytes <= tail.len() as u64 || is_within_picture(tail))
    } else {
        false
    }
}

/// Whether all of it is data of a picture: behind each FF is a zero or the number of a restart. A film behind a
/// picture has others.
fn is_within_picture(tail: &[u8]) -> bool {
    let behind = || {
        let pairs = tail.windows(2).filter(|it| it[0] == 0xFF);
        pairs.map(|it| it[1])
    };
    behind().all(|it| matches!(it, 0 | 0xD0..=0xD7 | 0xFF))
        && behind().filter(|it| *it == 0).count() >= PROOFS_MIN
}

#[cfg(test)]
mod tests {
    use super::*;

    const JPG: &[u8] = b"\xFF\xD8\xFF\xE0\0\x10JFIF";

    /// What a picture has within: any bytes, of which FF has a zero behind it.
    fn data(length: usize) -> Vec<u8> {
        let mut state = 7_u32;
        let bytes = (0..length).flat_map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let byte = (state >> 24) as u8;
            [Some(byte), (byte == 0xFF).then_some(0)]
        });
        bytes.flatten().collect()
    }

    fn last(bytes: &[u8]) -> &[u8] {
        &bytes[bytes.len().saturating_sub(TAIL_BYTES)..]
    }

    fn is_cut(head: &[u8], rest: &[u8]) -> bool {
        let all = [head, rest].concat();
        is_cut_off(all.len() as u64, head, last(&all))
    }

    #[test]
    fn a_picture_that_ends_in_its_midst_is_cut_off() {
        let within = data(9000);
        let whole = [&within[..], b"\xFF\xD9"].concat();
        assert!(is_cut(JPG, &within) && !is_cut(JPG, &whole));
        assert!(is_cut(JPG, b"") && is_cut(JPG, &within[..100]));
        // A name and a date behind it, and a film, whose bytes are any bytes.
        let film: Vec<u8> = data(9000).into_iter().map(|it| it ^ 0x5A).collect();
        for behind in [
            &b"SEFH Image_UTC_Data1448064000000 SEFT"[..],
            &film,
            &[0; 5000],
        ] {
            assert!(!is_cut(JPG, &[&whole, behind].concat()));
        }
        let png = b"\x89PNG\r\n\x1A\n";
        assert!(is_cut(png, &within) && !is_cut(png, b"IDAT\0\0\0\0IEND\xAE\x42\x60\x82"));
    }

    #[test]
    fn a_pdf_without_its_end_is_cut_off() {
        let pdf = b"%PDF-1.7\n";
        assert!(is_cut(pdf, b"1 0 obj\n<< /Type"));
        assert!(!is_cut(pdf, b"startxref\n9\n%%EOF"));
        assert!(!is_cut(
            pdf,
            b"startxref\n9\n%%EOF\r\n\r\n<!-- sent by mail -->\n"
        ));
        assert!(!is_cut(b"", b"") && !is_cut(b"text", b"text"));
    }
}
