//! The one sentence for what was typed and is not understood. Deliberately nothing of what can be typed.

use std::ffi::OsString;

use clap::error::{ContextKind, ErrorKind};
use roster_engine::Language;

/// The language that is asked for, in arguments that are not understood.
pub(crate) fn language_typed(arguments: impl Iterator<Item = OsString>) -> Language {
    let typed: Vec<OsString> = arguments.collect();
    let is_english = typed.iter().any(|it| it == "--lang=en")
        || typed
            .windows(2)
            .any(|it| it[0] == "--lang" && it[1] == "en");
    if is_english {
        Language::En
    } else {
        Language::Zh
    }
}

/// One sentence for arguments that are not understood.
pub(crate) fn sentence(error: &clap::Error, language: Language) -> String {
    let told = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = without_value(&told(ContextKind::InvalidArg));
    let value = told(ContextKind::InvalidValue);
    let (zh, en) = match error.kind() {
        ErrorKind::UnknownArgument if !argument.starts_with('-') => (
            format!("多了“{argument}”，请去掉它，或另外运行一次"),
            format!("\"{argument}\" is one too many; leave it out, or run once more for it"),
        ),
        ErrorKind::UnknownArgument => (
            format!("不认识的选项“{argument}”"),
            format!("There is no option \"{argument}\""),
        ),
        ErrorKind::InvalidSubcommand => {
            let command = told(ContextKind::InvalidSubcommand);
            (
                format!("不认识的命令“{command}”"),
                format!("There is no command \"{command}\""),
            )
        }
        ErrorKind::InvalidValue if value.is_empty() => (
            format!("选项“{argument}”后面缺少内容"),
            format!("Something is missing after \"{argument}\""),
        ),
        ErrorKind::InvalidValue => {
            let allowed = told(ContextKind::ValidValue);
            (
                format!("选项“{argument}”不能是“{value}”，可用：{allowed}"),
                format!("\"{argument}\" cannot be \"{value}\"; it can be {allowed}"),
            )
        }
        // The only values that are understood here are numbers.
        ErrorKind::ValueValidation => (
            format!("选项“{argument}”要写数字，不能是“{value}”"),
            format!("\"{argument}\" takes a number, not \"{value}\""),
        ),
        ErrorKind::ArgumentConflict => {
            let other = without_value(&told(ContextKind::PriorArg));
            if other == argument {
                (
                    format!("选项“{argument}”只能写一次"),
                    format!("\"{argument}\" can be given once only"),
                )
            } else {
                (
                    format!("选项“{argument}”和“{other}”不能同时用，请去掉一个"),
                    format!("\"{argument}\" and \"{other}\" do not go together; leave one out"),
                )
            }
        }
        ErrorKind::InvalidUtf8 => (
            "选项后面的名称不是UTF-8，请给这个文件或文件夹改一个名称".to_owned(),
            "The name behind an option is no UTF-8; rename that file or folder".to_owned(),
        ),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("缺少命令".to_owned(), "A command is missing".to_owned())
        }
        ErrorKind::MissingRequiredArgument => missing(&argument),
        _ => (
            "命令写得不对".to_owned(),
            "The command is not understood".to_owned(),
        ),
    };
    match language {
        Language::Zh => zh,
        Language::En => en,
    }
}

/// The name of an option, without the sign for its value: of one that is none, its sign.
fn without_value(argument: &str) -> String {
    let name = argument.split_once(" <").map_or(argument, |it| it.0);
    name.trim_end_matches("...").to_owned()
}

/// What has to be written and is not.
fn missing(argument: &str) -> (String, String) {
    let (zh, en) = match argument.trim_matches(['<', '>']) {
        "FILE" => ("没有写是哪个文件", "Say which file"),
        "CODE" => ("没有写规则编号，如 R1003", "Say which rule, such as R1003"),
        "--output" => (
            "没有写 -o 和写到哪个文件",
            "Say with -o which file to write",
        ),
        "--by" => (
            "没有写怎么拆分，如 --by class",
            "Say how to divide, such as --by class",
        ),
        other => {
            return (
                format!("还要写“{other}”"),
                format!("\"{other}\" is missing"),
            );
        }
    };
    (zh.to_owned(), en.to_owned())
}
