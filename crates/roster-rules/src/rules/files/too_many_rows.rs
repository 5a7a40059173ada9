//! # 学生太多，或者文件太大
//!
//! 一个文件里的学生人数，或者文件的大小，超过了一次导入合适的范围。
//!
//! ## 为什么重要
//!
//! 一次导入太多，系统可能超时，或者拒收太大的文件；出了错也难找。
//!
//! ## 怎么改
//!
//! 按年级或班级分成几个文件，分批提交。文件大而学生少时，多半是图片或空白行占了地方：删除图片和表末的空白行，再另存一份。上限各地不同，可以在“模板参数”里改。
//!
//! ## 例子
//!
//! ```roster
//! @ set rows_max=2
//! | 姓名 | 性别 |
//! ! file level=warning value=3 expected=2
//! | 王小明 | 男 |
//! | 李小红 | 女 |
//! | 赵小华 |  |
//! ```
//!
//! ```roster
//! @ set rows_max=3
//! | 姓名 | 性别 |
//! | 王小明 | 男 |
//! | 李小红 | 女 |
//! | 赵小华 |  |
//! ```
//!
//! ---
//!
//! # Too many pupils, or too large a file
//!
//! The pupils in one file, or its size, are more than suits one import.
//!
//! ## Why it matters
//!
//! With too much at once the system may run out of time, or refuse the file; and errors are hard to
//! find.
//!
//! ## How to fix
//!
//! Split the file by grade or class and submit the parts one by one. If it is large with few pupils,
//! pictures or blank rows take the room: delete them and save a copy. Limits differ from place to
//! place and can be set.

use roster_model::{Level, Place};

use crate::{Check, Rule, Run};

pub(crate) const RULE: Rule = Rule {
    code: "R0013",
    slug: "too-many-rows",
    level: Level::Warning,
    zh: "{kind}是 {value}，超过 {expected}，一次导入可能失败；建议按年级分成几个文件。",
    en: "{kind}: {value}, more than {expected}; an import may fail. Split the file by grade.",
    basis: "本工具自定；各地系统的限制，在模板中设定",
    since: "0.1",
    unless: &[],
    check: Check::Sheet { needs: &[], check },
};

const MEGABYTE: u64 = 1024 * 1024;

fn check(run: &mut Run<'_>) {
    let (files, rosters) = (run.files, run.rosters);
    for (file, it) in files.iter().enumerate() {
        let sheets = || {
            let here = rosters.iter().filter(|it| it.sheet.is_checked());
            here.filter(|it| it.sheet.file == file as u32)
        };
        // The strictest limit of the profiles in the file; 0 is none.
        let limit = |name: &str| {
            let limits = sheets().filter_map(|it| it.parameter_number(name));
            limits
                .filter_map(|it| u64::try_from(it).ok())
                .filter(|&it| it > 0)
                .min()
        };
        let place = Place::File(file as u32);
        let rows: u64 = sheets().map(|it| u64::from(it.sheet.row_count())).sum();
        if let Some(most) = limit("rows_max").filter(|&most| rows > most) {
            run.report(place, |finding| {
                finding
                    .said("kind", "学生人数", "Pupils")
                    .fact("value", rows.to_string())
                    .fact("expected", most.to_string());
            });
        }
        if let Some(most) = limit("megabytes_max").filter(|&most| it.bytes > most * MEGABYTE) {
            let tenths = it.bytes * 10 / MEGABYTE;
            run.report(place, |finding| {
                finding
                    .said("kind", "文件大小", "Size of the file")
                    .fact("value", format!("{}.{} MB", tenths / 10, tenths % 10))
                    .fact("expected", format!("{most} MB"));
            });
        }
    }
}
