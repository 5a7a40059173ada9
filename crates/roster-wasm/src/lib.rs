//! The core in a page. No decision is made here: convert, call the engine, convert.
//!
//! Options and summaries cross as plain objects; bytes and marks as typed arrays; the page asks
//! only for what is visible, never for the whole table. Lives in a worker, so that a long check
//! never freezes the page and a panic costs only the worker.

mod decisions;
mod files;
mod given;
mod mistake;
mod output;
mod settlement;

use roster_engine::wire::Said;
use roster_engine::{
    Content, Describe, Encoding, Language, OfficeFailure, Options, Original, Progress,
    UnchangedCell, Values,
};
use serde::Serialize;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use files::FileBytes;
use given::{check_options, profile_file, split_options};
use mistake::{mistake, understood};
use output::{Output, Outputs, made, made_many};

/// Makes a panic tell the console what happened before the worker is lost.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
    }));
}

/// A run over any number of files.
#[wasm_bindgen]
pub struct Session(roster_engine::Session);

#[wasm_bindgen]
impl Session {
    /// A run without files; `options` is a `CheckOptions`.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue) -> Result<Session, JsError> {
        let options = check_options(&options);
        let options = Options::understand(&options).map_err(refuse)?;
        // A second worker has them.
        let run = roster_engine::Session::new(options).without_checksums();
        Ok(Session(run))
    }

    /// Reads a file into the run; gives the number of pupils in it. `content` is what the second module
    /// read or unlocked it into, if it did. `progress` is called with phase, done and total.
    pub fn open(
        &mut self,
        name: &str,
        file: &FileBytes,
        content: Option<Vec<u8>>,
        progress: &js_sys::Function,
    ) -> f64 {
        let mut step = |it| tell(progress, it);
        let pupils = self
            .0
            .open_from_office(name, file.all(), content.as_deref(), &mut step);
        pupils as f64
    }

    /// Sets the checksum of a file by its position among those that were opened.
    pub fn set_checksum(&mut self, file: usize, sha256: String) {
        self.0.set_checksum(file, sha256);
    }

    /// Puts a file into the run that the second module did not read: it is missing, or stopped.
    pub fn office_failed(&mut self, name: &str, file: &FileBytes, is_missing: bool) {
        let why = if is_missing {
            OfficeFailure::Missing
        } else {
            OfficeFailure::Stopped
        };
        self.0.office_failed(name, file.all(), why);
    }

    /// Checks everything that was opened.
    pub fn check(&mut self, progress: &js_sys::Function) {
        self.0.check(&mut |it| tell(progress, it));
    }

    /// What came out, an `Overview`.
    pub fn overview(&self) -> Result<JsValue, JsError> {
        give(&self.describe(false).overview())
    }

    /// Some findings of a rule, each a `Finding`.
    pub fn findings(
        &self,
        rule: &str,
        from: u32,
        count: u32,
        shown: bool,
    ) -> Result<JsValue, JsError> {
        give(
            &self
                .describe(shown)
                .findings(rule, u64::from(from), count as usize),
        )
    }

    /// Some pupils of a sheet, each a `ShownRow`.
    pub fn rows(&self, sheet: u32, from: u32, count: u32, shown: bool) -> Result<JsValue, JsError> {
        give(&self.describe(shown).rows(sheet as usize, from, count))
    }

    /// The marked cells among some pupils: row, column, level and rule of each, in turn.
    pub fn marks(&self, sheet: u32, from: u32, count: u32) -> Vec<u32> {
        self.describe(false).marks(sheet as usize, from, count)
    }

    /// The position among the pupils of a row of the file.
    pub fn row_index(&self, sheet: u32, row_number: u32) -> Option<u32> {
        self.describe(false).row_index(sheet as usize, row_number)
    }

    /// The next cell behind this one in which a text stands, a `FoundCell`; null where none has it.
    pub fn find(&self, text: &str, sheet: u32, row: u32, column: u32) -> Result<JsValue, JsError> {
        give(&self.describe(false).find(text, (sheet, row, column)))
    }

    /// Some groups of duplicates, each a `Group`.
    pub fn groups(&self, from: u32, count: u32, shown: bool) -> Result<JsValue, JsError> {
        let describe = self.describe(shown);
        let groups = describe.groups_from(from as usize, count as usize);
        give(&groups)
    }

    /// The report in a format: `json`, `csv` or `xlsx`.
    pub fn export(&self, format: &str, shown: bool, language: &str) -> Result<Output, JsValue> {
        let language = understood(language)?;
        let describe = self.describe(shown);
        let mut out = Vec::new();
        let content = match format {
            "xlsx" => Content::Plan(describe.workbook_plan(language)),
            "csv" => {
                let written = describe.write_csv(language, &mut out);
                written.map_err(JsError::from)?;
                Content::Ready(out)
            }
            "json" => {
                describe.write_json(&mut out).map_err(JsError::from)?;
                Content::Ready(out)
            }
            _ => return Err(mistake("format", format)),
        };
        Ok(Output::of(format!("report.{format}"), content))
    }

    /// Applies every safe fix; gives an `Overview`.
    pub fn apply_safe(&mut self, progress: &js_sys::Function) -> Result<JsValue, JsError> {
        let applied = self.0.apply_safe(&mut |it| tell(progress, it));
        self.overview_after(applied)
    }

    /// Applies one fix of one finding of a rule, both counted from 0; gives an `Overview`.
    pub fn apply_fix(
        &mut self,
        rule: &str,
        finding: u32,
        fix: u32,
        progress: &js_sys::Function,
    ) -> Result<JsValue, JsError> {
        let mut tell = |it| tell(progress, it);
        let applied = self
            .0
            .apply_fix(rule, u64::from(finding), fix as usize, &mut tell);
        self.overview_after(applied)
    }

    /// Gives a cell the text that somebody typed; row and column as in `rows`. Gives an `Overview`.
    pub fn write_cell(
        &mut self,
        sheet: u32,
        row: u32,
        column: usize,
        text: String,
        progress: &js_sys::Function,
    ) -> Result<JsValue, JsError> {
        let mut tell = |it| tell(progress, it);
        let written = self.0.write_cell((sheet, row, column), text, &mut tell);
        self.overview_after(written)
    }

    /// Takes back the last step; gives an `Overview`.
    pub fn undo(&mut self, progress: &js_sys::Function) -> Result<JsValue, JsError> {
        let undone = self.0.undo(&mut |it| tell(progress, it));
        self.overview_after(undone)
    }

    /// Forgets the changes of a file that could not be put into it, as `unchanged` of the second module tells
    /// them; gives an `Overview`.
    pub fn take_back(
        &mut self,
        file: u32,
        unchanged: Vec<String>,
        progress: &js_sys::Function,
    ) -> Result<JsValue, JsError> {
        let cell = |it: &[String]| {
            Some(UnchangedCell {
                sheet: it[0].clone(),
                row_number: it[1].parse().ok()?,
                position: it[2].parse().ok()?,
            })
        };
        let cells: Vec<UnchangedCell> = unchanged.chunks_exact(3).filter_map(cell).collect();
        let mut tell = |it| tell(progress, it);
        let taken_back = self.0.take_back(file as usize, &cells, &mut tell);
        self.overview_after(taken_back)
    }

    /// The changes of the run, for `set_kept` of the next one; they are lost with this run otherwise.
    pub fn keep_changes(&self) -> Vec<u8> {
        self.0.keep_changes()
    }

    /// Has the changes of an earlier run made by `check`, wherever the same text stands in the same place.
    pub fn set_kept(&mut self, changes: &[u8]) {
        self.0.set_kept(changes);
    }

    /// How many changes `apply_safe` would begin with, each a `RuleCount`.
    pub fn safe_fixes(&self) -> Result<JsValue, JsError> {
        give(&self.describe(false).safe_fixes())
    }

    /// Some changes that were made, oldest first, each a `Change`.
    pub fn changes(&self, from: u32, count: u32, shown: bool) -> Result<JsValue, JsError> {
        give(
            &self
                .describe(shown)
                .changes_from(from as usize, count as usize),
        )
    }

    /// A file with the changes of the run in it, everything else as it was. `original` are its bytes
    /// again; `content` what `open` was given for it.
    pub fn corrected(
        &self,
        file: u32,
        original: &FileBytes,
        content: Option<Vec<u8>>,
    ) -> Result<Output, JsError> {
        let original = Original {
            bytes: original.all(),
            content: content.as_deref(),
        };
        made(self.0.corrected(file as usize, &original))
    }

    /// A file with its cells marked and the lists behind its sheets; `original` and `content` as for
    /// `corrected`.
    pub fn marked(
        &self,
        file: u32,
        original: &FileBytes,
        content: Option<Vec<u8>>,
        shown: bool,
        language: &str,
    ) -> Result<Output, JsValue> {
        let language = understood(language)?;
        let original = Original {
            bytes: original.all(),
            content: content.as_deref(),
        };
        let describe = self.describe(shown);
        Ok(made(describe.marked(file as usize, &original, language))?)
    }

    /// The pupils of the run divided among workbooks; `options` is a `SplitOptions`.
    pub fn split(&self, options: JsValue) -> Result<Outputs, JsError> {
        let options = split_options(&options);
        made_many(self.0.split(&options))
    }

    /// The pupils of the run in one workbook.
    pub fn merge(&self) -> Result<Outputs, JsError> {
        made_many(self.0.merge())
    }

    /// The changed cells among some pupils, each an `Edited`.
    pub fn edited(
        &self,
        sheet: u32,
        from: u32,
        count: u32,
        shown: bool,
    ) -> Result<JsValue, JsError> {
        give(&self.describe(shown).edited(sheet, from, count))
    }

    /// The header of a sheet beside the template of a profile, or of the one it is checked under: a
    /// `Compared`, and null where the sheet has no header.
    pub fn compared(&self, sheet: u32, profile: Option<String>) -> Result<JsValue, JsError> {
        let compared = self.0.compared(sheet as usize, profile.as_deref());
        give(&compared.map_err(refuse)?)
    }

    /// What came out of a change of the run.
    fn overview_after<T>(
        &self,
        changed: Result<T, roster_engine::Said>,
    ) -> Result<JsValue, JsError> {
        changed.map_err(refuse)?;
        self.overview()
    }

    fn describe(&self, shown: bool) -> Describe<'_> {
        let values = if shown { Values::Shown } else { Values::Masked };
        Describe {
            session: &self.0,
            values,
        }
    }
}

/// All pairs of bytes of an encoding, `gb18030` or `big5`, a line each: the browser decodes them for
/// `give_table`.
#[wasm_bindgen]
pub fn pair_lines(encoding: &str) -> Vec<u8> {
    Encoding::by_name(encoding).map_or_else(Vec::new, roster_engine::pair_lines)
}

/// Takes over what these pairs are. Tells whether they are what they have to be; before that no file in
/// this encoding can be read.
#[wasm_bindgen]
pub fn give_table(encoding: &str, lines: &str) -> bool {
    Encoding::by_name(encoding).is_some_and(|it| roster_engine::give_table(it, lines))
}

/// A blank workbook for the profile of `options`, a `CheckOptions`.
#[wasm_bindgen]
pub fn template(options: JsValue, language: &str) -> Result<Output, JsValue> {
    let options = check_options(&options);
    let language = understood(language)?;
    Ok(made(roster_engine::template((&options).into(), language))?)
}

/// What a profile file says that the second module understood, a `ProfileInfo`; `file` is a `ProfileFile`.
#[wasm_bindgen]
pub fn profile_of_file(file: JsValue) -> Result<JsValue, JsError> {
    let file = profile_file(&file);
    give(&roster_engine::profile_of_file(&file).map_err(refuse)?)
}

/// The parameters set in `options`, a `CheckOptions`, that cannot be set so: name and sentence of each.
#[wasm_bindgen]
pub fn wrong_settings(options: JsValue) -> Result<JsValue, JsError> {
    let options = check_options(&options);
    let wrong = options.set.iter().filter_map(|(name, value)| {
        let it = roster_engine::wrong_value(name, value)?;
        Some((name, Said::from(&it)))
    });
    give(&wrong.collect::<Vec<_>>())
}

/// All rules, each a `RuleInfo`.
#[wasm_bindgen]
pub fn rules() -> Result<JsValue, JsError> {
    give(&roster_engine::rules())
}

/// All profiles, each a `ProfileInfo`.
#[wasm_bindgen]
pub fn profiles() -> Result<JsValue, JsError> {
    give(&roster_engine::profiles())
}

/// What a user reads about a rule, as Markdown; `page` is what the second module has of it.
#[wasm_bindgen]
pub fn explain(code: &str, language: &str, page: &str) -> Result<Option<String>, JsValue> {
    let language = understood(language)?;
    Ok(roster_engine::explain_with(code, language, page))
}

/// The page speaks one of the languages: a line each.
fn refuse(it: roster_engine::Said) -> JsError {
    JsError::new(&format!("{}\n{}", it.zh, it.en))
}

fn tell(progress: &js_sys::Function, it: Progress) {
    let (phase, done, total) = (it.phase.key().into(), it.done as f64, it.total as f64);
    // A listener that throws must not stop the check.
    let _ = progress.call3(&JsValue::NULL, &phase, &done.into(), &total.into());
}

/// As JSON: the core writes that anyway, and the browser reads it faster than it is told value by value.
fn give<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    let mut json = Vec::new();
    roster_engine::write_value(value, &mut json)?;
    let json = String::from_utf8(json)?;
    js_sys::JSON::parse(&json).map_err(|_| JsError::new("a value that is no JSON"))
}
