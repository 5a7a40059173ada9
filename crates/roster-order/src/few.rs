//! A map of few keys. Each `BTreeMap` of another type is some two kilobytes of the page's module; this one is some
//! hundreds of bytes. A new key moves all that are behind it, so it is for keys that a sheet cannot make many of:
//! columns, levels, rules, words of a table.

/// Keys in order, each with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FewMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for FewMap<K, V> {
    fn default() -> Self {
        FewMap(Vec::new())
    }
}

impl<K: Ord, V> FewMap<K, V> {
    fn place(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|it| it.0.cmp(key))
    }

    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        let place = self.place(key).ok()?;
        Some(&self.0[place].1)
    }

    /// The value of a key, which `make` gives where there is none.
    pub fn get_or_insert_with(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let place = self.place(&key).unwrap_or_else(|place| {
            self.0.insert(place, (key, make()));
            place
        });
        &mut self.0[place].1
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many keys it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The keys with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> + Clone {
        self.0.iter().map(|it| (&it.0, &it.1))
    }
}

impl<K, V> IntoIterator for FewMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::FewMap;

    #[test]
    fn keys_stand_in_order_and_once() {
        let mut map = FewMap::default();
        assert!(map.is_empty());
        for (key, more) in [("b", 1), ("c", 2), ("a", 3), ("b", 4)] {
            *map.get_or_insert_with(key, || 0) += more;
        }
        assert_eq!(map.get(&"b"), Some(&5));
        assert_eq!((map.get(&"d"), map.len()), (None, 3));
        let all: Vec<_> = map.into_iter().collect();
        assert_eq!(all, [("a", 3), ("b", 5), ("c", 2)]);
    }
}
