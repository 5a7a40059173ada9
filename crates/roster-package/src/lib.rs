//! A zip of XML parts, read with suspicion and written back untouched.
//!
//! Office Open XML workbooks are such packages; reading and writing them share this crate, so that
//! every defence against a hostile archive stands in one place. Deliberately absent: what a part
//! means.
