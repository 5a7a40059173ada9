//! Packs parts in a second thread while this one writes them; a page has one thread.
//!
//! The bytes are the same.

use roster_package::ArchiveWriter;

/// Takes the parts that are written.
pub(super) struct Parts<'a>(Taker<'a>);

impl Parts<'_> {
    /// Begins a part and ends the one before.
    pub(super) fn start(&mut self, name: &str) {
        self.0.take(Step::Start(name.to_owned()));
    }

    /// Adds bytes to the part, and leaves none of them.
    pub(super) fn write(&mut self, bytes: &mut Vec<u8>) {
        self.0.take(Step::Write(std::mem::take(bytes)));
    }
}

enum Step {
    Start(String),
    Write(Vec<u8>),
}

fn put(step: Step, out: &mut ArchiveWriter) {
    match step {
        Step::Start(name) => out.start(&name),
        Step::Write(bytes) => out.write(&bytes),
    }
}

#[cfg(not(target_family = "wasm"))]
mod threads {
    use std::marker::PhantomData;
    use std::sync::mpsc::{SyncSender, sync_channel};

    use super::{ArchiveWriter, Parts, Step, put};

    /// Steps that may wait to be packed.
    const STEPS_MAX: usize = 8;

    pub(super) struct Taker<'a>(SyncSender<Step>, PhantomData<&'a ()>);

    impl Taker<'_> {
        pub(super) fn take(&mut self, step: Step) {
            // Nobody takes it only after a panic, which is told where the thread is joined.
            let _ = self.0.send(step);
        }
    }

    /// Lets `write` write the parts of an archive.
    pub(in super::super) fn packed<T>(
        out: &mut ArchiveWriter,
        write: impl FnOnce(&mut Parts<'_>) -> T,
    ) -> T {
        std::thread::scope(|scope| {
            let (sender, steps) = sync_channel(STEPS_MAX);
            scope.spawn(move || steps.into_iter().for_each(|step| put(step, out)));
            write(&mut Parts(Taker(sender, PhantomData)))
        })
    }
}

#[cfg(target_family = "wasm")]
mod threads {
    use super::{ArchiveWriter, Parts, Step, put};

    pub(super) struct Taker<'a>(&'a mut ArchiveWriter);

    impl Taker<'_> {
        pub(super) fn take(&mut self, step: Step) {
            put(step, self.0);
        }
    }

    /// Lets `write` write the parts of an archive.
    pub(in super::super) fn packed<T>(
        out: &mut ArchiveWriter,
        write: impl FnOnce(&mut Parts<'_>) -> T,
    ) -> T {
        write(&mut Parts(Taker(out)))
    }
}

use threads::Taker;
pub(super) use threads::packed;
