//! A workbook with changes put into it, and what its reader has to know of what could not be.

use std::collections::{BTreeMap, BTreeSet};

use roster_model::{Said, cell_name};
use roster_write::{LeftOut, LeftOutReason, PatchError, UnchangedCell};

/// A file that is handed back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patched {
    /// The file.
    pub bytes: Vec<u8>,
    /// What its reader has to know, one sentence each.
    pub notes: Vec<Said>,
    /// Cells that kept their text though the plan has another.
    pub unchanged: Vec<UnchangedCell>,
}

/// Puts the changes that the core planned into the workbook they belong to. `visit` is called with the
/// number of bytes of the original that have been worked on.
pub fn patch(original: &[u8], plan: &[u8], visit: &mut dyn FnMut(u64)) -> Result<Patched, Said> {
    let changes = roster_write::read_patch(plan);
    let changes = changes.map_err(|it| cannot_patch("修改的内容读不出来", &it))?;
    let patched = roster_write::patch(original, changes, visit);
    let patched = patched.map_err(|it| cannot_patch(&why_not(&it), &it))?;
    let mut notes = Vec::new();
    if patched.is_signature_broken {
        notes.push(signature_broken());
    }
    notes.extend(outside(&patched.outside));
    notes.extend(to_work_out(patched.results_gone, patched.may_be_stale));
    notes.extend(without_notes(&patched.left_out));
    notes.extend(calculated(&patched.left_out));
    let other = |it: &&LeftOut| it.reason != LeftOutReason::Conversations;
    let unchanged = patched.left_out.iter().filter(other);
    let one_by_one = |it: &&LeftOut| it.reason != LeftOutReason::Calculated;
    notes.extend(unchanged.clone().filter(one_by_one).map(not_written));
    let unchanged = unchanged.map(|it| UnchangedCell {
        sheet: it.sheet.clone(),
        row_number: it.row_number,
        position: it.position,
    });
    Ok(Patched {
        unchanged: unchanged.collect(),
        bytes: patched.bytes,
        notes,
    })
}

/// Why a workbook cannot be patched, in Chinese.
fn why_not(error: &PatchError) -> String {
    match error {
        PatchError::NoPackage(_) => "它的内部结构不完整".to_owned(),
        PatchError::Broken { part, .. } => format!("里面的“{part}”与一般的写法不同"),
        PatchError::NoSheet(name) => format!("没有名为“{name}”的工作表"),
        PatchError::TooLarge { part } => format!("里面的“{part}”太大"),
    }
}

fn cannot_patch(zh: &str, error: &dyn std::error::Error) -> Said {
    Said::new(
        format!("这个工作簿不能写回：{zh}。请用 Excel 或 WPS 打开后另存为 .xlsx，再检查一次。"),
        format!(
            "This workbook cannot be written back ({error}). Open it in a spreadsheet program, save it as .xlsx, and check it again."
        ),
    )
}

fn not_written(left_out: &LeftOut) -> Said {
    use LeftOutReason::{Calculated, Conversations, OffTheSheet, SharedFormula, TableHeader};

    let cell = cell_name(left_out.position, left_out.row_number);
    let (zh, en) = match left_out.reason {
        Conversations => (
            "这张表有会话式批注，批注没有写入",
            "the sheet has conversations, so the note was not written",
        ),
        TableHeader => (
            "它是表格的列名，改动会让表格出错，没有改",
            "it heads a column of a table, so it was not changed",
        ),
        SharedFormula => (
            "它属于一个数组公式，没有改",
            "it belongs to an array formula, so it was not changed",
        ),
        Calculated => (
            "表里的公式要用这个日期来计算，没有改",
            "formulas calculate with this date, so it was not changed",
        ),
        OffTheSheet => (
            "它超出了表格的范围，没有写入",
            "no sheet reaches that far, so nothing was written",
        ),
    };
    let sheet = &left_out.sheet;
    Said::new(
        format!("{sheet} {cell}：{zh}。"),
        format!("{sheet} {cell}: {en}."),
    )
}

fn signature_broken() -> Said {
    Said::new(
        "文件带有数字签名；内容改动后签名不再有效，需要时请重新签名。",
        "The file is signed; a changed file no longer matches its signature, so sign it again where that is needed.",
    )
}

/// One sentence for what the package had beside the workbook, in places that only an attack has use for.
fn outside(names: &[String]) -> Option<Said> {
    let (first, count) = (names.first()?, names.len());
    Some(Said::new(
        format!(
            "文件里夹带了{count}个会解压到别处的内容（如“{first}”），不属于工作簿，没有写进新文件。请问清这个文件是从哪里来的。"
        ),
        format!(
            "The file carries {count} entries that would be unpacked elsewhere (\"{first}\" for one). They belong to no workbook and are not in the new file; find out where it came from."
        ),
    ))
}

/// What is to be done where formulas look at what has changed: their old results went with it, or could not
/// be told from those that still hold.
fn to_work_out(gone: u32, is_unclear: bool) -> impl Iterator<Item = Said> {
    let gone = (gone > 0).then(|| {
        Said::new(
            format!(
                "有{gone}个公式引用了改过的单元格，文件里保存的旧结果已经去掉；请用 Excel、WPS 或 LibreOffice 打开，看结果对不对，保存一次，再检查或提交。"
            ),
            format!(
                "{gone} formulas look at cells that were changed, so the old results in the file were removed; open it in a spreadsheet program, see that the results are right, and save it before it is checked again or handed in."
            ),
        )
    });
    let unclear = is_unclear.then(|| {
        Said::new(
            "有的公式看不出是否引用了改过的单元格，保存的可能还是旧结果；请打开文件，重新计算（Excel、WPS 按 Ctrl+Alt+F9，LibreOffice 按 Ctrl+Shift+F9）并保存。",
            "Of some formulas it cannot be told whether they look at cells that were changed, and they may still have old results; open the file, calculate everything again (Ctrl+Alt+F9, in LibreOffice Ctrl+Shift+F9), and save it.",
        )
    });
    gone.into_iter().chain(unclear)
}

/// One sentence for each column of dates that formulas calculate with.
fn calculated(left_out: &[LeftOut]) -> impl Iterator<Item = Said> {
    let mut columns: BTreeMap<(&str, u16), (u32, u32, u32)> = BTreeMap::new();
    for it in left_out
        .iter()
        .filter(|it| it.reason == LeftOutReason::Calculated)
    {
        let row = it.row_number;
        let rows = columns
            .entry((&it.sheet, it.position))
            .or_insert((row, row, 0));
        *rows = (rows.0.min(row), rows.1.max(row), rows.2 + 1);
    }
    columns.into_iter().map(|((sheet, position), (first, last, count))| {
        let (first, last) = (cell_name(position, first), cell_name(position, last));
        Said::new(
            format!(
                "{sheet} {first}:{last}：表里的公式要用这一列的日期来计算，日期改成文字公式会出错，{count}个单元格没有改。请先把用到它的公式“选择性粘贴—数值”，再修正一次。"
            ),
            format!(
                "{sheet} {first}:{last}: formulas calculate with the dates of this column and would fail if they became text, so {count} cells were not changed. Paste those formulas as values, then correct again."
            ),
        )
    })
}

/// One sentence for each sheet whose notes could not stand beside its conversations.
fn without_notes(left_out: &[LeftOut]) -> impl Iterator<Item = Said> {
    let here = left_out
        .iter()
        .filter(|it| it.reason == LeftOutReason::Conversations);
    let sheets: BTreeSet<&str> = here.map(|it| it.sheet.as_str()).collect();
    sheets.into_iter().map(|sheet| {
        Said::new(
            format!("工作表“{sheet}”里有会话式批注，问题没有写成批注，请看“校验结果”。"),
            format!("Sheet \"{sheet}\" has conversations, so the findings are not in its notes; see Findings."),
        )
    })
}
