"""Proves with openpyxl and LibreOffice that what `rostercheck` writes into a workbook opens without a repair.

Run by hand: `python3 tests/oracles/patched.py target/release/rostercheck`. It makes a workbook with everything in it
that a patch must not harm, lets the program mark and correct it, opens the results in both, and looks for what must
have survived. Where one of the two is not there it says so and goes on.
Deliberately not part of any test: these tools are not on every machine. Excel itself is not asked.
"""
import os, shutil, subprocess, sys, tempfile, zipfile

try:
    import openpyxl
    from openpyxl.chart import BarChart, Reference
    from openpyxl.comments import Comment
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.table import Table
except ImportError:
    sys.exit("openpyxl is not installed; nothing was proved.")

# Reserved numbers only, see tests/README.md.
HEADER = ["姓名", "性别", "出生日期", "身份证件号", "学段"]
ROWS = [
    ["王小明", "男", "2015年9月1日", "110101201509010017", "小学"],
    ["李小红 ", "女", "2015/9/2", "110101201509010017", "小学"],
]


def make(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "一班 1"
    sheet.append(["三年级一班"])
    sheet.merge_cells("A1:E1")
    sheet.append(HEADER)
    for row in ROWS:
        sheet.append(row)
    sheet["F3"] = "=LEN(A3)"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=6, min_row=3, max_row=4))
    sheet.add_chart(chart, "H2")
    choice = DataValidation(type="list", formula1='"男,女"')
    choice.add("B3:B99")
    sheet.add_data_validation(choice)
    red = PatternFill(bgColor="FF0000")
    sheet.conditional_formatting.add("F3:F99", CellIsRule(operator="greaterThan", formula=["3"], fill=red))
    sheet["A3"].comment = Comment("原有批注", "王老师")
    sheet.freeze_panes = "A3"
    sheet.column_dimensions["D"].width = 33
    sheet.row_dimensions[4].height = 44
    table = book.create_sheet("表")
    for row in [["甲", "乙"], ["1", "2"]]:
        table.append(row)
    table.add_table(Table(displayName="表1", ref="A1:B2"))
    book.create_sheet("藏").sheet_state = "hidden"
    book.save(path)


def survived(path):
    """What must be in every workbook that comes out."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    return {
        "sheets": book.sheetnames[:3],
        "hidden": book["藏"].sheet_state,
        "charts": len(sheet._charts),
        "choices": [str(it.sqref) for it in sheet.data_validations.dataValidation],
        "conditions": [str(it.sqref) for it in sheet.conditional_formatting],
        "merged": [str(it) for it in sheet.merged_cells.ranges],
        "note": sheet["A3"].comment.text.split("\n")[0],
        "formula": sheet["F3"].value,
        "tables": [(it.displayName, it.ref) for it in book["表"].tables.values()],
    }


def untouched(before, after):
    """Names of parts that are in both and differ."""
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after) as new:
        names = set(old.namelist())
        missing = sorted(names - set(new.namelist()) - {"xl/calcChain.xml"})
        assert not missing, missing
        return sorted(it for it in names & set(new.namelist()) if old.read(it) != new.read(it))


def main():
    program = os.path.abspath(sys.argv[1])
    folder = tempfile.mkdtemp()
    original = os.path.join(folder, "名单.xlsx")
    make(original)
    expected = survived(original)
    results = {}
    for name, arguments in {
        "marked.xlsx": ["check", original, "--format", "xlsx", "--show-values", "--today", "2026-11-21"],
        "fixed.xlsx": ["fix", original, "--today", "2026-11-21"],
    }.items():
        out = os.path.join(folder, name)
        done = subprocess.run([program, *arguments, "-o", out], capture_output=True, text=True)
        if done.returncode > 1:
            sys.exit(f"{' '.join(arguments)}: {done.stderr}")
        results[name] = out
    office = shutil.which("soffice")
    if not office:
        print("LibreOffice is not installed; only openpyxl was asked.")
    for name, out in results.items():
        found = survived(out)
        assert found == expected, f"{name}: {found} instead of {expected}"
        print(f"{name}: openpyxl finds everything; parts that differ: {untouched(original, out)}")
        if not office:
            continue
        again = os.path.join(folder, "office")
        command = [office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx"]
        subprocess.run([*command, "--outdir", again, out], check=True, capture_output=True)
        found = survived(os.path.join(again, name))
        assert found == expected, f"{name} through LibreOffice: {found} instead of {expected}"
        print(f"{name}: LibreOffice finds everything")
    shutil.rmtree(folder)


main()
