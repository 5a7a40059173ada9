//! The commands and their options, as clap reads them, each with its line of help.

use std::ffi::{OsStr, OsString};
use std::num::{NonZeroU32, ParseIntError};

use clap::{Args, Parser, Subcommand, ValueEnum};
use roster_engine::SheetRole;

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
    /// 自动改正可以放心改的内容，其余保持原样 (apply all safe fixes, leave everything else as it was)
    Fix(FixArguments),
    /// 生成空白模板 (make a blank workbook)
    Template(TemplateArguments),
    /// 把名单拆分成多个文件 (divide rosters among workbooks)
    Split(SplitArguments),
    /// 把多个名单合并成一个文件 (join rosters into one file)
    Merge(MergeArguments),
    /// 生成《问题学籍处理清单》，附材料清单、学校证明和函
    /// (make the list of duplicates to settle, with papers, certificates and letters)
    Settle(SettleArguments),
    /// 把核对过的重复组记作“不是重复”，写进一个文件，下次检查用 --decisions 读入
    /// (remember that the rows of groups are different pupils, for --decisions of later runs)
    TellApart(TellApartArguments),
    /// 列出全部规则 (list the rules)
    Rules(ListArguments),
    /// 显示一条规则或一个问题的说明 (show the page of a rule, or the answer to a question)
    Explain(ExplainArguments),
    /// 列出全部模板，导出一个，或与一个文件的表头比对 (list the profiles, export one, or compare one with a file)
    Profiles(ProfilesArguments),
}

#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// 要检查的文件；- 表示标准输入 (the files; - is standard input)
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<OsString>,
    #[command(flatten)]
    pub(crate) roles: RoleArguments,
    #[command(flatten)]
    pub(crate) run: RunArguments,
    /// 输出格式 (output format)
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: FormatArgument,
    /// 输出到文件；默认标准输出；xlsx 格式可写文件夹，每个文件标注一份，以 / 结尾的没有就新建
    /// (a file instead of standard output; for xlsx a folder takes one marked workbook a file, and is made
    /// if its name ends in /)
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<String>,
    /// 扫描件文件夹：看变更、佐证的材料是否齐全；只看文件名、大小和开头几个字节
    /// (a folder of scans: whether the papers for 变更 and 佐证 are there; only names, sizes and first bytes)
    #[arg(long, value_name = "DIR")]
    pub(crate) evidence: Option<String>,
    /// 显示完整的姓名、证件号、出生日期、电话和地址；默认遮住 (show personal values; masked by default)
    #[arg(long)]
    pub(crate) show_values: bool,
    /// 只输出合计和结论，不显示进度 (the summary alone, no progress)
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// Files of the run that are not there to be checked, or whose kind was guessed wrongly, and what was
/// decided before.
#[derive(Debug, Default, Args)]
pub(crate) struct RoleArguments {
    /// 只作比对的文件，如往年、上学期或全区的名册：与其余名册比对，自身不查重、不检查；可多次使用
    /// (a file that is only compared with the others, neither checked nor compared within itself)
    #[arg(long = "archive", value_name = "FILE")]
    pub(crate) archives: Vec<OsString>,
    /// 全国学籍系统导出的问题学籍名单；通常按表头认出，认不出时用；可多次使用
    /// (the national system's list of 问题学籍, where its header does not tell)
    #[arg(long = "problem-list", value_name = "FILE")]
    pub(crate) problem_lists: Vec<OsString>,
    /// 把这个文件当作名册检查，即使它像问题学籍名单，或像另一份名册中部分学生的名单；可多次使用
    /// (a roster, though it looks like a list of 问题学籍, or of some of the pupils of another roster)
    #[arg(long = "roster", value_name = "FILE")]
    pub(crate) rosters: Vec<OsString>,
    /// “不是重复”的记录：里面的每一对不再当作同一名学生；由 tell-apart 或网页写出
    /// (pairs that were told apart, as tell-apart or the page wrote them)
    #[arg(long, value_name = "FILE")]
    pub(crate) decisions: Option<String>,
}

impl RoleArguments {
    /// The files, each with what it is for.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&OsStr, SheetRole)> {
        let archives = self.archives.iter().map(|it| (it, SheetRole::Archive));
        let lists = self.problem_lists.iter();
        let rosters = self.rosters.iter().map(|it| (it, SheetRole::Roster));
        archives
            .chain(lists.map(|it| (it, SheetRole::ProblemList)))
            .chain(rosters)
            .map(|(path, role)| (path.as_os_str(), role))
    }

    /// Everything that is read because of them.
    pub(crate) fn read(&self) -> impl Iterator<Item = &OsStr> {
        self.files()
            .map(|it| it.0)
            .chain(self.decisions.iter().map(OsStr::new))
    }
}

impl CheckArguments {
    /// Every file that is read but those of the folder of scans.
    pub(crate) fn read(&self) -> impl Iterator<Item = &OsStr> {
        self.run.read(&self.files).chain(self.roles.read())
    }

    /// The file that is written; none of standard output, which may be called - as standard input is.
    pub(crate) fn written(&self) -> Option<&str> {
        self.output.as_deref().filter(|it| *it != "-")
    }
}

#[derive(Debug, Args)]
pub(crate) struct FixArguments {
    /// 要改正的文件；- 表示标准输入 (the file; - is standard input)
    #[arg(value_name = "FILE")]
    pub(crate) file: OsString,
    /// 改正后的文件，不能是原来的文件 (the corrected file; never the original one)
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: String,
    /// 把每一处改动写到 .csv 或 .xlsx 文件，内容默认遮住 (every change into a .csv or .xlsx file, masked by default)
    #[arg(long, value_name = "PATH")]
    pub(crate) log: Option<String>,
    /// 改正后的工作簿里加上“修改记录”“说明”两张表，不遮住；上报的不要加 (with a record in two sheets; not to be submitted)
    #[arg(long)]
    pub(crate) with_record: bool,
    #[command(flatten)]
    pub(crate) run: RunArguments,
    /// 显示完整的姓名、证件号、出生日期、电话和地址；默认遮住 (show personal values; masked by default)
    #[arg(long)]
    pub(crate) show_values: bool,
    /// 只输出总数，不显示进度 (the totals alone, no progress)
    #[arg(long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct TemplateArguments {
    /// 模板编号或模板文件；见 rostercheck profiles (profile or profile file; see rostercheck profiles)
    #[arg(long, value_name = "ID|FILE", default_value = "xj-2013")]
    pub(crate) profile: String,
    /// 写到这个文件 (write to this file)
    #[arg(short, long, value_name = "FILE.xlsx")]
    pub(crate) output: String,
    /// 语言 (language)
    #[arg(long, value_enum, default_value = "zh")]
    pub(crate) lang: LanguageArgument,
}

#[derive(Debug, Args)]
pub(crate) struct SplitArguments {
    /// 要拆分的文件 (the files)
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<OsString>,
    /// 怎么拆：class 按班级，grade 按年级，rows=500 每份500行 (divide by class, grade or rows=N)
    #[arg(long, value_name = "HOW")]
    pub(crate) by: String,
    /// 写到这个文件夹，没有就新建 (write into this folder, made if it is not there)
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: String,
    /// 文件名的写法，如 {grade}{class}；花括号里可写 school、grade、class、n（序号）
    /// (pattern of the names, such as {grade}{class}; in braces go school, grade, class and n, a serial number)
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) run: RunArguments,
    /// 不显示进度和总结 (no progress and no summary)
    #[arg(long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct MergeArguments {
    /// 要合并的文件 (the files)
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<OsString>,
    /// 写到这个文件，.xlsx 或 .csv (write to this file)
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: String,
    #[command(flatten)]
    pub(crate) run: RunArguments,
    /// 不显示进度和总结 (no progress and no summary)
    #[arg(long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct SettleArguments {
    /// 学籍表格，可多个 (the files)
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<OsString>,
    /// 写到这个文件：.xlsx，或可打印的网页 .html (write to this file)
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: String,
    /// 输出格式；默认按文件名判断 (output format; by the name of the file by default)
    #[arg(long, value_enum)]
    pub(crate) format: Option<SettleFormat>,
    #[command(flatten)]
    pub(crate) roles: RoleArguments,
    #[command(flatten)]
    pub(crate) run: RunArguments,
    /// 扫描件文件夹：看变更、佐证的材料是否齐全；只看文件名、大小和开头几个字节
    /// (a folder of scans: whether the papers for 变更 and 佐证 are there; only names, sizes and first bytes)
    #[arg(long, value_name = "DIR")]
    pub(crate) evidence: Option<String>,
    /// 显示完整的姓名、证件号、出生日期；默认遮住 (show personal values; masked by default)
    #[arg(long)]
    pub(crate) show_values: bool,
    /// 不显示进度和总结 (no progress and no summary)
    #[arg(long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct TellApartArguments {
    /// 检查过的文件，与检查时相同 (the files, as they were checked)
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<OsString>,
    /// 哪一组不是重复，用检查结果里的编号，如 g62；只有组里排第 2 的那一行是另一名学生的，写 g62/2；可多次使用
    /// (the group, as the report names it; g62/2 when its second row alone is another pupil)
    #[arg(long = "group", value_name = "gN[/M]", required = true)]
    pub(crate) groups: Vec<String>,
    /// 写到这个文件；文件里原有的和 --decisions 的记录一并写入 (write to this file, with what it has and those of --decisions)
    #[arg(short, long, value_name = "OUT.json")]
    pub(crate) output: String,
    #[command(flatten)]
    pub(crate) roles: RoleArguments,
    #[command(flatten)]
    pub(crate) run: RunArguments,
    /// 不显示进度和总结 (no progress and no summary)
    #[arg(long)]
    pub(crate) quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SettleFormat {
    Xlsx,
    Html,
}

/// How to read and check: the same for every command that does.
#[derive(Debug, Args)]
pub(crate) struct RunArguments {
    /// 模板编号或模板文件；默认按表头判断 (profile or profile file; guessed from the header by default)
    #[arg(long, value_name = "ID|FILE")]
    pub(crate) profile: Option<String>,
    /// 以这一天为“今天”，如 2026-11-21 (the date used as today)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<String>,
    /// 导入前或导入后；默认 before-import，settle 或有问题学籍名单时默认 after-import
    /// (before or after import; the default is before-import, and after-import for settle or with a list of 问题学籍)
    #[arg(long, value_enum)]
    pub(crate) stage: Option<StageArgument>,
    /// 设置模板参数，可多次使用 (set a parameter of the profile)
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub(crate) parameters: Vec<String>,
    /// 表头所在的行号；默认自动查找；没有表头的写 none，再用 --column 按列号指定各列，如 #A=姓名
    /// (row number of the header; looked for by default; none where there is none, with --column #A=name)
    #[arg(long, value_name = "N|none", value_parser = header_row)]
    pub(crate) header_row: Option<u32>,
    /// 某一列是什么，列名认不出或认错时用，如 学生名称=姓名；没有列名的写列号，如 #C=身份证件号；不检查的写 none；可多次使用
    /// (what a column is whose header is not known or taken for another: NAME=id_number; #C=name by its
    /// letters; none for one that is not to be checked)
    #[arg(long = "column", value_name = "HEADER=COLUMN")]
    pub(crate) columns: Vec<String>,
    /// 只检查这个工作表，可多次使用；默认全部 (only this sheet; all by default)
    #[arg(long = "sheet", value_name = "NAME")]
    pub(crate) sheets: Vec<String>,
    /// 文本文件的编码：utf-8、gb18030、utf-16le、utf-16be、big5；默认自动判断 (encoding of text files)
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// 打开加密文件的密码，用于所有加密的文件 (password of locked files)
    #[arg(long, value_name = "PASSWORD", conflicts_with = "password_file")]
    pub(crate) password: Option<String>,
    /// 密码写在这个文件的第一行 (the password is the first line of a file)
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<String>,
    /// 语言 (language)
    #[arg(long, value_enum, default_value = "zh")]
    pub(crate) lang: LanguageArgument,
}

impl RunArguments {
    /// The files of the run, and those that are read because of these arguments.
    pub(crate) fn read<'a>(&'a self, files: &'a [OsString]) -> impl Iterator<Item = &'a OsStr> {
        let profile = self.profile.iter().filter(|it| is_profile_file(it));
        let of_run = profile.chain(&self.password_file).map(OsStr::new);
        files.iter().map(OsString::as_os_str).chain(of_run)
    }
}

/// A row number, or none, for which the engine has 0.
fn header_row(typed: &str) -> Result<u32, ParseIntError> {
    if typed == "none" {
        return Ok(0);
    }
    typed.parse::<NonZeroU32>().map(NonZeroU32::get)
}

/// Whether a profile is said by its file: one that has a dot or a folder in its name.
pub(crate) fn is_profile_file(given: &str) -> bool {
    given.contains(['.', '/', '\\'])
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
pub(crate) struct ProfilesArguments {
    /// 只要这一个模板，写出为 Table Schema (this profile alone, as a Frictionless Table Schema)
    #[arg(long, value_name = "ID|FILE")]
    pub(crate) export: Option<String>,
    /// 把这个文件的表头与模板比对，如刚下载的空白模板
    /// (compare the header of this file, such as the template just downloaded, with the profile)
    #[arg(long, value_name = "FILE", conflicts_with = "export")]
    pub(crate) compare: Option<String>,
    /// 与哪个模板比对；默认按表头判断 (the profile to compare with; guessed from the header by default)
    #[arg(long, value_name = "ID|FILE", requires = "compare")]
    pub(crate) profile: Option<String>,
    /// 输出格式；table-schema 用于 --export (output format; table-schema goes with --export)
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ProfilesFormat,
    /// 语言 (language)
    #[arg(long, value_enum, default_value = "zh")]
    pub(crate) lang: LanguageArgument,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProfilesFormat {
    Text,
    Json,
    TableSchema,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    /// 规则编号（如 R1003）、说明的名称（如 g-and-id）、标题或其中的词；不写时列出全部说明
    /// (the rule's code, the name of a topic, a title or words; without it the topics are listed)
    pub(crate) code: Option<String>,
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
    Html,
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
