//! What can be typed, and the one sentence for what cannot.

use clap::error::{ContextKind, ErrorKind};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// 学籍自查：检查学籍表格，查重，说明怎么处理。全部在本机完成。
///
/// Checks pupil rosters, finds duplicates and says what to do; nothing leaves this computer.
#[derive(Debug, Parser)]
#[command(name = "rostercheck", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 检查一个或多个文件 (check one or more files)
    Check(CheckArguments),
    /// 列出全部规则 (list the rules)
    Rules(ListArguments),
    /// 显示一条规则的说明 (show the page of a rule)
    Explain(ExplainArguments),
    /// 列出全部模板 (list the profiles)
    Profiles(ListArguments),
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// 要检查的文件；- 表示标准输入 (the files; - is standard input)
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,
    #[command(flatten)]
    pub(crate) run: RunArguments,
    /// 输出格式 (output format)
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: FormatArgument,
    /// 输出到文件；默认标准输出 (write to a file instead of standard output)
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<String>,
    /// 显示完整的姓名、证件号、电话和地址；默认遮住 (show personal values; masked by default)
    #[arg(long)]
    pub(crate) show_values: bool,
    /// 只输出总结，不显示进度 (the summary alone, no progress)
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// How to read and check: the same for every command that does.
#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    /// 模板编号；默认按表头判断 (profile; guessed from the header by default)
    #[arg(long, value_name = "ID")]
    pub(crate) profile: Option<String>,
    /// 以这一天为“今天”，如 2026-11-21 (the date used as today)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<String>,
    /// 导入前或导入后 (before or after import)
    #[arg(long, value_enum, default_value = "before-import")]
    pub(crate) stage: StageArgument,
    /// 设置模板参数，可多次使用 (set a parameter of the profile)
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(crate) parameters: Vec<String>,
    /// 表头所在的行号；默认自动查找 (row number of the header; looked for by default)
    #[arg(long, value_name = "N")]
    pub(crate) header_row: Option<u32>,
    /// 只检查这个工作表，可多次使用；默认全部 (only this sheet; all by default)
    #[arg(long = "sheet", value_name = "NAME")]
    pub(crate) sheets: Vec<String>,
    /// 文本文件的编码：utf-8、gb18030、utf-16le、utf-16be、big5；默认自动判断 (encoding of text files)
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// 语言 (language)
    #[arg(long, value_enum, default_value = "zh")]
    pub(crate) lang: LanguageArgument,
}

#[derive(Debug, Args)]
pub(crate) struct ListArguments {
    /// 输出格式 (output format)
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ListFormat,
    /// 语言 (language)
    #[arg(long, value_enum, default_value = "zh")]
    pub(crate) lang: LanguageArgument,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    /// 规则编号，如 R1003 (the rule's code)
    pub(crate) code: String,
    /// 语言 (language)
    #[arg(long, value_enum, default_value = "zh")]
    pub(crate) lang: LanguageArgument,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum StageArgument {
    BeforeImport,
    AfterImport,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatArgument {
    Text,
    Json,
    Csv,
    Xlsx,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LanguageArgument {
    Zh,
    En,
}

/// The word of a choice, as typed.
pub(crate) fn word(choice: &impl ValueEnum) -> String {
    choice
        .to_possible_value()
        .map(|it| it.get_name().to_owned())
        .unwrap_or_default()
}

/// One sentence for arguments that are not understood.
pub(crate) fn sentence(error: &clap::Error) -> String {
    let told = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = told(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => format!("不认识的选项“{argument}”"),
        ErrorKind::InvalidSubcommand => {
            format!("不认识的命令“{}”", told(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if told(ContextKind::InvalidValue).is_empty() => {
            format!("选项“{argument}”后面缺少内容")
        }
        ErrorKind::InvalidValue => format!(
            "选项“{argument}”不能是“{}”，可用：{}",
            told(ContextKind::InvalidValue),
            told(ContextKind::ValidValue)
        ),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "缺少命令".to_owned()
        }
        ErrorKind::MissingRequiredArgument => format!("缺少“{argument}”"),
        _ => "命令写得不对".to_owned(),
    }
}
