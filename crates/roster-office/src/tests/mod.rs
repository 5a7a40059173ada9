//! What the crate promises, tried from outside. Every file here is made by the test itself.

mod write;
