//! A second thread gathers and packs texts while this one makes the frame, and packs sheets while this one writes
//! them; a page has one thread. The bytes are the same.

use roster_package::ArchiveWriter;

/// Takes the parts that are written.
pub(super) struct Parts<'a>(&'a mut dyn FnMut(Step));

impl Parts<'_> {
    /// Begins a part and ends the one before.
    pub(super) fn start(&mut self, name: &str) {
        (self.0)(Step::Start(name.to_owned()));
    }

    /// Adds bytes to the part, and leaves none of them.
    pub(super) fn write(&mut self, bytes: &mut Vec<u8>) {
        (self.0)(Step::Write(std::mem::take(bytes)));
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

/// Lets `write` write the parts of an archive.
#[cfg(not(target_family = "wasm"))]
pub(super) fn packed<T>(out: &mut ArchiveWriter, write: impl FnOnce(&mut Parts<'_>) -> T) -> T {
    /// Steps that may wait to be packed.
    const STEPS_MAX: usize = 8;

    std::thread::scope(|scope| {
        let (sender, steps) = std::sync::mpsc::sync_channel(STEPS_MAX);
        scope.spawn(move || steps.into_iter().for_each(|step| put(step, out)));
        let mut take = move |step| {
            // Nobody takes it only after a panic, which is told where the thread is joined.
            let _ = sender.send(step);
        };
        write(&mut Parts(&mut take))
    })
}

/// Lets `write` write the parts of an archive.
#[cfg(target_family = "wasm")]
pub(super) fn packed<T>(out: &mut ArchiveWriter, write: impl FnOnce(&mut Parts<'_>) -> T) -> T {
    write(&mut Parts(&mut |step| put(step, out)))
}

/// What both give.
#[cfg(not(target_family = "wasm"))]
pub(super) fn both<A, B: Send>(
    here: impl FnOnce() -> A,
    beside: impl FnOnce() -> B + Send,
) -> (A, B) {
    std::thread::scope(|scope| {
        let beside = scope.spawn(beside);
        let here = here();
        let beside = beside.join();
        (
            here,
            beside.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        )
    })
}

/// What both give.
#[cfg(target_family = "wasm")]
pub(super) fn both<A, B>(here: impl FnOnce() -> A, beside: impl FnOnce() -> B) -> (A, B) {
    (here(), beside())
}
