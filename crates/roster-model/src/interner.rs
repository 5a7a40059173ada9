//! Finds a text among the stored texts of one column while the column is being built.
//!
//! A small open-addressing table of text indexes with a fixed seed, so that the same file always
//! gives the same sheet. It does not own the texts. A crafted file could make many texts collide;
//! the table then stays correct and grows slow only until the column gives up its dictionary.

use crate::short;
use crate::texts::{CellKind, Texts, TooLarge};

/// What no slot holds that is taken: no column has so many texts.
const EMPTY: u64 = u64::MAX;

#[derive(Debug, Default)]
pub(crate) struct Interner {
    /// The index of a text in the lower half, its tag in the upper: most texts that differ are told
    /// apart without a look at them. The length is a power of two.
    slots: Vec<u64>,
    used: usize,
}

impl Interner {
    /// The index of the text, stored now if it is new.
    pub(crate) fn intern(
        &mut self,
        texts: &mut Texts,
        text: &str,
        kind: CellKind,
    ) -> Result<u32, TooLarge> {
        self.intern_tagged(texts, text, kind, tag(text, kind))
    }

    /// Like `intern`, for several texts of which hardly any is there: their slots are fetched together, because most
    /// of the time goes into waiting for them.
    pub(crate) fn intern_some<T: AsRef<str>>(
        &mut self,
        texts: &mut Texts,
        some: &[T],
        kind: CellKind,
        mut give: impl FnMut(Result<u32, TooLarge>),
    ) {
        while (self.used + some.len()) * 2 >= self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let tags: Vec<u32> = some.iter().map(|it| tag(it.as_ref(), kind)).collect();
        let fetched = tags.iter().map(|&it| self.slots[it as usize & mask]);
        std::hint::black_box(fetched.fold(0, |seen, slot| seen ^ slot));
        for (text, tag) in some.iter().zip(tags) {
            give(self.intern_tagged(texts, text.as_ref(), kind, tag));
        }
    }

    #[inline]
    fn intern_tagged(
        &mut self,
        texts: &mut Texts,
        text: &str,
        kind: CellKind,
        tag: u32,
    ) -> Result<u32, TooLarge> {
        if (self.used + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut slot = tag as usize & mask;
        loop {
            let taken = self.slots[slot];
            if taken == EMPTY {
                let id = texts.push(text, kind)?;
                self.slots[slot] = u64::from(tag) << 32 | u64::from(id);
                self.used += 1;
                return Ok(id);
            }
            let id = taken as u32;
            if (taken >> 32) as u32 == tag && texts.is(id, text, kind) {
                return Ok(id);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(16);
        let before = std::mem::replace(&mut self.slots, vec![EMPTY; length]);
        for taken in before.into_iter().filter(|&it| it != EMPTY) {
            let mut slot = (taken >> 32) as usize & (length - 1);
            while self.slots[slot] != EMPTY {
                slot = (slot + 1) & (length - 1);
            }
            self.slots[slot] = taken;
        }
    }
}

fn tag(text: &str, kind: CellKind) -> u32 {
    short::hash(kind as u64, text) as u32
}
