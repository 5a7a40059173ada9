//! Files that lie beside tables and are none, as `folder/*` names them too: what Excel and WPS keep while a workbook
//! is open, and what a system keeps in a folder. They are told by their names; what they hold tells nobody anything.

use std::ffi::OsStr;
use std::path::Path;

use roster_engine::Said;

use crate::names::shown;

/// What to say of a file that is no table whatever it holds; nothing of any other.
pub(crate) fn beside(path: &OsStr) -> Option<Said> {
    let name = shown(Path::new(path).file_name()?);
    let lock = name.strip_prefix(".~lock.");
    let of_lock = lock.and_then(|it| it.strip_suffix('#'));
    if let Some(open) = name.strip_prefix("~$").or(of_lock) {
        return Some(Said::new(
            format!(
                "{open} 正被 Excel 或 WPS 打开，没有保存的修改检查不到：请先保存并关闭，再检查一次。其实没有打开的，这个文件可以删掉。"
            ),
            format!(
                "{open} is open: save and close it first, then check again. If it is not open, this file can be deleted."
            ),
        ));
    }
    let kept = [".DS_Store", "Thumbs.db", "desktop.ini"];
    let is_kept = kept.iter().any(|it| it.eq_ignore_ascii_case(&name)) || name.starts_with("._");
    is_kept.then(|| {
        Said::new(
            "这是电脑系统自动放在文件夹里的文件，不是表格，没有检查。".to_owned(),
            "The system of the computer keeps this file in the folder; it is no table and was not checked."
                .to_owned(),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_beside_a_table_is_known_by_its_name() {
        let said = |name: &str| beside(OsStr::new(name)).map(|it| it.zh);
        for name in ["a/~$一班.xlsx", ".~lock.一班.xlsx#"] {
            assert!(said(name).is_some_and(|it| it.starts_with("一班.xlsx ")));
        }
        for name in ["a/.DS_Store", "thumbs.db", "desktop.ini", "._一班.xlsx"] {
            assert!(said(name).is_some_and(|it| it.contains("不是表格")));
        }
        for name in ["一班.xlsx", "a/~一班.xlsx", "$一班.csv", ".一班.csv", "-"] {
            assert_eq!(said(name), None);
        }
    }
}
