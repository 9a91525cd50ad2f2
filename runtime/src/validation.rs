//! The tree of what is wrong with the fields of a request.

use std::marker::PhantomData;

use crate::{Invalid, JsonReader, Kind, Map, leaves::Leaves};

/// What is wrong at one level of a request: the errors of the whole, and those of its fields.
///
/// ```json
/// {"errors": [{"code": "..", "message": ".."}], "fields": {"date": {"errors": [], "fields": {}}}}
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ErrorTree {
    /// What is wrong with this field, or with the request as a whole.
    pub errors: Vec<ErrorItem>,
    /// What is wrong with the fields below, by name.
    pub fields: Map<ErrorTree>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ErrorItem {
    /// What a program can go by; empty when the helpdesk gave none.
    pub code: String,
    /// What a developer can read; empty when the helpdesk gave none.
    pub message: String,
}

/// One thing that is wrong, with the path of the field: a leaf of an [`ErrorTree`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError<'a, V> {
    path: String,
    item: &'a ErrorItem,
    code: PhantomData<fn() -> V>,
}

impl<'a, V> FieldError<'a, V> {
    pub(crate) fn new(path: String, item: &'a ErrorItem) -> Self {
        Self { path, item, code: PhantomData }
    }

    /// The names from the request's root to the field, with dots between: `date.day`. Empty for
    /// what is wrong with the request as a whole.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The number of the entry of a list or map of this name that this is about: in the tree of errors
    /// the custom field 7 is called `fields_7` below `fields`, the first e-mail address `emails_0`
    /// below `emails` (HMRC, ZAP).
    ///
    /// # Examples
    ///
    /// ```
    /// use deskpro_runtime::Refusal;
    ///
    /// fn fields_to_mark<V>(refusal: &Refusal<V>) -> Vec<u64> {
    ///     refusal.errors().filter_map(|error| error.entry_of("fields")).collect()
    /// }
    /// ```
    pub fn entry_of(&self, name: &str) -> Option<u64> {
        let mut names = self.path.split('.');
        while let Some(found) = names.next() {
            let entry = names.clone().next().and_then(|below| below.strip_prefix(name));
            let number = entry.and_then(|entry| entry.strip_prefix('_')?.parse().ok());
            if found == name && number.is_some() {
                return number;
            }
        }
        None
    }

    /// The code as the helpdesk spells it; empty when it gave none.
    pub fn raw_code(&self) -> &str {
        &self.item.code
    }

    /// The message, in English; empty when the helpdesk gave none.
    pub fn message(&self) -> &str {
        &self.item.message
    }
}

impl<V: for<'a> From<&'a str>> FieldError<'_, V> {
    /// The code.
    pub fn code(&self) -> V {
        V::from(&self.item.code)
    }
}

impl ErrorTree {
    /// Every leaf with its path: first the errors of a level, then those of the fields below.
    pub(crate) fn leaves<V>(&self) -> Leaves<'_, V> {
        Leaves::of(self)
    }

    /// How many leaves there are.
    // As deep as the JSON it was read from, whose depth is limited.
    pub(crate) fn count(&self) -> usize {
        self.errors.len() + self.fields.values().map(Self::count).sum::<usize>()
    }

    /// Whether one of the leaves has this code.
    pub(crate) fn has_code(&self, code: &str) -> bool {
        self.errors.iter().any(|item| item.code == code)
            || self.fields.iter().any(|(_, tree)| tree.has_code(code))
    }

    /// Reads a level, in every shape that helpdesks were seen to write (HMRC, PHP17).
    pub(crate) fn read(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        match json.kind() {
            Kind::Object => json.object_with(&mut |name, json| match name {
                "errors" => self.read_items(json),
                "fields" => self.read_fields(json),
                _ => json.skip(),
            }),
            // A level without fields may be written as its list of errors.
            Kind::List | Kind::String => self.read_items(json),
            _ => json.skip(),
        }
    }

    /// Reads a list of errors, a map of them, or a single one.
    fn read_items(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        match json.kind() {
            Kind::List => json.list_with(&mut |json| self.read_items(json)),
            Kind::Object => self.read_item(json),
            Kind::String => {
                let message = json.text(str::to_owned)?;
                if !message.is_empty() {
                    self.errors.push(ErrorItem { code: String::new(), message });
                }
                Ok(())
            }
            _ => json.skip(),
        }
    }

    /// Reads an object: an error, or a map whose values are errors.
    fn read_item(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let mut item = None::<ErrorItem>;
        json.object_with(&mut |name, json| {
            let is_text = matches!(json.kind(), Kind::String | Kind::Number | Kind::Boolean);
            match name {
                "code" if is_text => {
                    item.get_or_insert_default().code = json.text(str::to_owned)?;
                }
                "message" if is_text => {
                    item.get_or_insert_default().message = json.text(str::to_owned)?;
                }
                _ => match json.kind() {
                    Kind::Object => self.read_item(json)?,
                    _ => json.skip()?,
                },
            }
            Ok(())
        })?;
        self.errors.extend(item);
        Ok(())
    }

    /// Reads the fields below, by their names or places. Of several members `fields` the last counts.
    fn read_fields(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        // A map looks through its entries for each that is put in, so they are gathered first.
        let mut fields = Vec::new();
        let mut field = |name: String, json: &mut JsonReader<'_>| {
            let mut tree = Self::default();
            let read = tree.read(json);
            fields.push((name, tree));
            read
        };
        let mut places = 0_usize..;
        let read = match json.kind() {
            Kind::Object => json.object_with(&mut |name, json| field(name.to_owned(), json)),
            Kind::List => json
                .list_with(&mut |json| field(places.next().unwrap_or_default().to_string(), json)),
            _ => json.skip(),
        };
        // Also when the body broke off: what came before counts.
        self.fields = fields.into_iter().collect();
        read
    }
}

#[cfg(test)]
mod tests {
    use super::{ErrorTree, JsonReader};

    /// The leaves of a level as `path [code] message`.
    fn leaves(json: &str) -> Vec<String> {
        let mut tree = ErrorTree::default();
        tree.read(&mut JsonReader::new(json.as_bytes())).unwrap();
        tree.leaves::<String>()
            .map(|leaf| format!("{} [{}] {}", leaf.path(), leaf.raw_code(), leaf.message()))
            .collect()
    }

    #[test]
    fn every_level_has_errors_and_fields() {
        let json = r#"{
            "errors": [{"code": "extra_fields", "message": "Unexpected field names: name"}],
            "fields": {
                "email": {"errors": [{"code": "required", "message": "m"}]},
                "date": {
                    "errors": [{"code": "invalid_date", "message": "d"}],
                    "fields": {"day": {"errors": [{"code": "out_of_range", "message": "r"}]}}
                }
            }
        }"#;
        assert_eq!(
            leaves(json),
            [
                " [extra_fields] Unexpected field names: name",
                "email [required] m",
                "date [invalid_date] d",
                "date.day [out_of_range] r",
            ]
        );
    }

    #[test]
    fn errors_may_be_one_object_a_map_a_text_or_a_bare_list() {
        assert_eq!(leaves(r#"{"errors": {"code": "a", "message": "b"}}"#), [" [a] b"]);
        assert_eq!(
            leaves(r#"{"errors": {"0": {"code": "a"}, "2": {"message": "b"}}}"#),
            [" [a] ", " [] b"]
        );
        assert_eq!(leaves(r#"{"errors": ["blank", ""]}"#), [" [] blank"]);
        assert_eq!(leaves(r#"[{"code": 7, "message": null}]"#), [" [7] "]);
        assert_eq!(leaves(r#"{"fields": [{"errors": [{"code": "a"}]}]}"#), ["0 [a] "]);
    }

    #[test]
    fn as_many_fields_as_a_body_can_hold_are_read_at_once() {
        let fields: Vec<String> =
            (0..200_000).map(|name| format!(r#""{name}": [{{"code": "a"}}]"#)).collect();
        let json = format!(r#"{{"fields": {{{}, "7": ["b"]}}}}"#, fields.join(","));
        let mut tree = ErrorTree::default();
        tree.read(&mut JsonReader::new(json.as_bytes())).unwrap();
        assert_eq!(tree.count(), 200_000);
        let last = tree.leaves::<String>().last().unwrap();
        assert_eq!((last.path(), last.message()), ("7", "b"));
    }

    #[test]
    fn a_leaf_has_its_path_when_it_is_asked_for() {
        let (name, errors) = ("x".repeat(1_000_000), r#"["a"],"#.repeat(99_999) + "\"a\"");
        let json = format!(r#"{{"fields": {{"{name}": [{errors}]}}}}"#);
        let mut tree = ErrorTree::default();
        tree.read(&mut JsonReader::new(json.as_bytes())).unwrap();
        // All paths together would fill 100 GB.
        assert_eq!((tree.count(), tree.leaves::<()>().next().unwrap().path()), (100_000, &*name));
    }

    #[test]
    fn nothing_is_nothing() {
        for json in ["null", "[]", "{}", "7", r#"{"errors": null, "fields": []}"#, r#""""#] {
            assert_eq!(leaves(json), [""; 0], "{json}");
        }
    }
}
