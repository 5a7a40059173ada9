//! The page's second module. No decision is made here: convert, call `roster-office`, convert.
