//! The entries of a JSON map in the order in which they were written.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::REQUESTS;

/// The requests of a batch by key, as they stand in its body; those of a list by their places.
/// `None` when it is neither map nor list.
pub(super) fn in_order(requests: Value, body: &Bytes) -> Option<Vec<(String, Value)>> {
    let mut requests = match requests {
        Value::Object(requests) => requests,
        Value::Array(requests) => {
            let requests = requests.into_iter().enumerate();
            return Some(requests.map(|(place, it)| (place.to_string(), it)).collect());
        }
        _ => return None,
    };
    // What is left over stands in the body in another form: nothing is lost.
    let order = order(body);
    let known: Vec<_> = order.into_iter().filter_map(|key| requests.remove_entry(&key)).collect();
    Some(known.into_iter().chain(requests).collect())
}

fn order(body: &Bytes) -> Vec<String> {
    type Whole = Entries<Entries<IgnoredAny>>;
    let whole = serde_json::from_slice::<Whole>(body).map(|whole| whole.0).unwrap_or_default();
    let requests: BTreeMap<_, _> = whole.into_iter().collect();
    let requests = requests.into_iter().find(|(name, _)| name == REQUESTS);
    requests.into_iter().flat_map(|(_, it)| it.0).map(|(key, _)| key).collect()
}

/// The entries of a map.
struct Entries<T>(Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder(PhantomData))
    }
}

struct InOrder<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
    type Value = Entries<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(body: &str) -> Option<Vec<String>> {
        let requests = serde_json::from_str::<Value>(body).unwrap()[REQUESTS].clone();
        let entries = in_order(requests, &Bytes::copy_from_slice(body.as_bytes()))?;
        Some(entries.into_iter().map(|(key, _)| key).collect())
    }

    #[test]
    fn requests_keep_their_order() {
        assert_eq!(keys(r#"{"requests":{"r2":1,"r10":2,"r1":3}}"#).unwrap(), ["r2", "r10", "r1"]);
        assert_eq!(keys(r#"{"requests":{"b":1,"a":2,"b":3}}"#).unwrap(), ["b", "a"]);
        assert_eq!(keys(r#"{"requests":{"b":1},"requests":{"d":1,"c":1}}"#).unwrap(), ["d", "c"]);
        assert_eq!(keys(r#"{"requests":{"b":1,"a":2},"other":3}"#).unwrap(), ["a", "b"]);
        assert_eq!(keys(r#"{"requests":[1,2]}"#).unwrap(), ["0", "1"]);
        assert_eq!(keys(r#"{"requests":1}"#), None);
    }
}
