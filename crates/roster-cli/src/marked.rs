//! `check --format xlsx`: the original workbook with its marks where that is possible.

use std::path::Path;

use roster_engine::{Describe, FileNames, Format, Original, Values};

use crate::args::{CheckArguments, FormatArgument};
use crate::progress::ProgressLine;
use crate::run::{Input, language};
use crate::save::{extensions_of, refuse_extension, refuse_input, save_output};
use crate::{CouldNotRun, save};

/// Writes marked workbooks: one a file into a folder, or the one workbook that was checked. Says
/// whether it did; otherwise the marks belong into one fresh workbook.
pub(crate) fn write(
    describe: Describe<'_>,
    inputs: &[Input],
    arguments: &CheckArguments,
    line: &mut ProgressLine,
) -> Result<bool, CouldNotRun> {
    let Some(path) = arguments.written() else {
        return Ok(false);
    };
    if arguments.format != FormatArgument::Xlsx {
        return Ok(false);
    }
    let files = describe.session.files();
    if is_folder(path) {
        save::folder(path, language(arguments.run.lang))?;
        let mut names = FileNames::default();
        for index in (0..files.len()).filter(|&it| files[it].failure.is_none()) {
            let called = &files[index].name;
            let place = |name: &str| Path::new(path).join(names.free(name));
            write_one(
                describe,
                (index, called),
                &inputs[index],
                arguments,
                line,
                place,
            )?;
        }
        return Ok(true);
    }
    let is_report =
        describe.values == Values::Masked || files.len() > 1 || files[0].failure.is_some();
    // A spreadsheet program refuses a workbook with macros that is not called one, and the other way round.
    let is_workbook = matches!(files[0].format, Format::Xlsx | Format::Xlsm);
    let endings: &[&str] = if is_report || !is_workbook {
        &["xlsx"]
    } else {
        extensions_of(files[0].format, &files[0].name)
    };
    refuse_extension(path, endings, language(arguments.run.lang))?;
    if is_report {
        return Ok(false);
    }
    write_one(describe, (0, path), &inputs[0], arguments, line, |_| {
        path.into()
    })?;
    Ok(true)
}

fn write_one(
    describe: Describe<'_>,
    (index, called): (usize, &str),
    input: &Input,
    arguments: &CheckArguments,
    line: &mut ProgressLine,
    place: impl FnOnce(&str) -> std::path::PathBuf,
) -> Result<(), CouldNotRun> {
    let language = language(arguments.run.lang);
    let bytes = input.bytes(language)?;
    let content = input.content(&bytes);
    let original = Original {
        bytes: &bytes,
        content: content.as_deref(),
    };
    let output = describe.marked_as(index, &original, language, called);
    let output = output.map_err(CouldNotRun::said(language))?;
    let place = place(&output.name);
    refuse_input(&place.to_string_lossy(), arguments.read(), language)?;
    save_output(output, original.as_read(), line, &place, language)?;
    Ok(())
}

fn is_folder(path: &str) -> bool {
    path.ends_with(std::path::is_separator) || Path::new(path).is_dir()
}
