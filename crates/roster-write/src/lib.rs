//! Sheets back to bytes: changes put into the file they came from, and plans of fresh workbooks.
//!
//! A workbook is patched, never rebuilt: what was not changed stays byte for byte. Deliberately
//! absent: deciding what to change.
