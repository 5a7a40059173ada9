//! `settle`: 《问题学籍处理清单》, as a workbook or as a page to print.

use std::io::{Write, stdout};
use std::path::Path;

use roster_engine::{Content, Describe, Language, Output, is_settlement_filled_in};

use crate::args::{SettleArguments, SettleFormat, StageArgument};
use crate::not_used::tell_not_used;
use crate::parts::ended;
use crate::progress::ProgressLine;
use crate::read::read;
use crate::run::{How, checked_as, language, values};
use crate::save::{
    cannot_write, has_extension, refuse_extension, refuse_input, refuse_scan, save_output,
};
use crate::{CouldNotRun, Outcome};

pub(crate) fn run(arguments: &SettleArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.run.lang);
    let path = arguments.output.as_str();
    let is_page = match arguments.format {
        Some(format) => format == SettleFormat::Html,
        None => has_extension(path, &["html", "htm"]),
    };
    let allowed: &[&str] = match (arguments.format, is_page) {
        (None, _) => &["xlsx", "html", "htm"],
        (Some(_), true) => &["html", "htm"],
        (Some(_), false) => &["xlsx"],
    };
    refuse_extension(path, allowed, language)?;
    let inputs = arguments.run.read(&arguments.files);
    refuse_input(path, inputs.chain(arguments.roles.read()), language)?;
    refuse_scan(path, arguments.evidence.as_deref(), language)?;
    refuse_filled_in(path, language)?;
    let mut line = ProgressLine::new(arguments.quiet, language);
    let how = How {
        stage: Some(StageArgument::AfterImport),
        evidence: arguments.evidence.as_deref(),
        roles: Some(&arguments.roles),
        ..How::default()
    };
    let (session, _) = checked_as(&how, &arguments.files, &arguments.run, &mut line)?;
    let describe = Describe {
        session: &session,
        values: values(arguments.show_values),
    };
    let output = if is_page {
        page(&describe, path, language)?
    } else {
        describe.settlement(language)
    };
    save_output(output, &[], &mut line, Path::new(path), language)?;
    if !arguments.quiet {
        tell(&describe, path, language);
        if !arguments.show_values && describe.settlement_lines() > 0 {
            tell_masked(language);
        }
    }
    let (not_used, told) = (session.not_settled(), describe.not_settled(language));
    let are_missing = tell_not_used(&not_used, &told, arguments.quiet, language);
    Ok(ended(session.has_failures() || are_missing))
}

/// Refuses to write over a list into which somebody has written what was found out.
fn refuse_filled_in(path: &str, language: Language) -> Result<(), CouldNotRun> {
    let earlier = read(Path::new(path)).unwrap_or_default();
    if !is_settlement_filled_in(&earlier) {
        return Ok(());
    }
    Err(CouldNotRun(match language {
        Language::Zh => format!(
            "“{path}”是以前写出的清单，里面已经有人填写（如核实结果、经办人、收齐日期），没有覆盖它。请换一个文件名，或先把它移走。"
        ),
        Language::En => format!(
            "\"{path}\" is an earlier list into which somebody has written, and was not written over; choose another name, or move it away."
        ),
    }))
}

fn page(describe: &Describe<'_>, path: &str, language: Language) -> Result<Output, CouldNotRun> {
    let mut bytes = Vec::new();
    let written = describe.write_settlement(language, &mut bytes);
    written.map_err(|it| cannot_write(path, &it, language))?;
    Ok(Output {
        name: path.to_owned(),
        content: Content::Ready(bytes),
        notes: Vec::new(),
    })
}

/// A certificate with a masked name is of no use to anybody.
fn tell_masked(language: Language) {
    let said = match language {
        Language::Zh => "姓名、证件号等已遮住一部分；要打印证明和函，请加 --show-values 再写一份。",
        Language::En => {
            "Names and numbers are partly masked; to print certificates and letters, write it again with --show-values."
        }
    };
    let _ = writeln!(stdout(), "{said}");
}

/// What was written.
fn tell(describe: &Describe<'_>, path: &str, language: Language) {
    let (groups, lines) = (describe.session.groups().len(), describe.settlement_lines());
    // A reader that stops early is no failure: the file is written.
    let _ = match language {
        Language::Zh => writeln!(
            stdout(),
            "写出“{path}”：{groups}组重复，清单共{lines}行。系统建议，须由学校核实。"
        ),
        Language::En => writeln!(
            stdout(),
            "\"{path}\": {groups} groups of duplicates, {lines} lines. Suggestions only; the school has to confirm them."
        ),
    };
}
