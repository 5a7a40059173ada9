//! A small generator of random texts for the tests of this crate: fixed seed, no dependency.

/// Characters and pieces that the readers treat in some special way.
const PIECES: [&str; 69] = [
    "0",
    "1",
    "2",
    "9",
    "5",
    "8",
    "19",
    "20",
    "2018",
    "09",
    "X",
    "x",
    "×",
    "O",
    "l",
    "Z",
    "G",
    "L",
    "J",
    "H",
    "\u{FF10}",
    "\u{FF19}",
    "\u{FF38}",
    "\u{FF58}",
    "\u{FF0D}",
    "\u{FF0F}",
    "\u{FF0E}",
    "\u{FF08}",
    "\u{FF09}",
    " ",
    "\u{3000}",
    "\u{A0}",
    "\t",
    "\n",
    "\u{B}",
    "\u{85}",
    "\u{200B}",
    "\u{202D}",
    "\u{202C}",
    "\u{FEFF}",
    "'",
    "‘",
    "’",
    "\"",
    "“",
    "”",
    "-",
    "/",
    ".",
    "年",
    "月",
    "日",
    "张",
    "三",
    "丰",
    "·",
    "•",
    "\u{2F63}",
    "\u{2ED3}",
    "\u{F900}",
    "\u{2F800}",
    "\u{E863}",
    "\u{FFFD}",
    "?",
    "(",
    "）",
    "E+17",
    "&",
    "é",
];

/// Marsaglia's xorshift with 64 bits of state.
pub(crate) struct Random(u64);

impl Random {
    /// The seed must not be 0.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// A text of up to 24 pieces: special ones mostly, any code point now and then.
    pub(crate) fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(25) {
            if self.below(4) == 0 {
                let code = self.below(0x11_0000) as u32;
                text.extend(char::from_u32(if self.below(2) == 0 {
                    code
                } else {
                    code % 0x3100
                }));
            } else {
                text.push_str(PIECES[self.below(PIECES.len() as u64) as usize]);
            }
        }
        text
    }
}
