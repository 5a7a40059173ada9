//! A plan becomes a workbook: the same bytes for the same plan, without author and clock.
//!
//! Cells are text and stay text when somebody edits them. A mark has a colour, a style of letters
//! and, if the plan gives one, a note, so that it can be told on a black and white print. What
//! fits into a cell, and under which name a sheet goes, the plan has decided already.
//!
//! The library makes a frame: all but the rows. `rows` puts them in.

mod rows;
mod texts;
mod threads;

use std::fmt;

use roster_model::{Level, Visibility};
use roster_write::{
    HEADER_FILL, LINK_COLOUR, Letters, Paper, PlanCell, PlanError, PlanRange, PlanReader, PlanStep,
    Print, Strictness, looks_like_formula, mark_fill, mark_letters,
};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, Note, Url, Workbook, Worksheet, XlsxError,
};

use texts::Texts;

/// Letters of the header of a column that must be filled.
const REQUIRED_COLOUR: u32 = 0x00C0_0000;

/// A workbook could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// The bytes are no plan.
    Plan(PlanError),
    /// The library refused; its sentence.
    Library(String),
    /// It is more than a workbook can hold.
    TooLarge,
}

impl fmt::Display for WriteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Plan(error) => error.fmt(out),
            WriteError::Library(error) => write!(out, "the workbook could not be written: {error}"),
            WriteError::TooLarge => out.write_str("a sheet would be larger than 4 GB"),
        }
    }
}

impl std::error::Error for WriteError {}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        WriteError::Library(error.to_string())
    }
}

impl From<PlanError> for WriteError {
    fn from(error: PlanError) -> Self {
        WriteError::Plan(error)
    }
}

/// Makes the workbook that a plan of `roster_write::PlanWriter` describes.
pub fn write(plan: &[u8]) -> Result<Vec<u8>, WriteError> {
    let (frame, texts) = threads::both(|| Frame::of(plan), || Texts::of(plan));
    let (frame, texts) = (frame?, texts?);
    rows::fill(&frame.bytes, plan, &texts, |cell| frame.styles[look(cell)])
}

/// A workbook without its rows.
struct Frame {
    bytes: Vec<u8>,
    /// The number that each look has there; 0 for those that no cell has.
    styles: [u32; LOOKS],
}

impl Frame {
    fn of(plan: &[u8]) -> Result<Self, WriteError> {
        let mut reader = PlanReader::new(plan)?;
        let mut book = Workbook::new();
        // A workbook tells nothing but its cells.
        let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
        let mut writing = Writing {
            book,
            formats: (0..LOOKS).map(format).collect(),
            used: [false; LOOKS],
            sheet: None,
            row: 0,
            breaks: Vec::new(),
        };
        while let Some(step) = reader.next_step()? {
            writing.step(step)?;
        }
        writing.finish()
    }
}

struct Writing {
    book: Workbook,
    formats: Vec<Format>,
    /// The looks that cells have.
    used: [bool; LOOKS],
    /// Index of the sheet that is being written.
    sheet: Option<usize>,
    /// The row that is being written, from 0.
    row: u32,
    /// Where the pages of the sheet that is being written begin.
    breaks: Vec<u32>,
}

impl Writing {
    fn step(&mut self, step: PlanStep<'_>) -> Result<(), WriteError> {
        match step {
            PlanStep::Sheet {
                name,
                visibility,
                freeze_rows,
            } => self.add_sheet(name, visibility, freeze_rows)?,
            PlanStep::Width {
                position,
                characters,
            } => {
                self.sheet()?.set_column_width(position, characters)?;
            }
            PlanStep::TextColumn { position } => {
                let text = self.formats[0].clone();
                self.sheet()?.set_column_format(position, &text)?;
            }
            PlanStep::Row { number, height } => {
                self.row = number - 1;
                if let Some(height) = height {
                    let row = self.row;
                    self.sheet()?.set_row_height(row, height)?;
                }
            }
            PlanStep::Cell(cell) => self.put_cell(&cell)?,
            PlanStep::Filter {
                first_row,
                last_row,
                last_position,
            } => {
                self.sheet()?
                    .autofilter(first_row - 1, 0, last_row - 1, last_position)?;
            }
            PlanStep::Choice {
                range,
                strictness,
                title,
                prompt,
                source,
            } => {
                let rule = rule(strictness, title, prompt, source)?;
                put_rule(self.sheet()?, range, &rule)?;
            }
            PlanStep::Print(print) => set_print(self.sheet()?, print)?,
            PlanStep::Break { row } => {
                self.breaks.push(row);
                let breaks = self.breaks.clone();
                // A spreadsheet program takes no more; the rest is printed without them.
                if breaks.len() <= BREAKS_MAX {
                    self.sheet()?.set_page_breaks(&breaks)?;
                }
            }
            PlanStep::Name { name, cells } => {
                self.book.define_name(name, &format!("={cells}"))?;
            }
        }
        Ok(())
    }

    fn add_sheet(
        &mut self,
        name: &str,
        visibility: Visibility,
        freeze_rows: u32,
    ) -> Result<(), WriteError> {
        self.breaks.clear();
        let sheet = self.book.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_freeze_panes(freeze_rows, 0)?;
        match visibility {
            Visibility::Visible => {}
            Visibility::Hidden => {
                sheet.set_hidden(true);
            }
            Visibility::VeryHidden => {
                sheet.set_very_hidden(true);
            }
        }
        self.sheet = Some(self.sheet.map_or(0, |it| it + 1));
        Ok(())
    }

    /// The sheet that is being written; every plan begins with one.
    fn sheet(&mut self) -> Result<&mut Worksheet, WriteError> {
        let index = self.sheet.ok_or(PlanError)?;
        Ok(self.book.worksheet_from_index(index)?)
    }

    /// Keeps what the library has to know of a cell: its look, where it leads and its note.
    fn put_cell(&mut self, cell: &PlanCell<'_>) -> Result<(), WriteError> {
        let (row, position) = (self.row, cell.position);
        self.used[look(cell)] = true;
        if let Some(link) = cell.link.filter(|_| !cell.text.is_empty()) {
            let url = Url::new(format!("internal:{link}")).set_text(cell.text);
            let index = self.sheet.ok_or(PlanError)?;
            let sheet = self.book.worksheet_from_index(index)?;
            sheet.write_url_with_format(row, position, url, &self.formats[look(cell)])?;
            sheet.clear_cell(row, position);
        }
        if let Some(note) = cell.note {
            // The library's own box is as large for a long note as for a short one.
            let (width, height) = roster_write::note_size(note);
            let note = Note::new(note)
                .add_author_prefix(false)
                .set_width(width)
                .set_height(height);
            self.sheet()?.insert_note(row, position, &note)?;
        }
        Ok(())
    }

    /// Saves the frame. A cell of each look tells the number of its style, and one text makes room for
    /// those of the rows.
    fn finish(mut self) -> Result<Frame, WriteError> {
        self.sheet()?;
        let first = self.book.worksheet_from_index(0)?;
        let looks: Vec<usize> = (0..LOOKS).filter(|&it| self.used[it]).collect();
        for (&look, position) in looks.iter().zip(0..) {
            first.write_blank(0, position, &self.formats[look])?;
        }
        first.write_string(1, 0, "-")?;
        let bytes = self.book.save_to_buffer()?;
        let mut styles = [0; LOOKS];
        for (look, number) in looks.into_iter().zip(rows::styles(&bytes)?) {
            styles[look] = number;
        }
        Ok(Frame { bytes, styles })
    }
}

fn set_print(sheet: &mut Worksheet, print: Print) -> Result<(), WriteError> {
    sheet.set_paper_size(PAPER_A4);
    sheet.set_footer("&C&P / &N");
    if let Print::List { repeat_rows } = print {
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_print_gridlines(true);
        sheet.set_repeat_rows(0, repeat_rows - 1)?;
    }
    Ok(())
}

fn put_rule(
    sheet: &mut Worksheet,
    range: PlanRange,
    rule: &DataValidation,
) -> Result<(), WriteError> {
    sheet.add_data_validation(
        range.first_row - 1,
        range.first_position,
        range.last_row - 1,
        range.last_position,
        rule,
    )?;
    Ok(())
}

fn rule(
    strictness: Strictness,
    title: &str,
    prompt: &str,
    source: &str,
) -> Result<DataValidation, WriteError> {
    let mut rule = DataValidation::new();
    if let Some(list) = source.strip_prefix(',') {
        let items: Vec<&str> = list.split(',').collect();
        rule = rule.allow_list_strings(&items)?;
    } else if source.starts_with('=') {
        rule = rule.allow_list_formula(Formula::new(source));
    }
    if !prompt.is_empty() {
        rule = rule.set_input_title(title)?.set_input_message(prompt)?;
    }
    Ok(rule.set_error_style(match strictness {
        Strictness::Refuse => DataValidationErrorStyle::Stop,
        Strictness::Warn => DataValidationErrorStyle::Warning,
    }))
}

/// Number of looks: three on paper, each with four marks, each for required or not, header or not, like
/// a formula or not, link or not.
const LOOKS: usize = 3 * 4 * 16;
/// The number a workbook has for A4.
const PAPER_A4: u8 = 9;
/// Breaks of pages that a spreadsheet program takes in a sheet.
const BREAKS_MAX: usize = 1023;

fn look(cell: &PlanCell<'_>) -> usize {
    let mark = match cell.mark {
        None => 0,
        Some(Level::Error) => 1,
        Some(Level::Warning) => 2,
        Some(Level::Info) => 3,
    };
    cell.paper as usize * 64
        + mark * 16
        + usize::from(cell.required) * 8
        + usize::from(cell.header) * 4
        + usize::from(looks_like_formula(cell.text)) * 2
        + usize::from(cell.link.is_some())
}

fn format(look: usize) -> Format {
    let mut format = Format::new().set_num_format("@");
    if look / 64 == Paper::Wrapped as usize {
        format = format.set_text_wrap().set_align(FormatAlign::Top);
    } else if look / 64 == Paper::Title as usize {
        format = format.set_bold().set_font_size(16);
        format = format.set_align(FormatAlign::Center);
    }
    if look & 4 != 0 {
        format = format
            .set_bold()
            .set_background_color(Color::RGB(HEADER_FILL))
            .set_border_bottom(FormatBorder::Thin)
            .set_text_wrap();
    }
    if look & 8 != 0 {
        format = format.set_font_color(Color::RGB(REQUIRED_COLOUR));
    }
    if look & 2 != 0 {
        format = format.set_quote_prefix();
    }
    if look & 1 != 0 {
        format = format.set_font_color(Color::RGB(LINK_COLOUR));
        format = format.set_underline(rust_xlsxwriter::FormatUnderline::Single);
    }
    let level = match look / 16 % 4 {
        1 => Level::Error,
        2 => Level::Warning,
        3 => Level::Info,
        _ => return format,
    };
    format = format.set_background_color(Color::RGB(mark_fill(level)));
    match mark_letters(level) {
        Letters::Plain => format,
        Letters::Bold => format.set_bold(),
        Letters::Italic => format.set_italic(),
    }
}
