"""Makes the fixtures that no library of the project writes, with LibreOffice, SheetJS and msoffcrypto-tool.

Run by hand, once: `python3 tests/oracles/fixtures.py`, with a Python that has `uno` (Debian's python3-uno); the
outputs are committed. tests/fixtures/equivalents/README.md says which tool of which version made what.
Deliberately not part of any test: these tools are not on every machine.
"""
import hashlib, os, struct, subprocess, sys, tempfile, time
import uno
from com.sun.star.beans import PropertyValue

FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "fixtures")
PASSWORD = "xueji-2026"
DATE_FORMAT = "YYYY/M/D"


def rows_of(path):
    """The cells of the one block of a case: lists of texts, with `num:` and `date:` before what is no text."""
    block = open(path, encoding="utf-8").read().split("```text\n")[1].split("```")[0]
    rows = []
    for line in block.splitlines():
        if line.startswith("@ title="):
            rows.append([line[8:]])
        elif line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def fill(document, sheet, rows, text_of=str):
    formats, language = document.getNumberFormats(), document.CharLocale
    date_key = formats.queryKey(DATE_FORMAT, language, False)
    if date_key == -1:
        date_key = formats.addNew(DATE_FORMAT, language)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            cell = sheet.getCellByPosition(c, r)
            if text.startswith("num:"):
                cell.setValue(float(text[4:]))
            elif text.startswith("date:"):
                cell.setFormula(text[5:])
                cell.NumberFormat = date_key
            elif text:
                cell.setString(text_of(text))


def store(document, path, filter_name, **more):
    document.storeToURL(*where_and_how(path, filter_name, more))


def store_as(document, path, filter_name, **more):
    document.storeAsURL(*where_and_how(path, filter_name, more))


def where_and_how(path, filter_name, more):
    values = {"FilterName": filter_name, **more}
    properties = tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())
    return uno.systemPathToFileUrl(os.path.abspath(path)), properties


# LibreOffice still knows how to write Excel 95 and only does not offer it.
EXCEL_95 = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.TypeDetection.Filter/Filters/org.openoffice.TypeDetection.Filter:Filter['MS Excel 95']">
<prop oor:name="Flags" oor:op="fuse"><value>IMPORT EXPORT ALIEN PREFERRED</value></prop></item>
</oor:items>"""


def excel_95(desktop, path, rows):
    """LibreOffice writes Excel 95 in code page 1252 only. The texts are given as the bytes of GBK, read as if they
    were of that code page, and the record that names the code page is changed; no byte of these texts is below A1."""
    as_gbk = lambda text: text.encode("gbk").decode("cp1252")
    document = new_document(desktop)
    sheet = document.Sheets.getByIndex(0)
    sheet.setName(as_gbk("三年级"))
    fill(document, sheet, rows, as_gbk)
    store(document, path, "MS Excel 95")
    document.close(True)
    with open(path, "rb") as file:
        bytes_ = file.read()
    code_page = b"\x42\x00\x02\x00"
    assert bytes_.count(code_page + b"\xe4\x04") == 1
    with open(path, "wb") as file:
        file.write(bytes_.replace(code_page + b"\xe4\x04", code_page + b"\xa8\x03"))


def agile(plain, out):
    from msoffcrypto.format.ooxml import OOXMLFile
    OOXMLFile(plain).encrypt(PASSWORD, out)


def standard(plain, out):
    """ECMA-376 standard encryption (MS-OFFCRYPTO 2.3.4.5 to 2.3.4.9): AES-128, SHA-1, 50,000 rounds."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from msoffcrypto.method.container.ecma376_encrypted import ECMA376Encrypted
    package, salt = plain.read(), bytes(range(16))
    digest = hashlib.sha1(salt + PASSWORD.encode("utf-16-le")).digest()
    for turn in range(50000):
        digest = hashlib.sha1(struct.pack("<I", turn) + digest).digest()
    digest = hashlib.sha1(digest + struct.pack("<I", 0)).digest()
    key = hashlib.sha1(bytes(b ^ 0x36 for b in digest.ljust(64, b"\0"))).digest()[:16]
    encrypt = lambda data: Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(data)
    padded = lambda data: data + bytes(-len(data) % 16)
    verifier = bytes(range(16, 32))
    provider = "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")
    header = struct.pack("<8I", 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0) + provider
    info = struct.pack("<HHII", 4, 2, 0x24, len(header)) + header
    info += struct.pack("<I", 16) + salt + encrypt(verifier)
    info += struct.pack("<I", 20) + encrypt(padded(hashlib.sha1(verifier).digest()))
    encrypted = struct.pack("<Q", len(package)) + encrypt(padded(package))
    ECMA376Encrypted(encrypted, info).write_to(out)


def rc4_key():
    """What LibreOffice wants instead of a password for Excel 97: MS-OFFCRYPTO 2.3.6.2 with a salt of its own."""
    salt = bytes(range(16))
    first = hashlib.md5(PASSWORD.encode("utf-16-le")).digest()
    key = hashlib.md5((first[:5] + salt) * 16).digest()
    return tuple(NamedValue(name, uno.ByteSequence(value))
                 for name, value in (("STD97EncryptionKey", key), ("STD97UniqueID", salt)))


def connect(profile):
    os.makedirs(f"{profile}/user")
    with open(f"{profile}/user/registrymodifications.xcu", "w", encoding="utf-8") as file:
        file.write(EXCEL_95)
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
               "--accept=pipe,name=fixtures;urp;"]
    process = subprocess.Popen(command)
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(60):
        try:
            context = resolver.resolve("uno:pipe,name=fixtures;urp;StarOffice.ComponentContext")
            return process, context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except Exception:
            time.sleep(1)
    sys.exit("soffice does not answer")


def new_document(desktop):
    hidden = PropertyValue(Name="Hidden", Value=True)
    return desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (hidden,))


def equivalents(desktop):
    folder, locked = os.path.join(FIXTURES, "equivalents"), os.path.join(FIXTURES, "locked")
    document = new_document(desktop)
    sheet = document.Sheets.getByIndex(0)
    sheet.setName("三年级")
    fill(document, sheet, rows_of(os.path.join(folder, "roster.md")))
    store(document, f"{folder}/excel97.xls", "MS Excel 97")
    excel_95(desktop, f"{folder}/excel95.xls", rows_of(os.path.join(folder, "roster.md")))
    store(document, f"{folder}/calc.ods", "calc8")
    store(document, f"{folder}/calc.xlsx", "Calc MS Excel 2007 XML")
    store(document, f"{folder}/calc.xml", "MS Excel 2003 XML")
    store(document, f"{folder}/calc.html", "HTML (StarCalc)")
    store(document, f"{locked}/calc.ods", "calc8", Password=PASSWORD)
    # Excel 97 takes a password only where the document itself moves to the new file.
    store_as(document, f"{locked}/rc4.xls", "MS Excel 97", Password=PASSWORD)
    document.close(True)
    for name, make in (("agile.xlsx", agile), ("standard.xlsx", standard)):
        with open(f"{folder}/calc.xlsx", "rb") as plain, open(f"{locked}/{name}", "wb") as out:
            make(plain, out)


def hidden(desktop):
    """Dates counted from 1904, a hidden sheet, hidden rows and columns, merged cells."""
    folder = os.path.join(FIXTURES, "hidden")
    document = new_document(desktop)
    null_date = document.NullDate
    null_date.Year, null_date.Month, null_date.Day = 1904, 1, 1
    document.NullDate = null_date
    header = ["班内学号", "姓名", "性别", "出生日期", "联系电话"]
    first, second = document.Sheets.getByIndex(0), None
    first.setName("一班")
    fill(document, first, [["第一小学一班学生花名册"], header,
                           ["01", "王小明", "男", "date:2015-09-01", "13800000001"],
                           ["02", "李小红", "女", "date:2015-09-02", "13800000002"],
                           ["03", "赵一鸣", "男", "date:2015-09-15", "13800000003"]])
    first.getCellRangeByPosition(0, 0, 4, 0).merge(True)
    first.Rows.getByIndex(3).IsVisible = False
    first.Columns.getByIndex(4).IsVisible = False
    document.Sheets.insertNewByName("二班", 1)
    second = document.Sheets.getByName("二班")
    fill(document, second, [header, ["01", "钱多多", "男", "date:2015-10-03", "13800000004"]])
    second.IsVisible = False
    store(document, f"{folder}/excel97.xls", "MS Excel 97")
    store(document, f"{folder}/calc.ods", "calc8")
    store(document, f"{folder}/calc.xlsx", "Calc MS Excel 2007 XML")
    document.close(True)


def main():
    for name in ("equivalents", "locked", "hidden"):
        os.makedirs(os.path.join(FIXTURES, name), exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        process, desktop = connect(profile)
        try:
            equivalents(desktop)
            hidden(desktop)
        finally:
            try:
                desktop.terminate()
            except Exception:
                pass
            process.wait(30)


main()
