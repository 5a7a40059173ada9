//! A workbook with everything in it that a patch must not harm.

use rust_xlsxwriter::{
    Chart, ChartType, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, Format,
    Formula, Note, Table, TableColumn, Workbook,
};

pub(super) const SHEET: &str = "名单 1";
pub(super) const TABLE_SHEET: &str = "表格";

/// Header in row 2 below a title, pupils from row 3 to 22; then a sheet with a table and a hidden
/// one.
pub(super) fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let red = Format::new()
        .set_font_color("FF0000")
        .set_num_format("0.00");
    let sheet = book.add_worksheet();
    sheet.set_name(SHEET).unwrap();
    sheet
        .merge_range(0, 0, 0, 5, "三年级一班名单", &Format::new().set_bold())
        .unwrap();
    let header = ["姓名", "性别", "出生日期", "身份证件号", "成绩", "公式"];
    sheet.write_row(1, 0, header).unwrap();
    for row in 2..22_u32 {
        sheet.write(row, 0, format!("学生{row}")).unwrap();
        sheet
            .write(row, 1, if row % 2 == 0 { "男" } else { "女" })
            .unwrap();
        sheet.write(row, 2, 20_150_101 + row).unwrap();
        sheet
            .write_with_format(row, 4, f64::from(row), &red)
            .unwrap();
        let formula = Formula::new(format!("E{}*2", row + 1)).set_result("1");
        sheet.write_formula(row, 5, formula).unwrap();
    }
    let list = DataValidation::new()
        .allow_list_strings(&["男", "女"])
        .unwrap();
    sheet.add_data_validation(2, 1, 21, 1, &list).unwrap();
    let condition = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::GreaterThan(10))
        .set_format(Format::new().set_bold());
    sheet
        .add_conditional_format(2, 4, 21, 4, &condition)
        .unwrap();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values((SHEET, 2, 4, 21, 4));
    sheet.insert_chart(3, 8, &chart).unwrap();
    let old = Note::new("原有批注").set_author("王老师");
    sheet.insert_note(3, 0, &old).unwrap();
    sheet.set_freeze_panes(2, 1).unwrap();
    sheet.set_column_width(0, 20).unwrap();
    sheet.set_column_hidden(6).unwrap();
    sheet.set_row_hidden(9).unwrap();
    sheet.set_row_height(4, 30).unwrap();
    table_sheet(&mut book);
    book.add_worksheet()
        .set_name("隐藏")
        .unwrap()
        .set_hidden(true);
    book.define_name("名单 1!范围", "='名单 1'!$A$1:$B$2").ok();
    book.define_name("全部", "='名单 1'!$A$1:$F$22").unwrap();
    book.save_to_buffer().unwrap()
}

fn table_sheet(book: &mut Workbook) {
    let sheet = book.add_worksheet();
    sheet.set_name(TABLE_SHEET).unwrap();
    sheet.write_row(1, 1, ["姓名", "成绩", "两倍"]).unwrap();
    sheet.write_row(2, 1, ["甲", "1"]).unwrap();
    let columns = ["姓名", "成绩"].map(|it| TableColumn::new().set_header(it));
    let mut columns = columns.to_vec();
    let double = TableColumn::new()
        .set_header("两倍")
        .set_formula("[@成绩]*2");
    columns.push(double);
    let table = Table::new().set_columns(&columns);
    sheet.add_table(1, 1, 4, 3, &table).unwrap();
}
