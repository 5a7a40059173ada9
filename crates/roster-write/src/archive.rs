//! Several files in one archive, for a page that hands back more than one.

use roster_package::ArchiveWriter;

/// A zip of these files, by name. Names have to differ.
pub fn archive<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Vec<u8> {
    let mut writer = ArchiveWriter::new();
    for (name, bytes) in files {
        writer.add(name, bytes);
    }
    writer.finish()
}
