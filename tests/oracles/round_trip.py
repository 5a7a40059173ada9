"""What we write back into a workbook: `./build.sh corpus` calls `problems` for every xlsx that was read.

The marked and the corrected workbook open in openpyxl and LibreOffice, the cells of the sheets that were there are the
same (but for the fixes, which the program counts), and the package differs only in parts that had to change.
"""
import os, re, subprocess, zipfile

# Parts that a mark, a note or a new sheet has to touch; every other part keeps its bytes.
TOUCHED = re.compile(
    r"(\[Content_Types\]\.xml|.*workbook[^/]*\.xml|.*workbook[^/]*\.xml\.rels|.*styles[^/]*\.xml|.*/?worksheets/.*\.xml"
    r"|.*/?worksheets/_rels/.*\.rels|.*comments[^/]*\.xml|.*vmlDrawing[^/]*\.vml|docProps/app\.xml|.*tables/.*\.xml)$", re.I)
DROPPED = re.compile(r".*calcChain\.xml$", re.I)


def problems(name, path, folder, key, program, cells_of):
    """Writes FOLDER/KEY-marked.xlsx and FOLDER/KEY-corrected.xlsx, and says what is wrong with them; nothing where the
    program does not take the file."""
    found = []
    before = cells_of(path)
    if before is None:
        return found
    for what, arguments in (("marked", ["check", "--quiet", "--format", "xlsx", "--show-values"]),
                            ("corrected", ["fix", "--quiet", "--show-values"])):
        out = os.path.join(folder, f"{key}-{what}{os.path.splitext(path)[1].lower()}")
        if os.path.exists(out):
            os.remove(out)
        command = [program, *arguments, "--today", "2026-11-21", "-o", out, path]
        done = subprocess.run(command, capture_output=True, timeout=120)
        if not os.path.exists(out):
            continue
        found += [f"{name}: {what}: {it}" for it in package(path, out)]
        after = cells_of(out)
        if after is None:
            found.append(f"{name}: {what}: openpyxl does not open it")
            continue
        if what == "marked":
            for sheet, cells in before.items():
                if after.get(sheet) != cells:
                    found.append(f"{name}: {what}: cells of {sheet} changed")
    return found


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
