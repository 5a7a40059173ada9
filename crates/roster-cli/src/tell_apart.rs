//! `tell-apart`: remembers that the rows of groups are different pupils.

use std::io::{Write, stdout};
use std::path::Path;

use roster_engine::wire::Member;
use roster_engine::{Describe, Language, Session, Values};

use crate::args::TellApartArguments;
use crate::options::decided;
use crate::parts::ended;
use crate::progress::ProgressLine;
use crate::run::{How, checked_as, language};
use crate::save::{refuse_extension, refuse_input, save_output};
use crate::{CouldNotRun, Outcome};

pub(crate) fn run(arguments: &TellApartArguments) -> Result<Outcome, CouldNotRun> {
    let language = language(arguments.run.lang);
    let path = arguments.output.as_str();
    refuse_extension(path, &["json"], language)?;
    let others = arguments.roles.files().map(|it| it.0);
    let read = arguments.run.read(&arguments.files);
    refuse_input(path, read.chain(others), language)?;
    let earlier = earlier(path, language)?;
    let chosen = arguments.groups.iter().map(|it| group(it, language));
    let chosen = chosen.collect::<Result<Vec<_>, _>>()?;
    let mut line = ProgressLine::new(arguments.quiet, language);
    let how = How {
        roles: Some(&arguments.roles),
        ..How::default()
    };
    let (mut session, _) = checked_as(&how, &arguments.files, &arguments.run, &mut line)?;
    // The numbers of groups are those of today's rows: a wrong one is seen by the rows that it takes.
    let words = arguments.groups.iter().zip(&chosen);
    let colon = match language {
        Language::Zh => "：",
        Language::En => ": ",
    };
    let taken: Vec<String> = words
        .filter_map(|(word, it)| Some(format!("{word}{colon}{}", rows(&session, *it, language)?)))
        .collect();
    let new = session.tell_apart(&chosen, &mut |step| line.show(step));
    let new = new.map_err(CouldNotRun::said(language))?;
    // The groups that were named are those of a run without them.
    let kept = session.add_told_apart(&earlier, &mut |step| line.show(step));
    line.clear();
    let kept = kept.map_err(CouldNotRun::said(language))?;
    save_output(
        session.decisions(),
        &[],
        &mut line,
        Path::new(path),
        language,
    )?;
    if !arguments.quiet {
        let left = session.groups().len();
        // A reader that stops early is no failure: the file is written.
        let _ = match language {
            Language::Zh => writeln!(
                stdout(),
                "“{path}”：新记作“不是重复”{new}对；用上这些记录后，还有{left}组。"
            ),
            Language::En => writeln!(
                stdout(),
                "\"{path}\": pairs newly told apart {new}, groups left {left}."
            ),
        };
        if kept > 0 {
            let _ = match language {
                Language::Zh => writeln!(stdout(), "文件里原有的另外{kept}对都保留了。"),
                Language::En => writeln!(stdout(), "Kept of those that the file had: {kept} more."),
            };
        }
        for it in taken {
            let _ = writeln!(stdout(), "{it}");
        }
    }
    Ok(ended(session.has_failures()))
}

/// What the file that is written to holds from an earlier time: it stays there. A file of another kind is not
/// written over.
fn earlier(path: &str, language: Language) -> Result<Vec<String>, CouldNotRun> {
    if !Path::new(path).exists() {
        return Ok(Vec::new());
    }
    decided(path, language).map_err(|CouldNotRun(why)| {
        CouldNotRun(match language {
            Language::Zh => format!("已经有文件“{path}”，没有覆盖它，请换一个文件名。{why}"),
            Language::En => {
                format!("\"{path}\" is there already and was not written over; choose another name. {why}")
            }
        })
    })
}

/// The rows of a group, the chosen member in front, each with the masked name.
fn rows(
    session: &Session,
    (group, member): (&str, Option<usize>),
    language: Language,
) -> Option<String> {
    let group = session.group_named(group)?;
    let describe = Describe {
        session,
        values: Values::Masked,
    };
    let several = session.files().len() > 1;
    let members = describe.group(group).members;
    let row = |it: &Member| {
        let name = it.shown.iter().find(|it| it.column == "name");
        let name = name.map_or("", |it| &it.text);
        let file = if several { &*it.file } else { "" };
        match language {
            Language::Zh => format!("{file}第{}行{name}", it.row),
            Language::En if several => format!("{file} row {} {name}", it.row),
            Language::En => format!("row {} {name}", it.row),
        }
    };
    let chosen = member.and_then(|it| members.get(it));
    let others = members.iter().enumerate();
    let others = others.filter(|it| Some(it.0) != member).map(|it| row(it.1));
    let (comma, and) = match language {
        Language::Zh => ("、", "与"),
        Language::En => (", ", " and "),
    };
    let others = others.collect::<Vec<_>>().join(comma);
    Some(chosen.map_or_else(|| others.clone(), |it| format!("{}{and}{others}", row(it))))
}

/// Group and member, which counts from 0, of a word such as `g62` or `g62/2`.
fn group(word: &str, language: Language) -> Result<(&str, Option<usize>), CouldNotRun> {
    let from_one = |digits: &str| digits.parse::<usize>().ok()?.checked_sub(1);
    let (group, member) = match word.split_once('/') {
        None => (word, None),
        Some((group, member)) => (group, Some(member)),
    };
    let is_name = group
        .strip_prefix('g')
        .is_some_and(|it| it.starts_with(|it: char| it.is_ascii_digit()));
    let found = match member.map(from_one) {
        _ if !is_name => None,
        None => Some((group, None)),
        Some(member) => member.map(|it| (group, Some(it))),
    };
    found.ok_or_else(|| {
        CouldNotRun(match language {
            Language::Zh => format!("--group 应写成 g62 或 g62/2 这样，不能是“{word}”。"),
            Language::En => format!("--group takes g62 or g62/2, not \"{word}\"."),
        })
    })
}
