//! A small workbook of which one part is replaced.

use roster_package::ArchiveWriter;

/// The parts, in the order of the byte that chooses one.
pub(crate) const PARTS: [(&str, &str); 6] = [
    (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <dimension ref=\"A1:D3\"/><cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData>\
         <row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
         <c r=\"C1\" t=\"inlineStr\"><is><t>出生日期</t></is></c></row>\
         <row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"str\"><f>1</f><v>男</v></c>\
         <c r=\"C2\" s=\"1\"><v>42248</v></c><c r=\"D2\" t=\"b\"><v>1</v></c></row>\
         <row r=\"3\"><c r=\"A3\" t=\"e\"><v>#N/A</v></c><c r=\"B3\"><v>1.1010120150901E+17</v></c></row>\
         </sheetData><autoFilter ref=\"A1:D3\"/><mergeCells><mergeCell ref=\"A3:B4\"/></mergeCells></worksheet>",
    ),
    (
        "xl/sharedStrings.xml",
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>姓名</t></si>\
         <si><r><t>性</t></r><r><t>别</t></r></si><si><t xml:space=\"preserve\"> 王_x0041_ </t>\
         <rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si></sst>",
    ),
    (
        "xl/styles.xml",
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>\
         <numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m\"/></numFmts><cellXfs><xf/>\
         <xf numFmtId=\"170\"/></cellXfs></styleSheet>",
    ),
    (
        "xl/workbook.xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <workbookPr date1904=\"0\"/><sheets><sheet name=\"一班\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>\
         </sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/>\
         <Relationship Id=\"rId2\" Target=\"/xl/sharedStrings.xml\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\"/>\
         <Relationship Id=\"rId3\" Target=\"styles.xml\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\"/></Relationships>",
    ),
    (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
    ),
];

const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Target=\"xl/workbook.xml\" \
    Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>";

/// The workbook with one part replaced.
pub(crate) fn with_part(which: u8, part: &[u8]) -> Vec<u8> {
    let mut writer = ArchiveWriter::new();
    writer.add("_rels/.rels", RELATIONS.as_bytes());
    for (index, (name, text)) in PARTS.iter().enumerate() {
        let is_chosen = usize::from(which) % PARTS.len() == index;
        writer.add(name, if is_chosen { part } else { text.as_bytes() });
    }
    writer.finish()
}
