//! The text of a pattern as a tree.

use super::{Class, Fault, Item, PatternError};

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Take(Class),
    Start,
    End,
    All(Vec<Node>),
    Either(Vec<Node>),
    /// At least, and at most unless there is no end.
    Repeat(Box<Node>, u32, Option<u32>),
}

/// Most repetitions that a count may ask for.
const COUNT_MAX: u32 = 1000;
/// Brackets in brackets.
const DEPTH_MAX: usize = 50;

pub(super) fn parse(source: &str) -> Result<Node, PatternError> {
    let mut parser = Parser {
        characters: source.chars().collect(),
        at: 0,
    };
    let node = parser.either(0)?;
    if parser.at < parser.characters.len() {
        return Err(parser.error(Fault::NotOpened));
    }
    Ok(node)
}

struct Parser {
    characters: Vec<char>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += 1;
        Some(character)
    }

    fn take(&mut self, character: char) -> bool {
        let is_there = self.peek() == Some(character);
        self.at += usize::from(is_there);
        is_there
    }

    fn error(&self, fault: Fault) -> PatternError {
        PatternError { at: self.at, fault }
    }

    fn error_at(at: usize, fault: Fault) -> PatternError {
        PatternError { at, fault }
    }

    fn either(&mut self, depth: usize) -> Result<Node, PatternError> {
        if depth > DEPTH_MAX {
            return Err(self.error(Fault::TooLarge));
        }
        let mut nodes = vec![self.all(depth)?];
        while self.take('|') {
            nodes.push(self.all(depth)?);
        }
        Ok(match nodes.len() {
            1 => nodes.remove(0),
            _ => Node::Either(nodes),
        })
    }

    fn all(&mut self, depth: usize) -> Result<Node, PatternError> {
        let mut nodes = Vec::new();
        while let Some(character) = self.peek() {
            if matches!(character, '|' | ')') {
                break;
            }
            let node = self.one(depth)?;
            nodes.push(self.repeated(node)?);
        }
        Ok(Node::All(nodes))
    }

    fn one(&mut self, depth: usize) -> Result<Node, PatternError> {
        let start = self.at;
        Ok(match self.next() {
            Some('^') => Node::Start,
            Some('$') => Node::End,
            Some('.') => Node::Take(Class {
                is_negated: true,
                items: vec![Item::Range('\n', '\n')],
            }),
            Some('(') => {
                self.opening(start)?;
                let node = self.either(depth + 1)?;
                if !self.take(')') {
                    return Err(Self::error_at(start, Fault::NotClosed));
                }
                node
            }
            Some('[') => Node::Take(self.class(start)?),
            Some('\\') => Node::Take(Class {
                is_negated: false,
                items: vec![self.escape(start)?],
            }),
            Some('*' | '+' | '?' | '{') => {
                return Err(Self::error_at(start, Fault::NothingToRepeat));
            }
            Some(plain) => Node::Take(just(plain)),
            None => return Err(self.error(Fault::Escape)),
        })
    }

    /// What stands behind an opening bracket: a group of any kind is a group; looking around is not.
    fn opening(&mut self, start: usize) -> Result<(), PatternError> {
        if !self.take('?') {
            return Ok(());
        }
        if self.take(':') {
            return Ok(());
        }
        let is_named = self.take('P') | self.take('<');
        let is_named = is_named && { self.take('<') || self.characters[self.at - 1] == '<' };
        let looks_back = matches!(self.peek(), Some('=' | '!'));
        if !is_named || looks_back {
            return Err(Self::error_at(start, Fault::NotSupported));
        }
        while let Some(character) = self.next() {
            if character == '>' {
                return Ok(());
            }
        }
        Err(Self::error_at(start, Fault::NotClosed))
    }

    fn repeated(&mut self, node: Node) -> Result<Node, PatternError> {
        let start = self.at;
        let (least, most) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                self.at += 1;
                self.count(start)?
            }
            _ => return Ok(node),
        };
        if self.characters[start] != '{' {
            self.at += 1;
        }
        // Whether it takes as much as it can or as little makes no difference to the whole text.
        let _ = self.take('?');
        if matches!(self.peek(), Some('*' | '+' | '?' | '{')) {
            return Err(self.error(Fault::NothingToRepeat));
        }
        Ok(Node::Repeat(Box::new(node), least, most))
    }

    fn count(&mut self, start: usize) -> Result<(u32, Option<u32>), PatternError> {
        let wrong = |fault| Self::error_at(start, fault);
        let least = self.number().ok_or(wrong(Fault::Count))?;
        let most = if self.take(',') {
            if self.peek() == Some('}') {
                None
            } else {
                Some(self.number().ok_or(wrong(Fault::Count))?)
            }
        } else {
            Some(least)
        };
        if !self.take('}') {
            return Err(wrong(Fault::NotClosed));
        }
        let is_good = least <= COUNT_MAX && most.is_none_or(|it| (least..=COUNT_MAX).contains(&it));
        if is_good {
            Ok((least, most))
        } else {
            Err(wrong(Fault::Count))
        }
    }

    fn number(&mut self) -> Option<u32> {
        let mut number: Option<u32> = None;
        while let Some(digit) = self.peek().and_then(|it| it.to_digit(10)) {
            self.at += 1;
            let before = number.unwrap_or(0);
            number = Some(before.saturating_mul(10).saturating_add(digit));
        }
        number
    }

    fn class(&mut self, start: usize) -> Result<Class, PatternError> {
        let is_negated = self.take('^');
        let mut items = Vec::new();
        loop {
            let at = self.at;
            let first = match self.next() {
                None => return Err(Self::error_at(start, Fault::NotClosed)),
                Some(']') if !items.is_empty() => break,
                // In other languages a class in a class, or a difference of two, begins so.
                Some('[') => return Err(Self::error_at(at, Fault::NotSupported)),
                Some('\\') => self.escape(at)?,
                Some(plain) => Item::Range(plain, plain),
            };
            let is_range = self.peek() == Some('-')
                && self
                    .characters
                    .get(self.at + 1)
                    .is_some_and(|&it| it != ']');
            if !is_range {
                items.push(first);
                continue;
            }
            self.at += 1;
            let last = match self.next() {
                Some('\\') => self.escape(self.at - 1)?,
                Some('[') => return Err(Self::error_at(self.at - 1, Fault::NotSupported)),
                Some(plain) => Item::Range(plain, plain),
                None => return Err(Self::error_at(start, Fault::NotClosed)),
            };
            match (first, last) {
                (Item::Range(low, _), Item::Range(high, _)) if low <= high => {
                    items.push(Item::Range(low, high));
                }
                _ => return Err(Self::error_at(at, Fault::Range)),
            }
        }
        Ok(Class { is_negated, items })
    }

    /// What a backslash at `start` and the characters behind it mean.
    fn escape(&mut self, start: usize) -> Result<Item, PatternError> {
        let wrong = |fault| Err(Self::error_at(start, fault));
        let one = |it| Ok(Item::Range(it, it));
        match self.next() {
            Some('d') => Ok(Item::Digit(true)),
            Some('D') => Ok(Item::Digit(false)),
            Some('w') => Ok(Item::Word(true)),
            Some('W') => Ok(Item::Word(false)),
            Some('s') => Ok(Item::Space(true)),
            Some('S') => Ok(Item::Space(false)),
            Some('t') => one('\t'),
            Some('n') => one('\n'),
            Some('r') => one('\r'),
            Some('x') => self.code_point(start, 2),
            Some('u') => self.code_point(start, 4),
            Some(kind @ ('p' | 'P')) => {
                let name: String = self.braced(start)?;
                let is = kind == 'p';
                match name.as_str() {
                    "Han" | "Script=Han" | "sc=Han" | "IsHan" => Ok(Item::Han(is)),
                    "Nd" => Ok(Item::Digit(is)),
                    _ => wrong(Fault::NotSupported),
                }
            }
            Some('b' | 'B' | 'A' | 'z' | 'Z' | 'k' | 'Q' | 'E' | '1'..='9') => {
                wrong(Fault::NotSupported)
            }
            Some(letter) if letter.is_ascii_alphanumeric() => wrong(Fault::Escape),
            Some(sign) => one(sign),
            None => wrong(Fault::Escape),
        }
    }

    fn code_point(&mut self, start: usize, digits: usize) -> Result<Item, PatternError> {
        let code = if self.peek() == Some('{') {
            self.braced(start)?
        } else {
            let code: String = self.characters[self.at..].iter().take(digits).collect();
            self.at += code.chars().count();
            code
        };
        let is_long_enough = !code.is_empty() && code.len() <= 6;
        let number = u32::from_str_radix(&code, 16)
            .ok()
            .filter(|_| is_long_enough);
        let character = number.and_then(char::from_u32);
        let character = character.ok_or(Self::error_at(start, Fault::Escape))?;
        Ok(Item::Range(character, character))
    }

    fn braced(&mut self, start: usize) -> Result<String, PatternError> {
        if !self.take('{') {
            return Err(Self::error_at(start, Fault::Escape));
        }
        let mut name = String::new();
        loop {
            match self.next() {
                Some('}') => return Ok(name),
                Some(character) => name.push(character),
                None => return Err(Self::error_at(start, Fault::NotClosed)),
            }
        }
    }
}

fn just(character: char) -> Class {
    Class {
        is_negated: false,
        items: vec![Item::Range(character, character)],
    }
}
