//! The words of the book's frame, in both languages. What a page says is in the pages.

/// The words of one language.
pub(super) struct Words {
    pub(super) lang: &'static str,
    pub(super) book: &'static str,
    pub(super) other_language: &'static str,
    pub(super) advice: &'static str,
    pub(super) speaks: &'static str,
    pub(super) quiet: &'static str,
    /// What a cell is that is no text, in the order of `roster_example::Stored`.
    pub(super) stored: [&'static str; 4],
    pub(super) lead: &'static str,
    pub(super) by_question: &'static str,
    pub(super) says: &'static str,
    pub(super) asked: &'static str,
    pub(super) by_column: &'static str,
    pub(super) by_code: &'static str,
    pub(super) every_column: &'static str,
    pub(super) whole_file: &'static str,
    pub(super) whole_sheet: &'static str,
    pub(super) header: &'static str,
    pub(super) blank_row: &'static str,
    pub(super) more_rows: &'static str,
    pub(super) columns: &'static str,
    pub(super) basis: &'static str,
    pub(super) comma: &'static str,
    pub(super) colon: &'static str,
    pub(super) semicolon: &'static str,
    pub(super) head: [&'static str; 4],
    /// What the directives of an example mean, by what stands there.
    directives: &'static [(&'static str, &'static str)],
    levels: [&'static str; 3],
    families: [&'static str; FAMILIES.len()],
}

/// The beginnings of the codes of a family, in order.
pub(super) const FAMILIES: [&str; 12] = [
    "R00", "R01", "R02", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9",
];

impl Words {
    pub(super) const ZH: Self = Self {
        lang: "zh-CN",
        book: "规则手册",
        other_language: "English",
        advice: "本工具的结论是建议，以学籍主管部门的要求为准。",
        speaks: "会提示",
        quiet: "不提示",
        stored: ["数值", "日期格式", "逻辑值", "公式"],
        lead: "每条规则查什么、为什么、怎么改、正确的内容到哪里找。",
        by_question: "按问题查",
        says: "系统提示……怎么办",
        asked: "常见问题",
        by_column: "按列查",
        by_code: "按编号查",
        every_column: "所有列",
        whole_file: "整个文件",
        whole_sheet: "整张表",
        header: "列名",
        blank_row: "（空行）",
        more_rows: "……（下面还有{}行，与上一行相仿）",
        columns: "涉及的列：",
        basis: "依据：",
        comma: "、",
        colon: "：",
        semicolon: "；",
        directives: &[
            ("profile", "模板：{}"),
            ("today", "检查日期：{}"),
            ("stage", "{}"),
            ("before-import", "导入前"),
            ("after-import", "导入后"),
            ("own", "模板文件里写着："),
            ("file", "文件“{}”"),
            ("sheet", "工作表“{}”"),
            ("hidden", "隐藏的工作表"),
            ("hidden-rows", "隐藏的行：{}"),
            ("hidden-columns", "隐藏的列：{}"),
            ("filter", "用筛选隐藏"),
            ("merge", "合并的单元格：{}"),
            ("phantom-rows", "下面另有{}行没有内容的行"),
            ("evidence", "材料“{}”"),
            ("evidence!", "材料“{}”，内容与扩展名不符"),
            ("role", "{}"),
            ("archive", "往年的名册"),
            ("problem-list", "系统导出的问题学籍名单"),
            ("real", "其实是{}"),
            ("xlsx-1904", "从1904年起算日期的工作簿"),
            ("csv", "CSV"),
            ("gbk-csv", "GBK编码的文本"),
            ("tsv", "制表符分隔的文本"),
            ("html", "网页"),
            ("png", "图片"),
            ("pdf", "PDF"),
            ("empty", "空文件"),
            ("encrypted", "加了密码的工作簿"),
        ],
        head: ["编号", "级别", "规则", "规则包"],
        levels: ["错误", "警告", "提示"],
        families: [
            "文件和工作表",
            "表头",
            "文字",
            "身份证件",
            "姓名",
            "日期和年龄",
            "代码和各列之间",
            "地址和联系方式",
            "家庭成员",
            "重复和问题学籍",
            "学籍号、学校标识码和班级",
            "学籍异动",
        ],
    };

    pub(super) const EN: Self = Self {
        lang: "en",
        book: "The rule book",
        other_language: "中文",
        advice: "What the tool says is advice; your authority's requirements decide.",
        speaks: "speaks",
        quiet: "passes",
        stored: ["a number", "a date", "a truth value", "a formula"],
        lead: "What every rule looks for, why, how to correct it, and where the right value is found.",
        by_question: "By question",
        says: "What to do when the system says …",
        asked: "Often asked",
        by_column: "By column",
        by_code: "By code",
        every_column: "Every column",
        whole_file: "The file as a whole",
        whole_sheet: "The sheet as a whole",
        header: "The header",
        blank_row: "(a blank row)",
        more_rows: "… ({} more rows like the one above)",
        columns: "Columns: ",
        basis: "Basis: ",
        comma: ", ",
        colon: ": ",
        semicolon: "; ",
        directives: &[
            ("profile", "profile: {}"),
            ("today", "date of checking: {}"),
            ("stage", "{}"),
            ("before-import", "before import"),
            ("after-import", "after import"),
            ("own", "The profile file says:"),
            ("file", "file {}"),
            ("sheet", "sheet {}"),
            ("hidden", "hidden"),
            ("hidden-rows", "hidden rows: {}"),
            ("hidden-columns", "hidden columns: {}"),
            ("filter", "hidden by a filter"),
            ("merge", "merged cells: {}"),
            ("phantom-rows", "{} rows without anything below"),
            ("evidence", "paper {}"),
            ("evidence!", "paper {}, not what its extension says"),
            ("role", "{}"),
            ("archive", "a roster of earlier years"),
            ("problem-list", "the system's list of problem registrations"),
            ("real", "really {}"),
            ("xlsx-1904", "a workbook that counts days from 1904"),
            ("csv", "CSV"),
            ("gbk-csv", "text in GBK"),
            ("tsv", "text with tabs"),
            ("html", "a web page"),
            ("png", "a picture"),
            ("pdf", "a PDF"),
            ("empty", "an empty file"),
            ("encrypted", "a workbook with a password"),
        ],
        head: ["code", "level", "rule", "rule pack"],
        levels: ["error", "warning", "info"],
        families: [
            "Files and sheets",
            "Headers",
            "Text",
            "Identity documents",
            "Names",
            "Dates and ages",
            "Codes, and columns against each other",
            "Addresses and contact",
            "Family members",
            "Duplicates and problem registrations",
            "Student numbers, school codes and classes",
            "Changes of status",
        ],
    };

    /// What a directive of an example means; nothing for what needs no words.
    pub(super) fn directive(&self, key: &str) -> &'static str {
        let found = self.directives.iter().find(|it| it.0 == key);
        found.map_or("", |it| it.1)
    }

    /// The level's word; what is not known stays as it is.
    pub(super) fn level<'k>(&self, key: &'k str) -> &'k str {
        let place = ["error", "warning", "info"]
            .iter()
            .position(|it| *it == key);
        place.map_or(key, |it| self.levels[it])
    }

    /// The words of the levels a rule speaks at: its own, and the milder ones that its examples show.
    pub(super) fn levels_told(&self, most: &str, page: &str) -> String {
        let or = if self.comma == "、" { "或" } else { " or " };
        let milder = ["warning", "info"].into_iter().filter(|it| *it != most);
        let shown = milder.filter(|it| page.contains(&format!("level={it}")));
        let told: Vec<&str> = std::iter::once(most)
            .chain(shown)
            .map(|it| self.level(it))
            .collect();
        told.join(or)
    }

    /// The title of the family at this place in [`FAMILIES`].
    pub(super) fn family(&self, index: usize) -> &'static str {
        self.families[index]
    }
}
