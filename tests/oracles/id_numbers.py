"""Our reading of identity numbers held against python-stdnum and the two id-validators, of PyPI and of npm, which have
nothing but the name in common: `./build.sh corpus` calls `problems`.

Numbers are made for every region and the years around its beginning and end, for right and wrong check digits, for
days that are and are not in the calendar, and for what clerks make of a number. Where one of the three judges a number
otherwise than we do, the kind of disagreement is listed with its reason in id_numbers.toml; a kind that is not listed,
and one that is listed and no longer occurs, is a problem. Birth date and sex are theirs, so that our comparison with
the number is held against their reading. By hand: `python3 tests/oracles/id_numbers.py target/release/rostercheck`.
"""
import csv, datetime, functools, json, os, random, subprocess, sys, tempfile, tomllib

try:
    import id_validator.data, id_validator.validator
    import stdnum.cn.ric
except ImportError:
    sys.exit("python-stdnum and id-validator are not installed; nothing was proved.")

# It builds its tables anew at every call, which takes forty milliseconds.
for name in ("get_address_code", "get_address_code_timeline", "get_additional_address_code",
             "get_additional_address_code_timeline"):
    if hasattr(id_validator.data, name):
        setattr(id_validator.data, name, functools.cache(getattr(id_validator.data, name)))

# It is called so in id_numbers.toml.
NPM = "id-validator of npm"

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TODAY = datetime.date(2026, 11, 21)
OURS = {f"R10{number:02}" for number in range(1, 17)}


def check_digit(head):
    """ISO 7064, MOD 11-2, as a recursion and not by weights."""
    rest = 0
    for digit in head:
        rest = (rest + int(digit)) * 2 % 11
    return "0123456789X"[(12 - rest) % 11]


def numbers():
    """Every number with the sequence 001 to 009, which is nobody's by our list."""
    rng = random.Random(11643)
    with open(os.path.join(ROOT, "crates", "roster-standard", "data", "regions.csv"), encoding="utf-8") as file:
        regions = list(csv.DictReader(file))
    made = []

    def right(code, year, month=None, day=None, sequence=None):
        head = f"{int(code):06}{year:04}{month or rng.randint(1, 12):02}{day or rng.randint(1, 28):02}"
        head += f"{rng.randint(1, 9) if sequence is None else sequence:03}"
        made.append(head + check_digit(head))
        return made[-1]

    for region in regions:
        since, until = int(region["since"]), int(region["until"] or 2027)
        for year in {since - 3, since - 1, since, until - 1, until, until + 2, until + 3, 2015} - {2027, 2028, 2029, 2030}:
            right(region["code"], year)
    codes = [region["code"] for region in regions if region["kind"] == "county"]
    for year in range(1898, 2031):
        for month, day in ((1, 1), (2, 28), (2, 29), (2, 30), (12, 31), (4, 31), (13, 1), (6, 32)):
            right("110101", year, month, day)
    for _ in range(5000):
        number = right(rng.choice(codes), rng.randint(1950, 2026))
        at = rng.randrange(18)
        made.append(number[:at] + rng.choice("0123456789") + number[at + 1:])
        made.append(number[:16] + number[17] + number[16])
    for number in made[-3000:]:
        made += [number[:17], number + "1", number.lower(), number[:6] + "-" + number[6:14] + "-" + number[14:],
                 number[:5] + "O" + number[6:], number[:6] + number[8:17]]
    for code in ("999999", "990101", "660101", "380101", "000000", "123456", "119898", "110199", "810000", "820000",
                 "830000", "810101", "710000", "710101", "911840", "911398", "469000", "419001", "441900", "460400"):
        for year in (1985, 2008, 2015, 2025):
            right(code, year)
            right(code, year, sequence=0)
    return sorted(set(made))


def npm_of(made):
    """What the package of npm says of each number."""
    folder = os.path.join(ROOT, "target", "corpus", "oracles")
    if not os.path.exists(os.path.join(folder, "node_modules", "id-validator")):
        os.makedirs(folder, exist_ok=True)
        install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, "id-validator"]
        subprocess.run(install, check=True, stdout=subprocess.DEVNULL)
    command = ["node", os.path.join(HERE, "id_validator.mjs"), folder]
    done = subprocess.run(command, input=json.dumps(made).encode(), stdout=subprocess.PIPE, check=True, timeout=600)
    return json.loads(done.stdout)


def theirs_of(number, npm):
    """What the three say, that of npm being known: accepted, or why not."""
    try:
        stdnum.cn.ric.validate(number)
        one = "accepted"
    except Exception as error:  # For a region that it knows in part it raises a KeyError.
        one = type(error).__name__
    try:
        other = "accepted" if id_validator.validator.is_valid(number) else "rejected"
    except Exception as error:  # It raises whatever its parts raise.
        other = type(error).__name__
    return {"python-stdnum": one, "id-validator": other, NPM: npm}


def ours_of(program, made, folder):
    """For each number the rules that object to it, and those of birth date and sex."""
    path = os.path.join(folder, "numbers.csv")
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(["姓名", "性别", "出生日期", "身份证件类型", "身份证件号"])
        for number in made:
            birth, sex = "", ""
            if len(number) == 18:
                try:
                    birth = stdnum.cn.ric.get_birth_date(number).strftime("%Y%m%d")
                    sex = "女男"[int(number[16]) % 2]
                except Exception:
                    pass
            out.writerow(["王小明", sex, birth, "居民身份证", number])
    command = [program, "check", "--quiet", "--format", "json", "--today", TODAY.isoformat(), "--set", "rows_max=0", path]
    done = subprocess.run(command, capture_output=True, timeout=600)
    if done.returncode not in (0, 1):
        sys.exit(f"{program}: {done.stderr.decode(errors='replace')[-300:]}")
    said = [set() for _ in made]
    for finding in json.loads(done.stdout)["findings"]:
        row = finding["place"].get("row")
        if row and finding["level"] != "info" and finding["rule"] in OURS:
            said[row - 2].add(finding["rule"])
    return said


def problems(program, folder=None):
    """Sentences about every disagreement that is not explained."""
    made = numbers()
    with tempfile.TemporaryDirectory() as temporary:
        said = ours_of(program, made, folder or temporary)
    with open(os.path.join(HERE, "id_numbers.toml"), "rb") as file:
        listed = {(it["with"], it["ours"], it["theirs"]): it["reason"] for it in tomllib.load(file)["difference"]}
    found, agreed = {}, 0
    for number, rules, npm in zip(made, said, npm_of(made)):
        ours = " ".join(sorted(rules)) or "accepted"
        for name, theirs in theirs_of(number, npm).items():
            if (ours == "accepted") == (theirs == "accepted"):
                agreed += 1
            else:
                found.setdefault((name, ours, theirs), []).append(number)
    print(f"{len(made)} identity numbers: {agreed} judgements agree, {sum(map(len, found.values()))} differ in "
          f"{len(found)} explained ways")
    for kind, examples in sorted(found.items()):
        if kind not in listed:
            yield f"{kind[0]} says {kind[2]}, we say {kind[1]}: {len(examples)} numbers, such as {examples[0]}"
    for kind in sorted(set(listed) - set(found)):
        yield f"{kind[0]} no longer says {kind[2]} where we say {kind[1]}"
    for number, rules in zip(made, said):
        if rules & {"R1005", "R1006"}:
            yield f"{number}: another birth date or sex than python-stdnum reads"


if __name__ == "__main__":
    wrong = list(problems(*sys.argv[1:2]))
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)
