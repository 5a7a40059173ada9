"""Text files of one endless line through the command line: a part of `./build.sh corpus`, and of no other test.

Each file is a gigabyte. It is read as a sheet or refused with one sentence, in the memory the file takes and a little
more, and in the time it takes to look at every byte a few times.
"""
import os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FOLDER = os.path.join(ROOT, "target", "corpus")
PROGRAM = os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")), "release", "rostercheck")
BYTES = 1 << 30
# Beside the file itself: what one row and the program may take.
MEMORY_BESIDE = 256 << 20
# Of what is packed in letters, three bytes for four of them, which are unpacked beside the file.
UNPACKED = {"a web archive": 0.75}
# Of the processor, however busy the machine is.
SECONDS_MAX = 20
HEADER = "姓名,性别,身份证件号\n".encode()
FILES = {
    "one field": (b"", "王小明".encode()),
    "many fields": (b"", "王小明,男,".encode()),
    "below a header": (HEADER, "王小明,男,".encode()),
    "an open quotation mark": (HEADER + b'"', "王小明,男 ".encode()),
    "quotation marks": (HEADER, b'"'),
    "separators": (HEADER, b","),
    "NUL bytes": (HEADER, b"\0"),
    "GB18030": ("姓名,性别\n".encode("gb18030"), "王小明，".encode("gb18030")),
    "UTF-16": ("\ufeff姓名,性别\n".encode("utf-16-le"), "王小明，".encode("utf-16-le")),
    "a web page": (b"<table><tr><td>", "王小明<td>".encode()),
    "a tag of a web page": (b"<table><tr><td ", b"a=b "),
    "a web archive": (b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n", b"PHRk"),
}


def main():
    os.makedirs(FOLDER, exist_ok=True)
    path, wrong = os.path.join(FOLDER, "endless.csv"), []
    for name, (start, again) in FILES.items():
        write(path, start, again)
        process = subprocess.Popen([PROGRAM, "check", path, "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        seconds, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss << 10
        status = os.waitstatus_to_exitcode(status)
        size = os.path.getsize(path)
        print(f"{name:24} {seconds:6.1f} s {peak / size:5.2f} × the file, status {status}: {said.strip()}")
        if status not in (0, 1, 2) or status == 2 and said.count("\n") != 1:
            wrong.append(f"{name}: status {status}, said {said!r}")
        if peak > size * (1 + UNPACKED.get(name, 0)) + MEMORY_BESIDE:
            wrong.append(f"{name}: {peak >> 20} MB")
        if seconds > SECONDS_MAX:
            wrong.append(f"{name}: {seconds:.1f} s")
        sys.stdout.flush()
    os.remove(path)
    print("\n".join(wrong) or f"{len(FILES)} passed")
    sys.exit(1 if wrong else 0)


def write(path, start, again):
    piece = again * ((1 << 20) // len(again))
    with open(path, "wb") as file:
        file.write(start)
        while file.tell() < BYTES:
            file.write(piece)


main()
