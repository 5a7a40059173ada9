"""What we write back into a workbook: `./build.sh corpus` calls `problems` for every workbook that was read.

The marked and the corrected workbook open in openpyxl and LibreOffice, and the cells of the sheets that were there are
the same but for the fixes, which the program logs. A package that is patched differs only in parts that had to change;
of formats that are not written back a fresh workbook has every cell.
"""
import csv, os, re, subprocess, zipfile

# Parts that a mark, a note or a new sheet has to touch; every other part keeps its bytes.
TOUCHED = re.compile(
    r"(\[Content_Types\]\.xml|.*workbook[^/]*\.xml|.*workbook[^/]*\.xml\.rels|.*styles[^/]*\.xml|.*/?worksheets/.*\.xml"
    r"|.*/?worksheets/_rels/.*\.rels|.*comments[^/]*\.xml|.*vmlDrawing[^/]*\.vml|docProps/app\.xml|.*tables/.*\.xml)$", re.I)
DROPPED = re.compile(r".*calcChain\.xml$", re.I)


WRITTEN = {"marked": ["check", "--quiet", "--format", "xlsx", "--show-values"],
           "corrected": ["fix", "--quiet", "--show-values"]}


def problems(name, path, folder, key, program, before, cells_of):
    """Writes FOLDER/KEY-marked.xlsx and FOLDER/KEY-corrected.xlsx, and says what is wrong with them; nothing where the
    program does not take the file. `before` are the cells of the original; None where openpyxl does not open it."""
    found = []
    extension = os.path.splitext(path)[1].lower()
    is_patched = extension in (".xlsx", ".xlsm")
    for what, arguments in WRITTEN.items():
        out = os.path.join(folder, f"{key}-{what}{extension if is_patched else '.xlsx'}")
        log = ["--log", log_of(out)] if what == "corrected" else []
        command = [program, *arguments, *log, "--today", "2026-11-21", "-o", out, path]
        subprocess.run(command, capture_output=True, timeout=120)
        if not os.path.exists(out):
            continue
        if is_patched:
            found += [f"{name}: {what}: {it}" for it in package(path, out)]
        if before is None:
            continue
        after = cells_of(out)
        if after is None:
            found.append(f"{name}: {what}: openpyxl does not open it")
            continue
        found += [f"{name}: {what}: {it}" for it in differences(before, after, changes(out))]
    return found


def log_of(out):
    return os.path.splitext(out)[0] + ".csv"


def changes(out):
    """The new text of each cell that was corrected, by sheet."""
    told = {}
    if os.path.exists(log_of(out)):
        with open(log_of(out), encoding="utf-8-sig", newline="") as file:
            for _, sheet, cell, _, _, text, *_ in list(csv.reader(file))[1:]:
                letters, number = re.fullmatch(r"([A-Z]+)([0-9]+)", cell).groups()
                column = 0
                for letter in letters:
                    column = column * 26 + ord(letter) - ord("A") + 1
                told.setdefault(sheet, {})[int(number), column] = text
    return told


def differences(before, after, told):
    """Cells of the original's sheets that are others now and were not to be."""
    for sheet, cells in before.items():
        if sheet not in after:
            yield f"sheet {sheet} is gone"
            continue
        now, new = after[sheet], told.get(sheet, {})
        for place in sorted(cells.keys() | now.keys()):
            text, was = now.get(place), cells.get(place)
            # The log guards what looks like a formula.
            expected = [new[place], new[place].removeprefix("'")] if place in new else [was]
            if text not in expected and (text or any(expected)):
                yield f"{sheet} {place}: {text!r}, not {expected[-1]!r}"
                break


def package(before, after):
    """Parts that changed and did not have to, or went."""
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after) as new:
        names = set(new.namelist())
        if new.testzip():
            yield f"{new.testzip()} is damaged"
        for name in old.namelist():
            if name not in names:
                if not DROPPED.match(name):
                    yield f"{name} is gone"
            elif not TOUCHED.match(name) and old.read(name) != new.read(name):
                yield f"{name} changed"
