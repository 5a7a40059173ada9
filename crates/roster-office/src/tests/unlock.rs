//! Locked files: the password opens them, another one is a sentence, and nothing else happens.

use roster_files::{ReadOptions, is_raw, read_raw};
use roster_model::FailureKind;

use crate::{unlock, unlock_or_say};

const PASSWORD: &str = "xueji-2026";
const LOCKED: [(&str, &[u8]); 4] = [
    ("agile.xlsx", fixture!("locked/agile.xlsx")),
    ("standard.xlsx", fixture!("locked/standard.xlsx")),
    ("rc4.xls", fixture!("locked/rc4.xls")),
    ("calc.ods", fixture!("locked/calc.ods")),
];

#[test]
fn the_password_opens_and_another_does_not() {
    for (name, bytes) in LOCKED {
        let content = unlock(bytes, PASSWORD).unwrap();
        let options = ReadOptions::default();
        let read = if is_raw(&content) {
            read_raw(bytes, &content, &options, &mut |_| {})
        } else {
            roster_files::read(&content, &options, &mut |_| {})
        };
        assert_eq!(read.failure, None, "{name}");
        assert_eq!(read.sheets[0].row_count(), 12, "{name}");
        for wrong in ["", "Xueji-2026", "xueji-2026 "] {
            let failure = unlock(bytes, wrong).unwrap_err();
            assert_eq!(failure.kind, FailureKind::Encrypted);
            assert!(failure.said.zh.contains("密码不对"), "{name}");
        }
        let said = unlock_or_say(bytes, "");
        let read = read_raw(bytes, &said, &options, &mut |_| {});
        assert_eq!(read.failure.unwrap().kind, FailureKind::Encrypted);
    }
}

#[test]
fn locked_files_that_are_damaged_are_told() {
    for (name, bytes) in LOCKED {
        for part in 0..20 {
            let end = bytes.len() * part / 20;
            // What is cut off may be filling; what was unlocked is then read like any file.
            if let Ok(content) = unlock(&bytes[..end], PASSWORD) {
                assert!(content.len() > 4, "{name} {end}");
            }
        }
        assert!(unlock(&bytes[..bytes.len() / 4], PASSWORD).is_err());
    }
}
