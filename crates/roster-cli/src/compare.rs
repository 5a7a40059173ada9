//! `profiles --compare`: the header of a file beside the template of a profile.

use std::io::{self, Write};

use roster_engine::wire::{CheckOptions, Compared, HeaderLine};
use roster_engine::{Language, Options, Session};

use crate::args::{ListFormat, ProfilesArguments, ProfilesFormat};
use crate::list::print;
use crate::options::{said_profile, today};
use crate::run::{content, language, of_file, read_or_say};
use crate::{CouldNotRun, Outcome};

/// Compares every sheet of a file that has a header.
pub(crate) fn compare(path: &str, arguments: &ProfilesArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.lang);
    let format = match arguments.format {
        ProfilesFormat::Text => ListFormat::Text,
        ProfilesFormat::Json => ListFormat::Json,
        ProfilesFormat::TableSchema => {
            return Err(CouldNotRun(match language {
                Language::Zh => "--compare 的结果只能是 text 或 json。".to_owned(),
                Language::En => "--compare gives text or json.".to_owned(),
            }));
        }
    };
    let session = opened(path, arguments, language)?;
    let mut all = Vec::new();
    for sheet in 0..session.rosters().len() {
        let compared = session.compared(sheet, None);
        all.extend(compared.map_err(CouldNotRun::said(language))?);
    }
    if all.is_empty() {
        return Err(CouldNotRun(match language {
            Language::Zh => format!("{path}：没有找到表头，无法比对。"),
            Language::En => format!("{path}: there is no header to compare."),
        }));
    }
    // A list of any kind lacks nothing, and has nothing that others lack.
    all.retain(|it| arguments.profile.is_some() || it.profile != "any" || it.same);
    if all.is_empty() {
        return Err(CouldNotRun(match language {
            Language::Zh => format!(
                "{path}：表头不像哪个导入模板，请说明与哪个比对，如 --profile xj-2013；全部模板见 rostercheck profiles。"
            ),
            Language::En => format!(
                "{path}: its header looks like that of no import template; say which one to compare it with, as in --profile xj-2013. rostercheck profiles lists them."
            ),
        }));
    }
    print(format, &all, language, |out| {
        all.iter().try_for_each(|it| write(it, language, out))
    })
}

fn opened(
    path: &str,
    arguments: &ProfilesArguments,
    language: Language,
) -> Result<Session, CouldNotRun> {
    let profile = said_profile(arguments.profile.as_deref(), language)?;
    let given = CheckOptions {
        profile: profile.id,
        profile_file: profile.file,
        today: today(),
        ..CheckOptions::default()
    };
    let said = CouldNotRun::said(language);
    let mut session = Session::new(Options::understand(&given).map_err(said)?);
    let (name, bytes) = read_or_say(path, language)?;
    let content = content(&bytes, None);
    session.open_from_office(&name, &bytes, content.as_deref(), &mut |_| {});
    if let Some(failure) = session.files().iter().find_map(|it| it.failure.as_ref()) {
        let said = language.of(&failure.said);
        return Err(CouldNotRun(of_file(path, said, language)));
    }
    session.check(&mut |_| {});
    Ok(session)
}

fn write(compared: &Compared, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let name = [compared.file.as_str(), compared.sheet.as_str()];
    let name = name.join(if compared.sheet.is_empty() { "" } else { " " });
    let id = &compared.profile;
    let count = |state: &str| compared.lines.iter().filter(|it| it.state == state).count();
    let moved = compared.lines.iter().filter(|it| it.moved).count();
    let numbers = [
        count("same"),
        count("written"),
        count("missing"),
        count("new") + count("repeated"),
        moved,
    ];
    let [same, written, missing, new, moved] = numbers;
    match (language, compared.same) {
        (Language::Zh, true) => writeln!(out, "{name}：表头与模板 {id} 一字不差，{same} 列")?,
        (Language::Zh, false) => writeln!(
            out,
            "{name}：与模板 {id} 比对：相同 {same} 列，写法不同 {written} 列，缺 {missing} 列，多 {new} 列；位置不同 {moved} 列"
        )?,
        (Language::En, true) => writeln!(
            out,
            "{name}: the header is that of {id} to the letter, {same} columns"
        )?,
        (Language::En, false) => writeln!(
            out,
            "{name}: compared with {id}: {same} columns the same, {written} written otherwise, {missing} missing, {new} new; {moved} moved"
        )?,
    }
    // The columns of the template come in its order; of several that are missing the first tells where they belong.
    let (mut before, mut is_told) = (None, false);
    for line in &compared.lines {
        let is_missing = line.state == "missing";
        if line.state != "same" || line.moved {
            let place = if is_missing && !is_told {
                behind(before, language)
            } else {
                String::new()
            };
            writeln!(out, "  {}{place}", told(line, language))?;
        }
        is_told = is_missing;
        before = line.template.as_deref().or(before);
    }
    Ok(())
}

/// Where a column belongs that the file lacks.
fn behind(column: Option<&str>, language: Language) -> String {
    match (column, language) {
        (Some(column), Language::Zh) => format!("，在“{column}”后面"),
        (Some(column), Language::En) => format!(", behind \"{column}\""),
        (None, Language::Zh) => "，在最前面".to_owned(),
        (None, Language::En) => ", at the front".to_owned(),
    }
}

fn told(line: &HeaderLine, language: Language) -> String {
    let template = line.template.as_deref().unwrap_or_default();
    let header = line.header.as_deref().unwrap_or_default();
    let letter = line.letter.as_deref().unwrap_or_default();
    let moved = match (line.moved, language) {
        (false, _) => "",
        (true, Language::Zh) => "，位置不同",
        (true, Language::En) => ", moved",
    };
    let required = match (line.required, language) {
        (false, _) => "",
        (true, Language::Zh) => "（必填）",
        (true, Language::En) => " (required)",
    };
    match (line.state, language) {
        ("written", Language::Zh) => {
            format!("{letter} 写法不同：“{header}”，模板是“{template}”{moved}")
        }
        ("written", Language::En) => {
            format!(
                "{letter} written otherwise: \"{header}\", \"{template}\" in the profile{moved}"
            )
        }
        ("missing", Language::Zh) => format!("缺：{template}{required}"),
        ("missing", Language::En) => format!("missing: {template}{required}"),
        ("new", Language::Zh) => format!("{letter} 多：{header}"),
        ("new", Language::En) => format!("{letter} new: {header}"),
        ("repeated", Language::Zh) => format!("{letter} 重复：{header}"),
        ("repeated", Language::En) => format!("{letter} repeated: {header}"),
        (_, Language::Zh) => format!("{letter} 位置不同：{header}"),
        (_, Language::En) => format!("{letter} moved: {header}"),
    }
}
