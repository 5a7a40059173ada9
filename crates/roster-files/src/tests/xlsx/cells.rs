//! Cells: every way of writing a value, right or wrong.

use roster_model::CellKind;

use super::{Parts, cell_of, worksheet};

const STRINGS: &str = "<sst count=\"9\"><si><t>张小明</t></si><si><t xml:space=\"preserve\"> 张 </t></si>\
    <si><t> 张 </t></si><si><r><rPr><b/></rPr><t>张</t></r><r><t>小明</t></r><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></si>\
    <si><t><![CDATA[a<b>]]></t></si><si><t>a&lt;b&#x4E00;&amp;</t></si><si><t>一_x000D_&#10;二_x005F_x000D_</t></si>\
    <si/><si><t/></si><si><phoneticPr fontId=\"1\"/><t>末</t></si></sst>";

const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>\
    <numFmt numFmtId=\"177\" formatCode=\"0000\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/><xf numFmtId=\"31\"/><xf numFmtId=\"49\"/><xf numFmtId=\"57\"/></cellXfs></styleSheet>";

/// Text and kind of the first cell of a row that is written like this.
fn read(cell: &str) -> (String, CellKind) {
    let rows = format!("<row r=\"2\">{cell}<c r=\"B2\" t=\"str\"><v>男</v></c></row>");
    let mut parts = Parts::new(worksheet(&rows));
    parts
        .set("xl/strings.xml", STRINGS)
        .set("xl/styles.xml", STYLES);
    let sheet = parts.sheet();
    let (text, kind) = cell_of(&sheet, 0, 0);
    (text.to_owned(), kind)
}

#[track_caller]
fn check(cells: &[(&str, &str, CellKind)]) {
    for (cell, text, kind) in cells {
        assert_eq!(read(cell), ((*text).to_owned(), *kind), "{cell}");
        // The same by the slow road: with an attribute that nobody knows.
        let odd = cell.replacen("<c ", "<c ph=\"1\" ", 1);
        assert_eq!(read(&odd), ((*text).to_owned(), *kind), "{odd}");
    }
}

#[test]
fn texts_are_as_they_are_in_the_file() {
    use CellKind::{Blank, Error, Text};
    check(&[
        (r#"<c r="A2" t="s"><v>0</v></c>"#, "张小明", Text),
        (r#"<c r="A2" t="s"><v>1</v></c>"#, " 张 ", Text),
        (r#"<c r="A2" t="s"><v>2</v></c>"#, " 张 ", Text),
        (r#"<c r="A2" t="s"><v>3</v></c>"#, "张小明", Text),
        (r#"<c r="A2" t="s"><v>4</v></c>"#, "a<b>", Text),
        (r#"<c r="A2" t="s"><v>5</v></c>"#, "a<b一&", Text),
        (r#"<c r="A2" t="s"><v>6</v></c>"#, "一\r\n二_x000D_", Text),
        (r#"<c r="A2" t="s"><v>7</v></c>"#, "", Blank),
        (r#"<c r="A2" t="s"><v>8</v></c>"#, "", Blank),
        (r#"<c r="A2" t="s"><v> 9 </v></c>"#, "末", Text),
        (r#"<c r="A2" t="s"><v>10</v></c>"#, "#REF!", Error),
        (r#"<c r="A2" t="s"><v>99999999999</v></c>"#, "#REF!", Error),
        (r#"<c r="A2" t="s"><v>x</v></c>"#, "#REF!", Error),
        (r#"<c r="A2" t="s"><v></v></c>"#, "", Blank),
        (r#"<c r="A2" t="s"></c>"#, "", Blank),
        (r#"<c r="A2" s="5"/>"#, "", Blank),
        (
            r#"<c r="A2" t="inlineStr"><is><t> 张_x000A_三</t></is></c>"#,
            " 张\n三",
            Text,
        ),
        (
            r#"<c r="A2" t="inlineStr"><is><t>张&amp;三</t></is></c>"#,
            "张&三",
            Text,
        ),
        (
            r#"<c r="A2" t="inlineStr"><is><r><t>张</t></r><r><t>三</t></r></is></c>"#,
            "张三",
            Text,
        ),
        (
            r#"<c r="A2" t="inlineStr"><v>7</v><is><t>张三</t></is></c>"#,
            "张三",
            Text,
        ),
        (
            r#"<c r="A2" t="inlineStr"><is><t>张三</t></is><v>7</v></c>"#,
            "张三",
            Text,
        ),
        (r#"<c r="A2" t="inlineStr"><v>张三</v></c>"#, "张三", Text),
        (r#"<c r="A2" t="str"><v>张三</v></c>"#, "张三", Text),
        ("<c r=\"A2\" t=\"str\"><v>张\r\n三</v></c>", "张\n三", Text),
        ("<c r=\"A2\" t=\"str\"><v>张\0三</v></c>", "张\0三", Text),
    ]);
}

#[test]
fn numbers_dates_and_other_values() {
    use CellKind::{Boolean, Date, Error, Number, Text};
    check(&[
        (
            r#"<c r="A2"><v>110101199003074512</v></c>"#,
            "110101199003074512",
            Number,
        ),
        (
            r#"<c r="A2" t="n"><v>1.10101E+17</v></c>"#,
            "110101000000000000",
            Number,
        ),
        (r#"<c r="A2"><v>0.10000000000000001</v></c>"#, "0.1", Number),
        (r#"<c r="A2" s="3"><v>12</v></c>"#, "0012", Number),
        (r#"<c r="A2" s="1"><v>43849</v></c>"#, "2020-01-19", Date),
        (
            r#"<c r="A2" s="2"><v>43849.75</v></c>"#,
            "2020-01-19 18:00:00",
            Date,
        ),
        (r#"<c r="A2" s="4"><v>43849</v></c>"#, "2020-01-19", Date),
        (r#"<c r="A2" s="6"><v>43849</v></c>"#, "2020-01-19", Date),
        (r#"<c r="A2" s="1"><v>43831</v></c>"#, "2020-01-01", Date),
        (r#"<c r="A2" s="2"><v>43831</v></c>"#, "2020-01", Date),
        (r#"<c r="A2" s="6"><v>43831</v></c>"#, "2020-01", Date),
        (r#"<c r="A2" s="1"><v>20200119</v></c>"#, "20200119", Number),
        (r#"<c r="A2" s="99"><v>43849</v></c>"#, "43849", Number),
        (
            r#"<c r="A2" t="d"><v>2020-01-19T00:00:00</v></c>"#,
            "2020-01-19",
            Date,
        ),
        (r#"<c r="A2" t="d"><v>January</v></c>"#, "January", Text),
        (r#"<c r="A2" t="b"><v>1</v></c>"#, "TRUE", Boolean),
        (r#"<c r="A2" t="b"><v>0</v></c>"#, "FALSE", Boolean),
        (r#"<c r="A2" t="b"><v>yes</v></c>"#, "yes", Text),
        (r#"<c r="A2" t="e"><v>#N/A</v></c>"#, "#N/A", Error),
        (r#"<c r="A2"><v>张三</v></c>"#, "张三", Text),
        (r#"<c r="A2" t="n"><v>１２</v></c>"#, "１２", Text),
        (r#"<c r="A2" t="new"><v>12</v></c>"#, "12", Text),
        (r#"<c r="A2"><new>1</new><v>12</v><new/></c>"#, "12", Number),
    ]);
}

#[test]
fn results_of_formulas() {
    use CellKind::{Blank, Error, Formula};
    check(&[
        (r#"<c r="A2"><f>1+1</f><v>2</v></c>"#, "2", Formula),
        (
            r#"<c r="A2" s="1"><f>TODAY()</f><v>43849</v></c>"#,
            "2020-01-19",
            Formula,
        ),
        (
            r#"<c r="A2" t="str"><f>A1&amp;""</f><v>张三</v></c>"#,
            "张三",
            Formula,
        ),
        (
            r#"<c r="A2" t="str"><f t="shared" si="0"/><v>张三</v></c>"#,
            "张三",
            Formula,
        ),
        (
            r#"<c r="A2" t="str"><f t="array" ref="A2:A3">"a>b"</f><v>张三</v></c>"#,
            "张三",
            Formula,
        ),
        (
            r#"<c r="A2" t="b"><f>TRUE()</f><v>1</v></c>"#,
            "TRUE",
            Formula,
        ),
        (
            r#"<c r="A2" t="e"><f>NA()</f><v>#N/A</v></c>"#,
            "#N/A",
            Error,
        ),
        // Never worked out: no empty text, which would be of its own type.
        (r#"<c r="A2"><f>A9</f></c>"#, " ", Formula),
        (r#"<c r="A2"><f>A9</f><v></v></c>"#, " ", Formula),
        (r#"<c r="A2" t="str"><f>A9</f><v></v></c>"#, "", Blank),
    ]);
}
