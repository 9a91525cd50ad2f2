//! Maps with texts as keys.

use std::{collections::HashSet, slice, vec};

use crate::json::{Decode, Encode, Invalid, JsonReader, Kind, Writer};

/// A map with texts as keys, in the order in which the entries were received.
///
/// Looking up an entry walks through all before it: maps of the API are small, and mostly looked
/// through once. Two maps with the same entries in another order are equal.
///
/// `[]` and `null` are read as an empty map (PHP writes an empty map so),
/// another list as the map of its places, from "0" on.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Map, from_json};
///
/// let fields: Map<String> = from_json(br#"{"7": "red", "3": "big"}"#)?;
/// assert_eq!(fields.get_id(3).map(String::as_str), Some("big"));
/// assert_eq!(fields.keys().collect::<Vec<_>>(), ["7", "3"]);
/// # Ok::<_, deskpro_runtime::Invalid>(())
/// ```
#[derive(Debug, Clone)]
pub struct Map<V> {
    entries: Vec<(String, V)>,
}

impl<V> Map<V> {
    /// A map without entries.
    pub const fn new() -> Self {
        Self { entries: Vec::new() }
    }

    /// The value with this key.
    pub fn get(&self, key: &str) -> Option<&V> {
        self.entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1)
    }

    /// The value with this key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        self.entries.iter_mut().find(|entry| entry.0 == key).map(|entry| &mut entry.1)
    }

    /// The value whose key is this id: where the API keys a map by ids, they are texts.
    pub fn get_id(&self, id: u64) -> Option<&V> {
        self.get(&id.to_string())
    }

    /// Whether there is a value with this key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Puts a value under a key and returns the one that was there.
    pub fn insert(&mut self, key: impl Into<String>, value: V) -> Option<V> {
        let key = key.into();
        if let Some(old) = self.get_mut(&key) {
            return Some(std::mem::replace(old, value));
        }
        self.entries.push((key, value));
        None
    }

    /// Takes out the value with this key.
    pub fn remove(&mut self, key: &str) -> Option<V> {
        let index = self.entries.iter().position(|entry| entry.0 == key)?;
        Some(self.entries.remove(index).1)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All entries, in order.
    pub fn iter(&self) -> Iter<'_, V> {
        Iter(self.entries.iter())
    }

    /// All keys, in order.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &str> {
        self.entries.iter().map(|entry| entry.0.as_str())
    }

    /// All values, in order.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &V> {
        self.entries.iter().map(|entry| &entry.1)
    }

    /// Drops all entries but the last with each key.
    fn keep_last(&mut self) {
        const FEW: usize = 8;
        let mut rest = self.entries.as_slice();
        if rest.len() <= FEW {
            while let Some((entry, after)) = rest.split_first() {
                if after.iter().any(|other| other.0 == entry.0) {
                    return self.keep_last_of_many();
                }
                rest = after;
            }
            return;
        }
        self.keep_last_of_many();
    }

    /// The same with a set of the keys: a body can be so large that comparing each with each
    /// would take too long.
    fn keep_last_of_many(&mut self) {
        let mut seen = HashSet::with_capacity(self.entries.len());
        let is_last: Vec<bool> = self.entries.iter().rev().map(|e| seen.insert(&e.0)).collect();
        if is_last.contains(&false) {
            let mut is_last = is_last.into_iter().rev();
            self.entries.retain(|_| is_last.next().unwrap_or(true));
        }
    }
}

/// The entries of a [`Map`], in order.
#[derive(Debug, Clone)]
pub struct Iter<'m, V>(slice::Iter<'m, (String, V)>);

impl<'m, V> Iterator for Iter<'m, V> {
    type Item = (&'m str, &'m V);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key.as_str(), value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<V> ExactSizeIterator for Iter<'_, V> {}

impl<'m, V> IntoIterator for &'m Map<V> {
    type Item = (&'m str, &'m V);
    type IntoIter = Iter<'m, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<V> IntoIterator for Map<V> {
    type Item = (String, V);
    type IntoIter = vec::IntoIter<(String, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

/// Of entries with the same key the last one counts.
impl<K: Into<String>, V> Extend<(K, V)> for Map<V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        self.entries.extend(entries.into_iter().map(|(key, value)| (key.into(), value)));
        self.keep_last();
    }
}

/// Of entries with the same key the last one counts.
impl<K: Into<String>, V> FromIterator<(K, V)> for Map<V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K: Into<String>, V, const N: usize> From<[(K, V); N]> for Map<V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<V> Default for Map<V> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<V: PartialEq> PartialEq for Map<V> {
    fn eq(&self, other: &Self) -> bool {
        if self.len() != other.len() || self.entries == other.entries {
            return self.len() == other.len();
        }
        sorted(&self.entries) == sorted(&other.entries)
    }
}

impl<V: Eq> Eq for Map<V> {}

impl<V: Decode + Default> Decode for Map<V> {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        self.entries.clear();
        let mut entry = |key: &str, json: &mut JsonReader<'_>| {
            let mut value = V::default();
            value.decode(json)?;
            json.take_memory(size_of::<(String, V)>())?;
            self.entries.push((key.to_owned(), value));
            Ok(())
        };
        if json.kind() == Kind::List {
            let mut places = 0_usize..;
            let mut place = move || places.next().unwrap_or_default().to_string();
            return json.list_with(&mut |json| entry(&place(), json));
        }
        json.object_with(&mut entry)?;
        self.keep_last();
        Ok(())
    }

    fn takes_empty(&self, kind: Kind) -> bool {
        matches!(kind, Kind::Object | Kind::List)
    }
}

impl<V: Encode> Encode for Map<V> {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        json.members(&mut self.iter().map(|(key, value)| (key, value as &dyn Encode)));
    }
}

crate::serde!(impl[V] Map<V>);

fn sorted<V>(entries: &[(String, V)]) -> Vec<&(String, V)> {
    let mut sorted: Vec<_> = entries.iter().collect();
    sorted.sort_unstable_by_key(|entry| &entry.0);
    sorted
}
