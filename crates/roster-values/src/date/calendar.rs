//! The day and the month of the Gregorian calendar, with counting both ways.
//!
//! Years 1 to 9999, proleptic, so that every eight-digit text can be asked about. The 1900 date
//! system of spreadsheets is here because it is only a count of days.

use std::fmt;

/// Days from 0001-01-01 to 1970-01-01.
const DAYS_BEFORE_EPOCH: i32 = 719_162;
/// Days from 1970-01-01 back to 1899-12-30, day zero of the 1900 system after its missing leap day.
const SERIAL_ZERO: i32 = -25_569;

/// A real day of the Gregorian calendar, years 1 to 9999. Ordered by time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if the calendar has it.
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year == 0 || year > 9999 || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The month this day is in.
    pub const fn in_month(self) -> Month {
        Month {
            year: self.year,
            month: self.month,
        }
    }

    /// `20180901`, the form of GB/T 7408 without signs.
    pub fn compact(self) -> String {
        format!("{:04}{:02}{:02}", self.year, self.month, self.day)
    }

    /// `2018-09-01`.
    pub fn iso(self) -> String {
        self.to_string()
    }

    /// Days since 1970-01-01; negative before it.
    pub const fn days(self) -> i32 {
        let year = self.year as i32 - 1;
        let mut days = year * 365 + year / 4 - year / 100 + year / 400;
        let mut month = 1;
        while month < self.month {
            days += days_in_month(self.year, month) as i32;
            month += 1;
        }
        days + self.day as i32 - 1 - DAYS_BEFORE_EPOCH
    }

    /// The day that is `days` after 1970-01-01, if it falls in years 1 to 9999.
    pub fn from_days(days: i32) -> Option<Self> {
        let count = days
            .checked_add(DAYS_BEFORE_EPOCH)
            .filter(|&count| count >= 0)?;
        // The guess is the year or the one before it: 146,097 days are exactly 400 years.
        let guess = (i64::from(count) * 400 / 146_097) + 1;
        let mut year = u16::try_from(guess).ok().filter(|&year| year <= 9999)?;
        if year < 9999 && Self::new(year + 1, 1, 1)?.days() <= days {
            year += 1;
        } else if Self::new(year, 1, 1)?.days() > days {
            year -= 1;
        }
        let mut left = days - Self::new(year, 1, 1)?.days();
        let mut month = 1;
        while left >= i32::from(days_in_month(year, month)) && month < 12 {
            left -= i32::from(days_in_month(year, month));
            month += 1;
        }
        Self::new(year, month, u8::try_from(left + 1).ok()?)
    }

    /// The day of a serial number in the 1900 date system of spreadsheets: 1 is 1900-01-01, 43344 is
    /// 2018-09-01. None for 0, for 60 (the 29 February 1900 that never was) and beyond year 9999.
    pub fn from_excel_serial(serial: u32) -> Option<Self> {
        let serial = i32::try_from(serial).ok()?;
        match serial {
            0 | 60 => None,
            1..60 => Self::from_days(SERIAL_ZERO + serial + 1),
            _ => Self::from_days(SERIAL_ZERO.checked_add(serial)?),
        }
    }

    /// Whole years from this day to `later`; None if `later` is before it. Born on 29 February, one
    /// is a year older on 1 March of an ordinary year.
    pub const fn age_on(self, later: Self) -> Option<u16> {
        let birthday_passed =
            later.month > self.month || later.month == self.month && later.day >= self.day;
        let birthday_year = self.year + if birthday_passed { 0 } else { 1 };
        later.year.checked_sub(birthday_year)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A month of a year, 1 to 9999. Ordered by time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The month, if the calendar has it.
    pub const fn new(year: u16, month: u8) -> Option<Self> {
        if year == 0 || year > 9999 || month == 0 || month > 12 {
            return None;
        }
        Some(Self { year, month })
    }

    /// 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// `202409`.
    pub fn compact(self) -> String {
        format!("{:04}{:02}", self.year, self.month)
    }

    /// The first day of the month.
    pub const fn first_day(self) -> Date {
        Date {
            year: self.year,
            month: self.month,
            day: 1,
        }
    }

    /// Months from this one to `later`; negative if `later` is before it.
    pub const fn months_until(self, later: Self) -> i32 {
        (later.year as i32 - self.year as i32) * 12 + later.month as i32 - self.month as i32
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Days in the month; 0 for a month that does not exist.
const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}
