//! What an answer says about the list that its page is from.

use crate::{Decode, Invalid, Json, JsonReader, Kind, Map};

/// The `meta` of an answer.
///
/// Read from both shapes: flat as documented (`total` or `total_count`, `count`, `page`,
/// `per_page`, `total_pages`; GUIDE), and below `pagination` as recorded (`current_page` for
/// `page`; HMRC). Where both are there, the second counts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Meta {
    /// How many resources there are on all pages.
    pub total: Option<u64>,
    /// How many resources are on this page.
    pub count: Option<u64>,
    /// The number of this page, from 1.
    pub page: Option<u64>,
    /// How many resources a page has; some helpdesks give the `count` of this page instead.
    pub per_page: Option<u64>,
    /// How many pages there are.
    pub total_pages: Option<u64>,
    /// All other members, and those of the above that are no numbers.
    pub other: Map<Json>,
}

impl Meta {
    /// Reads a `meta`: an object, or anything else for an empty one. What was read before is dropped.
    pub(crate) fn read(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = Self::default();
        if json.kind() != Kind::Object {
            return json.skip();
        }
        let mut nested = Self::default();
        // A map looks through its entries for each that is put in, so they are gathered first.
        let (mut other, mut nested_other) = (Vec::new(), Vec::new());
        json.object_with(&mut |name, json| match (name, json.kind()) {
            ("pagination", Kind::Object) => json.object_with(&mut |name, json| {
                let name = if name == "current_page" { "page" } else { name };
                nested_other.extend(nested.read_member(name, json)?);
                Ok(())
            }),
            _ => {
                other.extend(self.read_member(name, json)?);
                Ok(())
            }
        })?;
        self.total = nested.total.or(self.total);
        self.count = nested.count.or(self.count);
        self.page = nested.page.or(self.page);
        self.per_page = nested.per_page.or(self.per_page);
        self.total_pages = nested.total_pages.or(self.total_pages);
        self.other = other.into_iter().chain(nested_other).collect();
        Ok(())
    }

    /// Reads a member, and gives it back where it is one of the other ones.
    fn read_member(
        &mut self,
        name: &str,
        json: &mut JsonReader<'_>,
    ) -> Result<Option<(String, Json)>, Invalid> {
        let mut value = Json::Null;
        value.decode(json)?;
        let slot = match name {
            "total" | "total_count" => Some(&mut self.total),
            "count" => Some(&mut self.count),
            "page" => Some(&mut self.page),
            "per_page" => Some(&mut self.per_page),
            "total_pages" => Some(&mut self.total_pages),
            _ => None,
        };
        Ok(match (slot, number(&value)) {
            (Some(slot), Some(number)) => {
                *slot = Some(number);
                None
            }
            (Some(_), None) if value.is_null() => None,
            // An oddity in `meta` is no reason to refuse the data: keep it for whoever looks.
            _ => Some((name.to_owned(), value)),
        })
    }
}

fn number(value: &Json) -> Option<u64> {
    match value {
        Json::Number(number) => number.as_u64(),
        Json::String(text) => text.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, JsonReader, Meta};

    fn meta(json: &str) -> Meta {
        let mut meta = Meta::default();
        meta.read(&mut JsonReader::new(json.as_bytes())).unwrap();
        meta
    }

    #[test]
    fn the_flat_shape() {
        let meta = meta(r#"{"total": 5445, "page": 1, "per_page": 10, "total_pages": 545}"#);
        assert_eq!((meta.total, meta.count), (Some(5445), None));
        assert_eq!((meta.page, meta.per_page, meta.total_pages), (Some(1), Some(10), Some(545)));
    }

    #[test]
    fn the_flat_shape_of_the_guides_prose() {
        let meta = meta(r#"{"total_count": "20", "count": 10, "page": 2, "total_pages": null}"#);
        assert_eq!((meta.total, meta.count, meta.page), (Some(20), Some(10), Some(2)));
        assert_eq!((meta.total_pages, meta.other.len()), (None, 0));
    }

    #[test]
    fn the_nested_shape_counts_more() {
        let meta = meta(
            r#"{"fql": "ticket.id = 1", "page": 9, "pagination":
                {"total": 7, "count": 2, "per_page": 2, "current_page": 1, "total_pages": 4}}"#,
        );
        assert_eq!((meta.total, meta.count, meta.page), (Some(7), Some(2), Some(1)));
        assert_eq!((meta.per_page, meta.total_pages), (Some(2), Some(4)));
        assert_eq!(meta.other.get("fql"), Some(&Json::from("ticket.id = 1")));
    }

    #[test]
    fn as_many_members_as_a_body_can_hold_are_read_at_once() {
        let members: Vec<String> = (0..100_000).map(|name| format!(r#""{name}": 0"#)).collect();
        let members = members.join(",");
        let meta = meta(&format!(r#"{{{members}, "pagination": {{{members}, "7": 1}}}}"#));
        assert_eq!((meta.other.len(), meta.other.get_id(7)), (100_000, Some(&Json::from(1))));
    }

    #[test]
    fn nothing_and_oddities_are_tolerated() {
        for json in ["[]", "{}", "null", "\"\"", "7"] {
            assert_eq!(meta(json), Meta::default(), "{json}");
        }
        let meta = meta(r#"{"total": "many", "page": -1, "pagination": []}"#);
        assert_eq!((meta.total, meta.page), (None, None));
        assert_eq!(meta.other.get("total"), Some(&Json::from("many")));
        assert_eq!(meta.other.get("page"), Some(&Json::from(-1)));
    }
}
