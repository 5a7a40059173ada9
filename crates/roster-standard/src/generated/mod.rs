//! What `xtask gen` makes of `data/`: lists only. What they mean is in the files beside this folder.

pub(crate) mod columns;
pub(crate) mod profiles;
pub(crate) mod regions;
pub(crate) mod tables;
