//! The members of a JSON object, in one text.

use smallvec::SmallVec;

use crate::{Encode, Writer, from_json};

/// How much room there is for an object from the start: for its text, and for where its members stand.
const BYTES: usize = 256;
const MEMBERS: usize = 6;

/// The members of a JSON object, while they are set one by one.
#[derive(Clone, Default)]
pub(crate) struct Members {
    /// The object without its last brace; empty where nothing was set.
    json: String,
    places: SmallVec<[Place; MEMBERS]>,
}

/// Where a member stands.
#[derive(Clone, Copy)]
struct Place {
    name: usize,
    value: usize,
    end: usize,
}

impl Members {
    /// Whether nothing was set.
    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Sets a member, in the place of an earlier one of the same name. A value that is absent takes it
    /// out.
    pub(super) fn set(&mut self, name: &str, value: &dyn Encode) {
        let earlier = self.places.iter().position(|place| self.is_named(*place, name));
        match earlier {
            Some(place) => self.replace(place, name, value),
            None if value.is_absent() => {}
            None => self.push(name, value),
        }
    }

    fn push(&mut self, name: &str, value: &dyn Encode) {
        if self.json.capacity() == 0 {
            // Most objects that are sent fit, and none of them is moved to grow.
            self.json.reserve(BYTES);
        }
        self.json.push(if self.places.is_empty() { '{' } else { ',' });
        let place = self.json.len();
        let mut json = Writer::onto(std::mem::take(&mut self.json));
        json.string(name);
        json.raw(":");
        let at = json.text().len();
        value.encode(&mut json);
        self.json = json.into_text();
        self.places.push(Place { name: place, value: at, end: self.json.len() });
    }

    /// Writes all of them again, with another value at this place or with none.
    fn replace(&mut self, at: usize, name: &str, value: &dyn Encode) {
        let earlier = std::mem::take(self);
        for (place, (known, json)) in earlier.iter().enumerate() {
            match place == at {
                false => self.push(&known, &Written(json)),
                true if value.is_absent() => {}
                true => self.push(name, value),
            }
        }
    }

    /// Names and values, the values as JSON.
    pub(super) fn iter(&self) -> impl Iterator<Item = (String, &str)> {
        self.places.iter().map(|place| {
            let name = self.name(*place);
            let value = self.json.get(place.value..place.end).unwrap_or_default();
            (from_json(name.as_bytes()).unwrap_or_default(), value)
        })
    }

    /// The whole object.
    pub(super) fn into_json(mut self) -> String {
        if self.is_empty() {
            return "{}".to_owned();
        }
        self.json.push('}');
        self.json
    }

    /// A name as it is written, in quotes.
    fn name(&self, place: Place) -> &str {
        self.json.get(place.name..place.value.saturating_sub(1)).unwrap_or_default()
    }

    fn is_named(&self, place: Place, name: &str) -> bool {
        let written = self.name(place);
        let plain = written.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        // Only names that need no escapes are written as they are.
        match written.contains('\\') {
            false => plain == Some(name),
            true => from_json::<String>(written.as_bytes()).is_ok_and(|known| known == name),
        }
    }
}

/// A value that is written already.
struct Written<'j>(&'j str);

impl Encode for Written<'_> {
    fn encode(&self, json: &mut Writer) {
        json.raw(self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::Members;

    #[test]
    fn a_later_value_counts_whatever_the_name() {
        let mut members = Members::default();
        members.set("a\"b\\", &1_u64);
        members.set("c", &"x,\"y\":{");
        members.set("d", &vec![1_u64, 2]);
        members.set("c", &None::<u64>);
        members.set("a\"b\\", &2_u64);
        let found: Vec<_> = members.iter().map(|(name, json)| format!("{name} {json}")).collect();
        assert_eq!(found, ["a\"b\\ 2", "d [1,2]"]);
        assert_eq!(members.into_json(), r#"{"a\"b\\":2,"d":[1,2]}"#);
    }

    #[test]
    fn nothing_is_an_object_too() {
        let mut members = Members::default();
        members.set("a", &1_u64);
        members.set("a", &None::<u64>);
        assert!(members.is_empty());
        assert_eq!(members.into_json(), "{}");
    }
}
