//! Web pages and XML that spreadsheet programs open.

use encoding_rs::GB18030;
use roster_model::{CellKind, Column, Format, Merged, Sheet};

use super::{read_bytes, texts};
use crate::{Encoding, ReadOptions, SheetChoice, read};

fn page(body: &str) -> Sheet {
    let read = read_bytes(body.as_bytes());
    assert_eq!((read.format, read.failure), (Format::Html, None));
    read.sheets.into_iter().next().unwrap()
}

const ROWS: &str = "<tr><th>姓名<th>性别<th>民族<tr><td>张小明<td>男<td>汉族";

#[test]
fn a_table_is_read_however_its_tags_are_closed() {
    let pages = [
        format!("<table>{ROWS}</table>"),
        format!("<html><head><title>x</title><body><TABLE border=1>{ROWS}"),
        ROWS.replace("<tr>", "</tr><TR class='x'>")
            .replace("<td>", "</td><TD nowrap>"),
        format!(
            "<!-- <table><tr><td>x --><table><tbody>{ROWS}</tbody></table><script>'<table>'</script>"
        ),
        format!("<table><tr><td>菜单</td><td><table>{ROWS}</table></td></tr></table>"),
    ];
    for body in pages {
        let sheet = page(&body);
        assert_eq!(sheet.header_rows, [1], "{body}");
        assert_eq!(texts(&sheet, Column::Name), ["张小明"], "{body}");
    }
}

#[test]
fn the_note_of_a_cell_is_not_its_text() {
    let note = "<comment>班主任：请<b>核对</b></comment>";
    let body = ROWS.replace("<td>", &format!("<td>{note}"));
    let sheet = page(&format!("<table>{body}</table>"));
    assert_eq!(texts(&sheet, Column::Name), ["张小明"]);
    assert_eq!(texts(&sheet, Column::EthnicGroup), ["汉族"]);
}

#[test]
fn a_month_that_a_page_shows_has_no_day() {
    let body = "<table><tr><td>姓名<td>性别<td>出生日期</tr>\
        <tr><td>张小明<td>男<td x:num=\"42248\">2015年9月</tr>\
        <tr><td>李小红<td>女<td x:num=\"42248\">2015年9月1日</tr></table>";
    let sheet = page(body);
    assert_eq!(texts(&sheet, Column::BirthDate), ["2015-09", "2015-09-01"]);
}

#[test]
fn cells_are_read_as_a_person_sees_them() {
    let body = "<table><tr><td>姓名<td>性别<td>民族<td>现住址<td>身份证号<td>出生日期<td>班号</tr>\
        <tr><td>\n <b>张</b>\r\n<font color=red>小明</font> <td>&nbsp;<td>汉&#26063;<td>通化县<br>文化路 &lt;1&gt;\
        <td>'110101201509010016<td x:num=\"42249\">2015/9/2<td x:num>1</tr>\
        <tr style='display: none'><td>李<td><td><td><p>a</p><p>b</p><td x:num=\"110101201509010016\">1.10101E+17<td>2015-09-02<td>01</table>";
    let sheet = page(body);
    let cells = |row: u32| (0..7).map(|it| sheet.text(it, row)).collect::<Vec<_>>();
    let expected = [
        "张 小明",
        "",
        "汉族",
        "通化县\n文化路 <1>",
        "'110101201509010016",
        "2015-09-02",
        "1",
    ];
    assert_eq!(cells(0), expected);
    assert_eq!(
        cells(1)[3..],
        ["a\nb", "110101201509010016", "2015-09-02", "01"]
    );
    let kinds = |index: usize, row| sheet.columns[index].cells.kind(sheet.value(index, row));
    assert_eq!((kinds(5, 0), kinds(5, 1)), (CellKind::Date, CellKind::Text));
    assert_eq!(
        (kinds(4, 1), kinds(6, 1)),
        (CellKind::Number, CellKind::Text)
    );
    assert_eq!(sheet.hidden_rows, [3]);
}

#[test]
fn spans_are_merged_blocks() {
    let body = "<table><tr><td colspan=5>名册</td></tr><tr><td rowspan=2>姓名<td rowspan=2>性别<td colspan=2>监护人一\
        <td rowspan=2>民族</tr><tr><td>姓名<td>关系</tr><tr><td>张小明<td>男<td>张大明<td>父亲<td>汉族</table>";
    let sheet = page(body);
    assert_eq!(
        (&*sheet.title_rows, &*sheet.header_rows),
        (&[1][..], &[2, 3][..])
    );
    let columns: Vec<_> = sheet.columns.iter().filter_map(|it| it.column).collect();
    let expected = [
        Column::Name,
        Column::Sex,
        Column::Member1Name,
        Column::Member1Relation,
        Column::EthnicGroup,
    ];
    assert_eq!(columns, expected);
    let first = Merged {
        first_row: 1,
        last_row: 1,
        first_position: 0,
        last_position: 4,
    };
    assert_eq!((sheet.merged.len(), sheet.merged[0]), (5, first));
}

#[test]
fn tables_with_a_header_are_sheets_and_the_furniture_of_the_page_is_not() {
    let other = ROWS.replace("性别", "班级");
    let body = format!(
        "<table><tr><td>第1页<td>下一页</table><table>{ROWS}</table><table>{other}</table>"
    );
    let read = read_bytes(body.as_bytes());
    let names: Vec<_> = read.sheets.iter().map(|it| &*it.name).collect();
    assert_eq!(names, ["表格2", "表格3"]);
    let none = read_bytes(b"<html><body><p>x</p></body></html>");
    assert!(none.failure.unwrap().said.zh.contains("网页"));
    let skip = SheetChoice {
        sheet: Some("表格3".to_owned()),
        skip: true,
        ..SheetChoice::default()
    };
    let options = ReadOptions {
        choices: vec![skip],
        ..ReadOptions::default()
    };
    let read = crate::read(body.as_bytes(), &options, &mut |_| {});
    assert_eq!(
        (read.sheets.len(), read.skipped),
        (1, vec!["表格3".to_owned()])
    );
}

/// Tables of a page, each by its rows.
fn tables(tables: &[&str]) -> Vec<Sheet> {
    let body = format!("<table>{}</table>", tables.join("</table><table>"));
    let read = read_bytes(body.as_bytes());
    assert_eq!(read.failure, None, "{body}");
    read.sheets
}

#[test]
fn a_table_that_goes_on_with_the_columns_above_belongs_to_them() {
    let head = "<tr><th>姓名<th>性别<th>民族";
    let more = "<tr><td>李雨桐<td>女<td>汉族<tr><td>王小波<td>男<td>回族";
    let pager = "<tr><td>上一页<td>1<td>2";
    let cases = [
        (vec![head, more], vec!["李雨桐", "王小波"], vec![2, 3]),
        (
            vec![ROWS, pager, more],
            vec!["张小明", "李雨桐", "王小波"],
            vec![2, 4, 5],
        ),
        (
            vec![ROWS, ROWS, more, pager],
            vec!["张小明", "张小明", "李雨桐", "王小波"],
            vec![2, 4, 5, 6],
        ),
    ];
    for (given, names, rows) in cases {
        let sheets = tables(&given);
        assert_eq!(sheets.len(), 1, "{given:?}");
        assert_eq!(texts(&sheets[0], Column::Name), names);
        assert!(sheets[0].blank_rows.is_empty());
        assert_eq!((&*sheets[0].row_numbers, &*sheets[0].name), (&*rows, ""));
    }
    // Nothing in these columns can be told from other texts: then all of them are filled.
    let classes = "<tr><td>姓名<td>班级<tr><td>张小明<td>一班";
    let sheets = tables(&[
        classes,
        "<tr><td>李雨桐<td>二班",
        "<tr><td>上一页",
        "<tr><td>1<td>2<td>3",
    ]);
    assert_eq!(texts(&sheets[0], Column::Name), ["张小明", "李雨桐"]);
}

#[test]
fn a_list_without_a_header_that_goes_on_with_nothing_is_told() {
    let people = "<tr><td>1<td>李雨桐<td>110101201509010024";
    let counts = "<tr><td>甲<td>20<td>22<tr><td>乙<td>21<td>20<tr><td>丙<td>41<td>42";
    let sheets = tables(&[counts, ROWS, people, "<tr><td>校长<td>日期"]);
    let told: Vec<_> = sheets
        .iter()
        .map(|it| (&*it.name, it.has_header()))
        .collect();
    assert_eq!(told, [("表格1", false), ("表格2", true), ("表格3", false)]);
}

#[test]
fn rows_are_those_of_a_spreadsheet_program() {
    let table = format!("<table>{ROWS}</table>");
    let cases = [
        (format!("<table><tr><td>名单</table>{table}"), 2),
        (
            format!("<title>页</title><h2>名单</h2><p>共1人<p>{table}"),
            3,
        ),
        (format!("<div><b>名</b>单</div><div></div>{table}"), 2),
        (format!("年级<select><option>一</select><br>{table}"), 2),
        (format!("<button>导出</button><br><br>{table}"), 3),
        (
            format!("<table><tr><td>菜单<tr><td><h2>名单</h2>{table}<tr><td>完</table>"),
            3,
        ),
        (
            format!("<table><tr><td><table><tr><td>a<tr><td>b</table><td>{table}</table>"),
            1,
        ),
        (
            format!("<table><tr><td><table><tr><td>a<tr><td>b</table>{table}</table>"),
            3,
        ),
        (
            format!("<table><tr><td><table><tr><td>a<tr><td>b</table><tr><td>{table}</table>"),
            3,
        ),
    ];
    for (body, header) in cases {
        let sheet = page(&format!("<html>{body}"));
        assert_eq!(
            (&*sheet.header_rows, &*sheet.row_numbers),
            (&[header][..], &[header + 1][..]),
            "{body}"
        );
    }
    let body = format!("<table><tr><td>名单</table>{table}");
    let chosen = |header_row, sheet: Option<&str>| {
        let choice = SheetChoice {
            sheet: sheet.map(str::to_owned),
            header_row: Some(header_row),
            ..SheetChoice::default()
        };
        let options = ReadOptions {
            choices: vec![choice],
            ..ReadOptions::default()
        };
        let read = read(body.as_bytes(), &options, &mut |_| {});
        read.sheets[0].header_rows.clone()
    };
    assert_eq!(chosen(2, None), [2]);
    assert_eq!(chosen(3, Some("")), [3]);
}

#[test]
fn the_encoding_of_a_page_is_the_one_it_names() {
    let meta = |charset: &str| format!("<html><meta charset=\"{charset}\"><table>{ROWS}</table>");
    let gbk = |text: &str| GB18030.encode(text).0.into_owned();
    let wide: Vec<u8> = format!("\u{FEFF}{}", meta("gb2312"))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let pages = [
        (gbk(&meta("gb2312")), "GB18030", false),
        (gbk(&meta("utf-8")), "GB18030", true),
        (gbk(ROWS), "GB18030", true),
        (meta("gb2312").into_bytes(), "UTF-8", false),
        (meta("big5").into_bytes(), "UTF-8", false),
        (wide, "UTF-16LE", false),
    ];
    for (bytes, encoding, is_guessed) in pages {
        let read = read_bytes(&bytes);
        assert_eq!(
            (read.encoding, read.traits.encoding_guessed),
            (Some(encoding), is_guessed)
        );
        assert_eq!(texts(&read.sheets[0], Column::Name), ["张小明"]);
    }
    let options = ReadOptions {
        encoding: Some(Encoding::Big5),
        ..ReadOptions::default()
    };
    let read = read(&gbk(ROWS), &options, &mut |_| {});
    assert_eq!(read.encoding, Some("Big5"));
}

#[test]
fn endless_spans_cost_nothing() {
    let body = format!(
        "<table><tr><td colspan=99999999>名册<td>x</tr><tr><td rowspan=4294967295>{ROWS}{}",
        "<tr><td colspan=16384 rowspan=9>y".repeat(500)
    );
    assert_eq!(page(&body).header_rows.len(), 1);
    let deep = format!("{}{ROWS}", "<table><tr><td>".repeat(10_000));
    read_bytes(deep.as_bytes());
    let heads = format!("{}<table>{ROWS}", "<head></a>".repeat(100_000));
    assert_eq!(page(&heads).header_rows, [1]);
    let wide = format!("<table {}>{ROWS}", "a=b ".repeat(1 << 20));
    assert_eq!(page(&wide).header_rows, [1]);
    let full =
        "<table><tr><td colspan=16384 rowspan=65534>x".to_owned() + &"<tr><td>".repeat(20_000);
    assert!(read_bytes(full.as_bytes()).failure.is_some());
}

#[test]
fn a_page_that_ends_among_its_rows_ends_early() {
    let ends_early = |page: &str| {
        let read = read_bytes(page.as_bytes());
        assert_eq!(read.sheets[0].row_count(), 1, "{page}");
        read.traits.ends_early
    };
    let rows = "<tr><td>姓名</td><td>性别</td></tr><tr><td>张小明</td><td>男</td></tr>";
    let page = format!("<html><body><table>{rows}");
    assert!(ends_early(&page));
    assert!(ends_early(&format!("{page}<tr><td")));
    assert!(!ends_early(&format!("{page}</html>")));
    assert!(!ends_early(&format!("{page}</table>")));
    // Whoever never closes anything means no end by it.
    assert!(!ends_early(&page.replace("</tr>", "").replace("</td>", "")));
    assert!(!ends_early(&format!("<table>{rows}")));
}
