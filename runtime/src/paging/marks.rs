//! What tells the items of a page apart, read from its body without knowing their type.

use std::hash::{BuildHasher, RandomState};

use crate::{Invalid, JsonReader, Kind};

/// What tells an item from others.
pub(super) struct Mark<'a> {
    /// The hash of its id and of what it is; none where it has no id.
    pub(super) id: Option<u64>,
    /// Its JSON.
    pub(super) text: &'a [u8],
}

/// The marks of the items on a page, one for each, in order.
///
/// Only called for bodies that were decoded before; there are none for any other.
pub(super) fn marks<'a>(body: &'a [u8], hasher: &RandomState) -> Vec<Mark<'a>> {
    page(body, hasher).unwrap_or_default()
}

fn page<'a>(body: &'a [u8], hasher: &RandomState) -> Result<Vec<Mark<'a>>, Invalid> {
    let mut json = JsonReader::new(body);
    if json.kind() == Kind::List {
        return list(body, &mut json, hasher);
    }
    let mut marks = Vec::new();
    json.object_with(&mut |name, json| match name {
        "data" => {
            // Of repeated members the last one counts, here as in the page.
            marks = list(body, json, hasher)?;
            Ok(())
        }
        _ => json.skip(),
    })?;
    Ok(marks)
}

fn list<'a>(
    body: &'a [u8],
    json: &mut JsonReader<'a>,
    hasher: &RandomState,
) -> Result<Vec<Mark<'a>>, Invalid> {
    let mut marks = Vec::new();
    json.list_with(&mut |json| {
        let start = json.offset();
        let id = match json.kind() {
            Kind::Object => id(json, hasher)?,
            _ => {
                json.skip()?;
                None
            }
        };
        let text = body.get(start..json.offset()).unwrap_or_default();
        marks.push(Mark { id, text });
        Ok(())
    })?;
    Ok(marks)
}

/// The hash of an object's `id`, of its members that say what it is, and of the names of all.
///
/// Things of different kinds may have the same id, as in the results of a search. What looks
/// different is taken for different: that hands out an item twice at worst, and loses none.
fn id(json: &mut JsonReader<'_>, hasher: &RandomState) -> Result<Option<u64>, Invalid> {
    let (mut id, mut what) = (None, 0_u64);
    json.object_with(&mut |name, json| {
        // A sum, because the order of the members means nothing.
        what = what.wrapping_add(hasher.hash_one(name));
        match (name, json.kind()) {
            ("id", Kind::Number | Kind::String) => {
                id = json.text(|text| is_id(text).then(|| hasher.hash_one(text)))?;
                Ok(())
            }
            _ if says_what(name) => {
                what = what.wrapping_add(hasher.hash_one((name, json.raw()?)));
                Ok(())
            }
            _ => json.skip(),
        }
    })?;
    Ok(id.map(|id| hasher.hash_one((id, what))))
}

/// No helpdesk gives 0 to anything: it stands for "none".
fn is_id(text: &str) -> bool {
    !matches!(text, "" | "0")
}

/// Whether a member of this name says what kind of thing an object is.
fn says_what(name: &str) -> bool {
    matches!(name, "type" | "kind" | "class" | "entity" | "object") || name.ends_with("_type")
}

#[cfg(test)]
mod tests {
    use super::{RandomState, marks};

    /// Which items of the list have an id, and which of these are the same as the first.
    fn same_as_first(body: &str) -> Vec<Option<bool>> {
        let marks = marks(body.as_bytes(), &RandomState::new());
        let first = marks[0].id;
        marks.iter().map(|mark| mark.id.map(|id| Some(id) == first)).collect()
    }

    #[test]
    fn an_id_is_a_number_or_a_text() {
        let ids = r#"{"data": [{"id": 7, "subject": "a"}, {"subject": "b", "id": "7"}, {"id": 8, "subject": "a"}]}"#;
        assert_eq!(same_as_first(ids), [Some(true), Some(true), Some(false)]);
        let texts = r#"[{"id": "awaiting_agent"}, {"id": "awaiting_agent"}, {"id": "resolved"}]"#;
        assert_eq!(same_as_first(texts), [Some(true), Some(true), Some(false)]);
    }

    #[test]
    fn all_else_is_none() {
        let nothing = r#"{"data": [{"id": null}, {"id": 0}, {"id": ""}, {"id": true}, {"id": {"id": 7}},
            {"ticket": {"id": 7}}, {}, [{"id": 7}], 7, "7", null]}"#;
        assert_eq!(same_as_first(nothing), [None; 11]);
    }

    #[test]
    fn things_of_different_kinds_may_share_an_id() {
        for (one, other) in [
            (r#""type": "ticket""#, r#""type": "person""#),
            (r#""object_type": "ticket""#, r#""object_type": "person""#),
            (r#""kind": 1"#, r#""kind": 2"#),
            (r#""subject": "a""#, r#""name": "a""#),
        ] {
            let list = format!(r#"[{{"id": 7, {one}}}, {{"id": 7, {other}}}, {{{one}, "id": 7}}]"#);
            assert_eq!(same_as_first(&list), [Some(true), Some(false), Some(true)], "{list}");
        }
    }

    #[test]
    fn items_are_found_as_a_page_finds_them() {
        let texts = |body: &'static str| -> Vec<&str> {
            let marks = marks(body.as_bytes(), &RandomState::new());
            marks.iter().map(|mark| std::str::from_utf8(mark.text).unwrap()).collect()
        };
        assert_eq!(
            texts(r#"{"meta": {"data": [1]}, "data": [ {"id": 2} , 3]}"#),
            [r#"{"id": 2}"#, "3"]
        );
        assert_eq!(texts(r#"{"data": {"0": {"id": 2}, "2": 3}}"#), [r#"{"id": 2}"#, "3"]);
        assert_eq!(texts(r#"{"data": [1, 2], "data": [3]}"#), ["3"]);
        assert_eq!(texts(r#"[1, 2]"#), ["1", "2"]);
        for body in [r#"{"data": null}"#, r#"{"data": ""}"#, "{}", "[", "7", ""] {
            assert_eq!(texts(body), [""; 0], "{body}");
        }
    }
}
