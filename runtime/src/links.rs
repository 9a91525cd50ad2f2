//! The addresses that an answer names.

use crate::{Decode, Invalid, Json, JsonReader, Kind, Map};

/// The `links` of an answer: addresses as the helpdesk wrote them, whole or below the base path.
///
/// Documented (GUIDE), but not sent by the helpdesks whose answers were recorded.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Links {
    /// The first page.
    pub first: Option<String>,
    /// The page before this one.
    pub prev: Option<String>,
    /// This page, or this resource; `self` in the JSON.
    pub self_: Option<String>,
    /// The page after this one.
    pub next: Option<String>,
    /// The last page.
    pub last: Option<String>,
    /// All other members, and those of the above that are no texts.
    pub other: Map<Json>,
}

impl Links {
    /// Reads `links`: an object, or anything else for none. What was read before is dropped.
    pub(crate) fn read(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = Self::default();
        if json.kind() != Kind::Object {
            return json.skip();
        }
        // A map looks through its entries for each that is put in, so they are gathered first.
        let mut other = Vec::new();
        json.object_with(&mut |name, json| {
            let slot = match name {
                "first" => Some(&mut self.first),
                "prev" => Some(&mut self.prev),
                "self" => Some(&mut self.self_),
                "next" => Some(&mut self.next),
                "last" => Some(&mut self.last),
                _ => None,
            };
            match (slot, json.kind()) {
                (Some(slot), Kind::String | Kind::Null) => slot.decode(json),
                _ => {
                    let mut value = Json::Null;
                    value.decode(json)?;
                    other.push((name.to_owned(), value));
                    Ok(())
                }
            }
        })?;
        self.other = other.into_iter().collect();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, JsonReader, Links};

    fn links(json: &str) -> Links {
        let mut links = Links::default();
        links.read(&mut JsonReader::new(json.as_bytes())).unwrap();
        links
    }

    #[test]
    fn the_shape_of_the_guide() {
        let links = links(
            r#"{"first": "/tickets", "next": "\/tickets?page=2", "prev": null, "last": "/x"}"#,
        );
        assert_eq!(links.first.as_deref(), Some("/tickets"));
        assert_eq!(links.next.as_deref(), Some("/tickets?page=2"));
        assert_eq!((links.prev, links.self_), (None, None));
        assert_eq!(links.last.as_deref(), Some("/x"));
    }

    #[test]
    fn other_shapes_are_kept_or_nothing() {
        let link = links(r#"{"next": {"href": "/x"}, "data": "/y"}"#);
        assert_eq!(link.next, None);
        assert_eq!(link.other.get("next").unwrap()["href"], "/x");
        assert_eq!(link.other.get("data"), Some(&Json::from("/y")));
        for json in ["[]", "null", r#"[{"rel": "next"}]"#] {
            assert_eq!(links(json), Links::default(), "{json}");
        }
    }

    #[test]
    fn as_many_as_a_body_can_hold_are_read_at_once() {
        let members: Vec<String> = (0..200_000).map(|name| format!(r#""{name}": 0"#)).collect();
        let read = links(&format!(r#"{{{}, "7": 1}}"#, members.join(",")));
        assert_eq!((read.other.len(), read.other.get_id(7)), (200_000, Some(&Json::from(1))));
    }
}
