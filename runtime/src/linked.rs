//! Resources that were sent along with others.

use std::{collections::BTreeMap, fmt, sync::Arc};

use bytes::Bytes;

use crate::{Decode, DecodeFault, Id, Invalid, JsonReader, Kind, Resource, drift::Watch};

/// The `linked` of an answer: resources asked for with `include`, by type and id.
///
/// Each is decoded when it is asked for, not before.
#[derive(Clone, Default)]
pub struct Linked {
    resources: BTreeMap<String, BTreeMap<String, Bytes>>,
    keeps_unknown: bool,
    /// Who watches when one of them is decoded.
    watch: Option<Arc<Watch>>,
}

impl Linked {
    /// The resource with this id, if it was sent along.
    ///
    /// # Errors
    ///
    /// When it is not as described; the path starts below `linked`.
    pub fn get<T: Resource + Decode + Default>(&self, id: Id<T>) -> Option<Result<T, Invalid>> {
        let id = id.to_string();
        let raw = self.raw(T::LINKED_AS, &id)?;
        let mut resource = T::default();
        let read = self.decode(raw, T::LINKED_AS, &mut resource);
        let read = read.map_err(|invalid| invalid.in_member(&id).in_member(T::LINKED_AS));
        Some(read.map(|()| resource))
    }

    /// Decodes a resource of this kind.
    fn decode(&self, raw: &Bytes, kind: &str, resource: &mut dyn Decode) -> Result<(), Invalid> {
        let watch = self.watch.as_ref().map(|watch| watch.again());
        let json = JsonReader::new(raw).keeping_unknown(self.keeps_unknown);
        let mut json = json.watched_by(watch.as_ref());
        let read = resource.decode(&mut json).and_then(|()| json.end());
        if let Some(watch) = &watch {
            let fault = read.clone().map_err(DecodeFault::Invalid).err();
            watch.tell(raw, &format!("linked.{kind}.*"), fault.as_ref());
        }
        read
    }

    /// The JSON of a resource, by the name of its type and its id.
    pub fn raw(&self, kind: &str, id: &str) -> Option<&Bytes> {
        self.resources.get(kind)?.get(id)
    }

    /// The names of the types and the ids of all resources that were sent along, sorted.
    pub fn keys(&self) -> impl Iterator<Item = (&str, &str)> {
        self.resources.iter().flat_map(|(kind, resources)| {
            resources.keys().map(move |id| (kind.as_str(), id.as_str()))
        })
    }

    /// Whether nothing was sent along.
    pub fn is_empty(&self) -> bool {
        self.resources.is_empty()
    }

    /// Reads `linked` from a body: a map of maps or of lists, or anything else for nothing.
    ///
    /// What is kept shares its memory with the body.
    pub(crate) fn read(&mut self, body: &Bytes, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        self.keeps_unknown = json.keeps_unknown();
        self.watch = json.watch().map(|watch| Arc::new(watch.again()));
        if json.kind() != Kind::Object {
            return json.skip();
        }
        json.members_with(&mut |kind, json| {
            let mut resources = BTreeMap::new();
            match json.kind() {
                Kind::Object => json.object_with(&mut |id, json| {
                    resources.insert(id.to_owned(), part(body, json)?);
                    Ok(())
                })?,
                Kind::List => json.list_with(&mut |json| {
                    let resource = part(body, json)?;
                    if let Some(id) = id_of(&resource) {
                        resources.insert(id, resource);
                    }
                    Ok(())
                })?,
                _ => json.skip()?,
            }
            if !resources.is_empty() {
                self.resources.insert(kind.to_owned(), resources);
            }
            Ok(())
        })
    }
}

/// Those with the same resources, whoever watches.
impl PartialEq for Linked {
    fn eq(&self, other: &Self) -> bool {
        self.resources == other.resources && self.keeps_unknown == other.keeps_unknown
    }
}

impl Eq for Linked {}

/// Shows types and ids; what is in the resources may be confidential.
impl fmt::Debug for Linked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kinds = self.resources.iter().map(|(kind, resources)| (kind, resources.keys()));
        f.debug_map().entries(kinds.map(|(kind, ids)| (kind, ids.collect::<Vec<_>>()))).finish()
    }
}

/// The next value, as a part of the body's memory.
///
/// The reader reads that body, so what it returns lies within it.
fn part(body: &Bytes, json: &mut JsonReader<'_>) -> Result<Bytes, Invalid> {
    let start = json.offset();
    let length = json.raw()?.len();
    Ok(body.slice(start..start + length))
}

/// The member `id` of a resource, as a text.
fn id_of(resource: &[u8]) -> Option<String> {
    let mut id = None;
    let read = JsonReader::new(resource).object_with(&mut |name, json| match (name, json.kind()) {
        ("id", Kind::Number | Kind::String) => {
            id = Some(json.text(str::to_owned)?);
            Ok(())
        }
        _ => json.skip(),
    });
    read.ok().and(id)
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Decode, Id, Invalid, JsonReader, Linked, Resource};

    #[derive(Debug, Default, PartialEq)]
    struct Person {
        id: Id<Person>,
        name: String,
    }

    impl Decode for Person {
        fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
            json.object(&mut [("id", &mut self.id), ("name", &mut self.name)])
        }
    }

    impl Resource for Person {
        const LINKED_AS: &'static str = "person";

        fn id(&self) -> Id<Self> {
            self.id
        }
    }

    fn linked(json: &'static str) -> Linked {
        let body = Bytes::from_static(json.as_bytes());
        let mut linked = Linked::default();
        linked.read(&body, &mut JsonReader::new(&body)).unwrap();
        linked
    }

    #[test]
    fn maps_of_maps_and_maps_of_lists() {
        for json in [
            r#"{"person": {"8": {"id": 8, "name": "A"}}, "organization": {"1": {}}}"#,
            r#"{ "person" : [ {"name": "A", "id": "8"}, {"name": "nobody"} ] }"#,
        ] {
            let linked = linked(json);
            let expected = Person { id: Id::from(8), name: "A".to_owned() };
            assert_eq!(linked.get::<Person>(Id::from(8)), Some(Ok(expected)), "{json}");
            assert_eq!(linked.get::<Person>(Id::from(9)), None);
        }
    }

    #[test]
    fn a_resource_of_another_shape_is_an_error_with_its_path() {
        let linked = linked(r#"{"person": {"8": {"id": 8, "name": []}}}"#);
        let invalid = linked.get::<Person>(Id::from(8)).unwrap().unwrap_err();
        assert_eq!(invalid.path(), "person.8.name");
        assert_eq!(linked.raw("person", "8").unwrap(), r#"{"id": 8, "name": []}"#);
    }

    #[test]
    fn nothing_is_nothing() {
        for json in ["[]", "{}", "null", r#"{"person": []}"#, r#"{"person": null}"#] {
            assert!(linked(json).is_empty(), "{json}");
        }
    }

    #[test]
    fn debug_shows_no_data() {
        let linked = linked(r#"{"person": {"8": {"name": "secret"}}}"#);
        assert_eq!(format!("{linked:?}"), r#"{"person": ["8"]}"#);
    }
}
