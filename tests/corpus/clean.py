"""Large rosters without a fault through the command line: a part of `./build.sh corpus`, and of no other test.

Not one error and not one warning may be said of them; that a file is too large for one import (R0013) is turned off.
`./build.sh test` asks the same of smaller ones.
"""
import json, os, shutil, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FOLDER = os.path.join(ROOT, "target", "corpus", "clean")
BINARIES = os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")), "release")
# Rows, columns, seed: 100 and 102 make primary schools, 104 a middle school.
ROSTERS = [(1_000_000, "25", 100), (1_000_000, "full", 102), (200_000, "full", 104)]


def main():
    wrong = []
    for rows, columns, seed in ROSTERS:
        name = f"{rows:,} rows, {columns} columns, seed {seed}"
        made = [f"--rows={rows}", f"--columns={columns}", f"--seed={seed}", "--format=csv"]
        options = [it for option in made for it in option.split("=")]
        subprocess.run([os.path.join(BINARIES, "xtask"), "roster", *options, "-o", FOLDER], check=True)
        path, report = os.path.join(FOLDER, "roster.csv"), os.path.join(FOLDER, "report.json")
        start = time.monotonic()
        check = [os.path.join(BINARIES, "rostercheck"), "check", path, "--today", "2026-11-21", "--quiet"]
        size = ["--set", "rows_max=0", "--set", "megabytes_max=0"]
        status = subprocess.run([*check, *size, "--format", "json", "-o", report]).returncode
        seconds = time.monotonic() - start
        with open(report, encoding="utf-8") as file:
            summary = json.load(file)["summary"]
        errors, warnings = summary["errors"], summary["warnings"]
        print(f"{name}: {errors} errors, {warnings} warnings, {summary['infos']} infos, "
              f"{os.path.getsize(path) >> 20} MB in {seconds:.1f} s")
        if status or errors or warnings or summary["rows"] != rows:
            wrong.append(f"{name}: status {status}, {summary['rows']} rows, {summary['by_rule']}")
        sys.stdout.flush()
    shutil.rmtree(FOLDER)
    print("\n".join(wrong) or f"{len(ROSTERS)} passed")
    sys.exit(1 if wrong else 0)


main()
