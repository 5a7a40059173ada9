//! Characters and white space: what a text consists of, and tidying that changes no visible content.
//!
//! Speaks of code points only. It does not know what a column holds, so it never decides that a
//! character is wrong; that is left to the rules.

mod classes;
mod compat_tables;
mod garbled;
mod garbled_tables;
mod length;
mod markup;
mod radical;
mod radical_tables;
mod tidy;
mod traits;

pub use classes::{
    is_control, is_han, is_invisible, is_lost_glyph, is_private_use, is_variation_selector,
    is_white,
};
pub use garbled::{is_garbled, looks_like_utf8_read_as_gbk};
pub use length::gb18030_length;
pub use markup::{markup, without_markup};
pub use radical::{
    compat, fold_radicals, gbk_private_use, is_same_shape, kangxi, meant_here, radical,
};
pub use tidy::{
    half_width, half_width_char, strip, tidy_code, trim, without_quotes, without_white,
};
pub use traits::{
    Traits, is_blank, is_cell_picture, is_error_value, is_ideographs, is_placeholder, traits,
};
