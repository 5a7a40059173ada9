//! Patterns of texts, as a profile file writes them: the part of regular expressions that a person
//! needs to say how a number is made up.
//!
//! A pattern speaks of the whole text. It is run without going back, so no pattern and no text takes
//! longer than their lengths multiplied. Deliberately absent: looking around, referring back, flags.

mod parse;

use parse::{Node, parse};

use crate::text::is_han;

/// A pattern that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    source: String,
    steps: Vec<Step>,
}

/// Why a pattern was not understood, and where: the number of the character, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// The number of the character in the pattern, from 0.
    pub at: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A bracket, a class or a count that is opened and not closed.
    NotClosed,
    /// A closing bracket that nothing opened.
    NotOpened,
    /// A repetition with nothing before it.
    NothingToRepeat,
    /// A count such as `{3,1}`, or one that is no number or too large.
    Count,
    /// A range such as `[9-0]`.
    Range,
    /// A backslash before something that has no meaning, or at the end.
    Escape,
    /// A part of regular expressions that is not understood here.
    NotSupported,
    /// So many repetitions of repetitions that checking would take too long.
    TooLarge,
}

/// Characters of a kind, or not of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Class {
    pub(crate) is_negated: bool,
    pub(crate) items: Vec<Item>,
}

/// A part of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    Range(char, char),
    Digit(bool),
    Word(bool),
    Space(bool),
    Han(bool),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Take(Class),
    /// Go on here and there.
    Both(usize, usize),
    Go(usize),
    /// Only at the beginning of the text.
    Start,
    /// Only at its end.
    End,
    Done,
}

/// Steps of the longest pattern.
const STEPS_MAX: usize = 4096;

impl Pattern {
    /// Understands a pattern.
    pub fn new(source: &str) -> Result<Self, PatternError> {
        let node = parse(source)?;
        let mut steps = Vec::new();
        write(&node, &mut steps)?;
        steps.push(Step::Done);
        Ok(Pattern {
            source: source.to_owned(),
            steps,
        })
    }

    /// The pattern as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether the whole text is as the pattern says.
    pub fn fits(&self, text: &str) -> bool {
        let mut here = Places::new(self.steps.len());
        let mut next = Places::new(self.steps.len());
        let mut rest = text.chars().peekable();
        self.reach(0, true, rest.peek().is_none(), &mut here);
        while let Some(character) = rest.next() {
            if here.list.is_empty() {
                return false;
            }
            let is_last = rest.peek().is_none();
            for &place in &here.list {
                if let Step::Take(class) = &self.steps[place]
                    && class.has(character)
                {
                    self.reach(place + 1, false, is_last, &mut next);
                }
            }
            std::mem::swap(&mut here, &mut next);
            next.clear();
        }
        here.list.iter().any(|&it| self.steps[it] == Step::Done)
    }

    /// Every place that is reached from one without taking a character.
    fn reach(&self, place: usize, is_start: bool, is_end: bool, places: &mut Places) {
        let mut waiting = vec![place];
        while let Some(place) = waiting.pop() {
            if !places.add(place) {
                continue;
            }
            match self.steps[place] {
                Step::Go(to) => waiting.push(to),
                Step::Both(a, b) => waiting.extend([b, a]),
                Step::Start if is_start => waiting.push(place + 1),
                Step::End if is_end => waiting.push(place + 1),
                Step::Start | Step::End | Step::Take(_) | Step::Done => {}
            }
        }
    }
}

impl Class {
    fn has(&self, character: char) -> bool {
        self.items.iter().any(|it| it.has(character)) != self.is_negated
    }
}

impl Item {
    fn has(&self, it: char) -> bool {
        match self {
            Item::Range(first, last) => (*first..=*last).contains(&it),
            Item::Digit(is) => it.is_ascii_digit() == *is,
            Item::Word(is) => (it.is_ascii_alphanumeric() || it == '_') == *is,
            Item::Space(is) => it.is_whitespace() == *is,
            Item::Han(is) => is_han(it) == *is,
        }
    }
}

/// Places in the steps, each once.
struct Places {
    list: Vec<usize>,
    is_there: Vec<bool>,
}

impl Places {
    fn new(count: usize) -> Self {
        Places {
            list: Vec::new(),
            is_there: vec![false; count],
        }
    }

    fn add(&mut self, place: usize) -> bool {
        let is_new = !std::mem::replace(&mut self.is_there[place], true);
        if is_new {
            self.list.push(place);
        }
        is_new
    }

    fn clear(&mut self) {
        for place in self.list.drain(..) {
            self.is_there[place] = false;
        }
    }
}

/// Writes the steps of a part of the pattern behind the others.
fn write(node: &Node, steps: &mut Vec<Step>) -> Result<(), PatternError> {
    if steps.len() > STEPS_MAX {
        return Err(PatternError {
            at: 0,
            fault: Fault::TooLarge,
        });
    }
    match node {
        Node::Take(class) => steps.push(Step::Take(class.clone())),
        Node::Start => steps.push(Step::Start),
        Node::End => steps.push(Step::End),
        Node::All(nodes) => {
            for node in nodes {
                write(node, steps)?;
            }
        }
        Node::Either(nodes) => write_either(nodes, steps)?,
        Node::Repeat(node, least, most) => {
            for _ in 0..*least {
                write(node, steps)?;
            }
            match most {
                None => {
                    let start = steps.len();
                    steps.push(Step::Done);
                    write(node, steps)?;
                    steps.push(Step::Go(start));
                    steps[start] = Step::Both(start + 1, steps.len());
                }
                Some(most) => {
                    let mut starts = Vec::new();
                    for _ in *least..*most {
                        starts.push(steps.len());
                        steps.push(Step::Done);
                        write(node, steps)?;
                    }
                    for start in starts {
                        steps[start] = Step::Both(start + 1, steps.len());
                    }
                }
            }
        }
    }
    Ok(())
}

fn write_either(nodes: &[Node], steps: &mut Vec<Step>) -> Result<(), PatternError> {
    let mut ends = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let start = steps.len();
        let is_last = index + 1 == nodes.len();
        if !is_last {
            steps.push(Step::Done);
        }
        write(node, steps)?;
        if !is_last {
            ends.push(steps.len());
            steps.push(Step::Done);
            steps[start] = Step::Both(start + 1, steps.len());
        }
    }
    for end in ends {
        steps[end] = Step::Go(steps.len());
    }
    Ok(())
}
