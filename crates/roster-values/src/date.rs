//! Calendar days and months, and reading them from the many ways clerks write them.
//!
//! A date here is a day of the Gregorian calendar and nothing more: no time of day, no time zone, no
//! clock. Whether a date is plausible for a pupil is for the rules to say.

mod calendar;
mod expiry;
mod odd;
mod read;
mod read_month;
mod split;

pub use calendar::{Date, Month};
pub use expiry::{ExpiryText, Period, read_expiry};
pub use read::{DateForm, DateText, read_date, read_short_year};
pub use read_month::{MonthForm, MonthText, read_month};
