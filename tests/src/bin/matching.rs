//! How long the search for duplicates takes, and how much room: `matching ROWS [KIND [THREADS]]`.
//!
//! A sheet is built in memory, which is not counted; then come the seconds of the clock and of the processor,
//! the highest memory beyond the sheet (where there is `/proc`), and a checksum of what was found.
//!
//! The kinds: `clean` has a right number in every row but one of a hundred, `faults` a wrong or missing one
//! in every fifth, `numberless` none at all, `one` a single name and birth date in every row, `number` a single number. One
//! row of two hundred is a second entry with a slip. Names are drawn with the weights of 1/rank.
#![allow(clippy::print_stdout, reason = "the answer is printed")]
#![allow(
    clippy::disallowed_methods,
    reason = "a tool of the tests reads the clock"
)]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Instant;

use roster_dedup::{People, find_matches};
use roster_model::{CellKind, CellsBuilder, Column, Matches, Sheet, SheetColumn, Stage};
use roster_values::date::Date;

#[path = "../processor.rs"]
mod processor;

const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程\
    魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴";
const GIVEN: &str = "梓子宇浩欣雨佳一思嘉俊文诗博轩涵怡明晨语泽梦然睿艺萱琪可瑞雅天阳奕彤妍熙昊志鑫依乐铭伊悦晓\
    美馨安心逸海婷静晴娜敏丽华强军平东杰伟勇飞鹏超磊洋涛峰斌辉刚健波宁亮旭凯林森源航翔宏毅";

/// Xorshift: the same rows in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    /// The first ones are drawn most.
    fn ranked(&mut self, from: &[char]) -> char {
        let at = self
            .below(from.len() as u64)
            .min(self.below(from.len() as u64));
        from[at as usize]
    }
}

#[derive(Clone)]
struct Pupil {
    name: String,
    date: String,
    number: String,
    phone: String,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let rows: u32 = arguments
        .next()
        .and_then(|it| it.parse().ok())
        .unwrap_or(1_000_000);
    let kind = arguments.next().unwrap_or_else(|| "clean".to_owned());
    let threads = arguments.next().and_then(|it| it.parse().ok()).unwrap_or(2);
    let sheet = sheet(rows, &kind);
    let Some(today) = Date::new(2026, 11, 21) else {
        return;
    };
    let before = Usage::now();
    let people = People::gather_in(threads, &[&sheet], today);
    let mut steps = vec![Usage::now()];
    let found = find_matches(&people, Stage::BeforeImport, |_| steps.push(Usage::now()));
    let all = Usage::now();
    let highest = steps.iter().chain([&all]).map(|it| it.highest_kilobytes);
    let beyond = highest.max().unwrap_or(0).saturating_sub(before.kilobytes);
    println!(
        "{rows} rows, {kind}, {threads} threads: {}, {} MB beyond the sheet of {} MB, {} groups ({:016x}), {} blocks not compared in full",
        all.since(&before),
        beyond / 1000,
        before.kilobytes / 1000,
        found.groups.len(),
        checksum(&found),
        found.not_compared.len()
    );
    let before = std::iter::once(&before).chain(&steps);
    let each: Vec<String> = steps
        .iter()
        .zip(before)
        .map(|(it, before)| format!("{}, {} MB", it.since(before), it.highest_kilobytes / 1000))
        .collect();
    println!("  step by step: {}", each.join("; "));
}

/// What was used up to now.
struct Usage {
    clock: Instant,
    processor_seconds: f64,
    kilobytes: u64,
    /// Since the usage before.
    highest_kilobytes: u64,
}

impl Usage {
    fn now() -> Self {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let kilobytes = |name: &str| {
            let line = status.lines().find_map(|it| it.strip_prefix(name));
            let number = line.and_then(|it| it.split_whitespace().next());
            number.and_then(|it| it.parse().ok()).unwrap_or(0)
        };
        let usage = Usage {
            clock: Instant::now(),
            processor_seconds: processor::seconds(),
            kilobytes: kilobytes("VmRSS:"),
            highest_kilobytes: kilobytes("VmHWM:"),
        };
        // Where this cannot be done the highest of all is told, which is more.
        let _ = std::fs::write("/proc/self/clear_refs", "5");
        usage
    }

    fn since(&self, before: &Usage) -> String {
        let clock = (self.clock - before.clock).as_secs_f64();
        let processor = self.processor_seconds - before.processor_seconds;
        format!("{clock:.2} s ({processor:.2} s of the processor)")
    }
}

/// One number for everything that was found, to see whether it has changed.
fn checksum(found: &Matches) -> u64 {
    let mut hasher = DefaultHasher::new();
    for group in &found.groups {
        format!("{group:?}").hash(&mut hasher);
    }
    format!("{:?}", found.not_compared).hash(&mut hasher);
    hasher.finish()
}

fn sheet(rows: u32, kind: &str) -> Sheet {
    let mut random = Random(0x5EED_0001);
    let (surnames, given): (Vec<char>, Vec<char>) =
        (SURNAMES.chars().collect(), GIVEN.chars().collect());
    let mut columns: [CellsBuilder; 5] = Default::default();
    let mut before: Option<Pupil> = None;
    for row in 0..rows {
        let pupil = match before.take() {
            Some(before) if random.below(200) == 0 => slip(&mut random, &given, before),
            _ => pupil(&mut random, &surnames, &given, row, kind),
        };
        let male = pupil
            .number
            .as_bytes()
            .get(16)
            .is_none_or(|digit| digit % 2 == 1);
        let sex = if male { "男" } else { "女" };
        let cells: [&str; 5] = [&pupil.name, sex, &pupil.date, &pupil.number, &pupil.phone];
        for (column, text) in columns.iter_mut().zip(cells) {
            let kind = if text.is_empty() {
                CellKind::Blank
            } else {
                CellKind::Text
            };
            if column.push(text, kind).is_err() {
                println!("Too many rows for one sheet.");
            }
        }
        before = Some(pupil);
    }
    let known = [
        Column::Name,
        Column::Sex,
        Column::BirthDate,
        Column::IdNumber,
        Column::Phone,
    ];
    let columns = known
        .into_iter()
        .zip(columns)
        .enumerate()
        .map(|(at, (column, cells))| SheetColumn {
            position: at as u16,
            header: column.key().to_owned(),
            column: Some(column),
            repeats: None,
            ignored: false,
            local: None,
            is_said: false,
            cells: cells.finish(),
        });
    Sheet {
        header_rows: vec![1],
        columns: columns.collect(),
        row_numbers: (2..).take(rows as usize).collect(),
        ..Sheet::default()
    }
}

fn pupil(random: &mut Random, surnames: &[char], given: &[char], row: u32, kind: &str) -> Pupil {
    let mut name = String::from(random.ranked(surnames));
    name.push(random.ranked(given));
    if random.below(100) < 80 {
        name.push(random.ranked(given));
    }
    let (year, month, day) = (
        2008 + random.below(12),
        1 + random.below(12),
        1 + random.below(28),
    );
    let date = format!("{year}{month:02}{day:02}");
    let area = 110_101 + random.below(40) * 100;
    let number = with_check_digit(&format!("{area}{date}{:03}", random.below(1000)));
    let phone = format!("139{:08}", row / 2);
    let mut pupil = Pupil {
        name,
        date,
        number,
        phone,
    };
    match kind {
        "numberless" => pupil.number.clear(),
        "number" => "110101201509010016".clone_into(&mut pupil.number),
        "faults" if random.below(5) == 0 => spoil(random, &mut pupil),
        "one" => {
            "张小凡".clone_into(&mut pupil.name);
            "20150901".clone_into(&mut pupil.date);
            pupil.number.clear();
        }
        _ if random.below(100) == 0 => pupil.number.clear(),
        _ => {}
    }
    pupil
}

fn spoil(random: &mut Random, pupil: &mut Pupil) {
    if random.below(2) == 0 {
        pupil.number.clear();
    } else {
        let at = 6 + random.below(11) as usize;
        let digit = (pupil.number.as_bytes()[at] - b'0' + 1) % 10;
        pupil.number.replace_range(at..=at, &digit.to_string());
    }
}

/// The same pupil again: another character in the name, no number.
fn slip(random: &mut Random, given: &[char], mut pupil: Pupil) -> Pupil {
    pupil.name.pop();
    pupil.name.push(random.ranked(given));
    pupil.number.clear();
    pupil
}

fn with_check_digit(digits: &str) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits
        .bytes()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    let check = ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][(sum % 11) as usize];
    format!("{digits}{check}")
}
