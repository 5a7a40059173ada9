//! Compound files: a small file system inside one file, in which xls and locked workbooks live.
//!
//! Every number in it is untrusted: no chain is followed further than the file has sectors, and
//! nothing is allocated that the file does not hold. Only streams of the root are of interest.

use std::collections::BTreeMap;

/// The first bytes of a compound file.
pub(crate) const MAGIC: &[u8; 8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Sector numbers from here on mean something else than a sector.
const SECTOR_END: u32 = 0xFFFF_FFFA;
/// Streams shorter than this stand in the small sectors; the format knows no other value.
const SMALL_MAX: u64 = 4096;
const SMALL_SECTOR: usize = 64;
const HEADER: usize = 512;
const ITEM: usize = 128;

/// The bytes are no sound compound file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Damaged;

/// A compound file whose tables were read.
pub(crate) struct Cfb<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// By sector: the next one of its chain.
    table: Vec<u32>,
    small_table: Vec<u32>,
    /// Streams of the root, and names of its folders with no length.
    items: BTreeMap<String, Item>,
    small: Item,
}

#[derive(Clone, Copy, Debug, Default)]
struct Item {
    start: u32,
    length: u64,
    is_stream: bool,
}

impl<'b> Cfb<'b> {
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, Damaged> {
        if !bytes.starts_with(MAGIC) || bytes.len() < HEADER {
            return Err(Damaged);
        }
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return Err(Damaged),
        };
        let mut cfb = Cfb {
            bytes,
            sector,
            table: Vec::new(),
            small_table: Vec::new(),
            items: BTreeMap::new(),
            small: Item::default(),
        };
        cfb.read_table()?;
        // Where there are no small sectors, the place of their table means nothing.
        if u32_at(bytes, 64)? > 0 {
            let small_table = cfb.chain(u32_at(bytes, 60)?)?;
            let numbers = small_table
                .into_iter()
                .flat_map(|it| numbers(cfb.sector_at(it)));
            cfb.small_table = numbers.collect();
        }
        cfb.read_directory(u32_at(bytes, 48)?)?;
        Ok(cfb)
    }

    /// Whether the root has something with this name; the case of letters does not matter.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.items.contains_key(&name.to_lowercase())
    }

    /// The bytes of a stream of the root; as many as there are where some are missing.
    pub(crate) fn stream(&self, name: &str) -> Result<Vec<u8>, Damaged> {
        let item = self.items.get(&name.to_lowercase()).ok_or(Damaged)?;
        if !item.is_stream {
            return Err(Damaged);
        }
        if item.length >= SMALL_MAX {
            return self.read(*item);
        }
        let small = self.read(self.small)?;
        let mut bytes = Vec::new();
        let chain = follow(&self.small_table, item.start)?;
        for sector in chain {
            let start = sector as usize * SMALL_SECTOR;
            let rest = small.get(start..).unwrap_or_default();
            bytes.extend_from_slice(&rest[..rest.len().min(SMALL_SECTOR)]);
        }
        bytes.truncate(item.length as usize);
        Ok(bytes)
    }

    fn read(&self, item: Item) -> Result<Vec<u8>, Damaged> {
        let mut bytes = Vec::new();
        for sector in self.chain(item.start)? {
            bytes.extend_from_slice(self.sector_at(sector));
            if bytes.len() as u64 >= item.length {
                break;
            }
        }
        bytes.truncate(usize::try_from(item.length).unwrap_or(usize::MAX));
        Ok(bytes)
    }

    /// The table of sectors stands in sectors itself: the first 109 are named in the header, the
    /// others in a chain of lists.
    fn read_table(&mut self) -> Result<(), Damaged> {
        let count = self.count();
        let mut places = numbers(&self.bytes[76..HEADER]);
        let mut list = u32_at(self.bytes, 68)?;
        let mut lists = 0;
        while list < SECTOR_END {
            lists += 1;
            let mut more = numbers(self.sector_at(list));
            // The last number of a list is the place of the next.
            list = more.pop().unwrap_or(u32::MAX);
            places.extend(more);
            if lists > count {
                return Err(Damaged);
            }
        }
        for place in places.into_iter().filter(|it| *it < SECTOR_END) {
            self.table.extend(numbers(self.sector_at(place)));
            // A table that names more sectors than there are repeats itself.
            if self.table.len() > count + self.sector {
                break;
            }
        }
        self.table.truncate(count);
        Ok(())
    }

    fn read_directory(&mut self, start: u32) -> Result<(), Damaged> {
        let mut directory = Vec::new();
        for sector in self.chain(start)? {
            directory.extend_from_slice(self.sector_at(sector));
        }
        let parts: Vec<&[u8]> = directory.chunks_exact(ITEM).collect();
        let root = parts.first().ok_or(Damaged)?;
        self.small = self.item(root)?;
        let mut seen = vec![false; parts.len()];
        let mut next = vec![u32_at(root, 76)?];
        while let Some(id) = next.pop() {
            let Some(part) = parts.get(id as usize) else {
                continue;
            };
            // A tree that leads back to itself is read once.
            if std::mem::replace(&mut seen[id as usize], true) {
                continue;
            }
            next.extend([u32_at(part, 68)?, u32_at(part, 72)?]);
            let item = self.item(part)?;
            // Of two streams with one name the one that holds something is meant.
            let known = self.items.entry(name(part)?).or_insert(item);
            if known.length == 0 {
                *known = item;
            }
        }
        Ok(())
    }

    fn item(&self, part: &[u8]) -> Result<Item, Damaged> {
        let low = u64::from(u32_at(part, 120)?);
        let high = u64::from(u32_at(part, 124)?);
        Ok(Item {
            start: u32_at(part, 116)?,
            // The upper half means nothing where sectors are small.
            length: if self.sector == 512 {
                low
            } else {
                low | high << 32
            },
            is_stream: part[66] == 2,
        })
    }

    fn chain(&self, start: u32) -> Result<Vec<u32>, Damaged> {
        follow(&self.table, start)
    }

    /// Number of sectors, the last one perhaps cut.
    fn count(&self) -> usize {
        self.bytes
            .len()
            .saturating_sub(self.sector)
            .div_ceil(self.sector)
    }

    fn sector_at(&self, sector: u32) -> &'b [u8] {
        let start = (sector as usize).checked_add(1);
        let start = start.and_then(|it| it.checked_mul(self.sector));
        let rest = start
            .and_then(|it| self.bytes.get(it..))
            .unwrap_or_default();
        &rest[..rest.len().min(self.sector)]
    }
}

/// The sectors of a chain. One that comes to a sector twice, or leaves the table, is damaged; a
/// chain that breaks off is as long as it is.
fn follow(table: &[u32], start: u32) -> Result<Vec<u32>, Damaged> {
    let mut chain = Vec::new();
    let mut sector = start;
    while sector < SECTOR_END {
        chain.push(sector);
        if chain.len() > table.len() {
            return Err(Damaged);
        }
        sector = *table.get(sector as usize).ok_or(Damaged)?;
    }
    Ok(chain)
}

fn name(part: &[u8]) -> Result<String, Damaged> {
    let length = usize::from(u16_at(part, 64)?).saturating_sub(2).min(62);
    let units = part[..length].chunks_exact(2);
    let units: Vec<u16> = units.map(|it| u16::from_le_bytes([it[0], it[1]])).collect();
    Ok(String::from_utf16_lossy(&units).to_lowercase())
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let words = bytes.chunks_exact(4);
    words
        .map(|it| u32::from_le_bytes([it[0], it[1], it[2], it[3]]))
        .collect()
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, Damaged> {
    let two = bytes.get(at..at + 2).ok_or(Damaged)?;
    Ok(u16::from_le_bytes([two[0], two[1]]))
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, Damaged> {
    let four = bytes.get(at..at + 4).ok_or(Damaged)?;
    Ok(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
