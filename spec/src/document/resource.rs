//! Resources, their fields and types.

use super::reader::{self, Reader};
use super::{Entries, ExampleDoc, JsonDoc, Located, OperationDoc, Text};
use crate::problem::Place;

/// A resource file, or an entry of `resources`.
#[derive(Debug, Clone, Default)]
pub struct ResourceDoc {
    /// Where it stands.
    pub place: Place,
    /// The file that it is in, relative to the description.
    pub file: String,
    /// `resource`
    pub name: Option<Text>,
    /// `singular`
    pub singular: Option<Text>,
    /// `path`
    pub path: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
    /// `source`
    pub source: Vec<Text>,
    /// `family`
    pub family: Option<Text>,
    /// `shape`
    pub shape: Option<Text>,
    /// `parent`
    pub parent: Option<ParentDoc>,
    /// `singleton`
    pub singleton: Option<Located<bool>>,
    /// `linked_as`
    pub linked_as: Option<Text>,
    /// `item`
    pub item: Option<ItemDoc>,
    /// `path_parameters`
    pub path_parameters: Entries<PathParameterDoc>,
    /// `methods`
    pub methods: Entries<Text>,
    /// `operations`
    pub operations: Entries<OperationDoc>,
    /// `fields`
    pub fields: Entries<FieldDoc>,
    /// `types`
    pub types: Entries<TypeDoc>,
    /// `examples`
    pub examples: Vec<ExampleDoc>,
}

/// `parent`
#[derive(Debug, Clone, Default)]
pub struct ParentDoc {
    /// Where it stands.
    pub place: Place,
    /// `resource`
    pub resource: Option<Text>,
    /// `name`
    pub name: Option<Text>,
}

/// `item`
#[derive(Debug, Clone, Default)]
pub struct ItemDoc {
    /// `parameter`
    pub parameter: Option<Text>,
}

/// An entry of `path_parameters`.
#[derive(Debug, Clone, Default)]
pub struct PathParameterDoc {
    /// `type`
    pub ty: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
}

/// An entry of `fields`.
#[derive(Debug, Clone, Default)]
pub struct FieldDoc {
    /// Where the entry stands.
    pub place: Place,
    /// `type`
    pub ty: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
    /// `source`
    pub source: Vec<Text>,
    /// `access`
    pub access: Option<Text>,
    /// `write`
    pub write: Option<Text>,
    /// `required`
    pub required: Option<Located<bool>>,
    /// `optional`
    pub optional: Option<Located<bool>>,
    /// `sensitive`
    pub sensitive: Option<Located<bool>>,
    /// `deprecated`
    pub deprecated: Option<DeprecationDoc>,
    /// `since`
    pub since: Option<Text>,
    /// `example`
    pub example: Option<JsonDoc>,
    /// `rust`
    pub rust: Option<Text>,
}

/// `deprecated`, as a text or a mapping
#[derive(Debug, Clone, Default)]
pub struct DeprecationDoc {
    /// The text, or `note`
    pub note: Option<Text>,
    /// `since`
    pub since: Option<Text>,
    /// `sunset`
    pub sunset: Option<Text>,
}

/// An entry of `types`.
#[derive(Debug, Clone, Default)]
pub struct TypeDoc {
    /// Where the entry stands.
    pub place: Place,
    /// `docs`
    pub docs: Option<Text>,
    /// `source`
    pub source: Vec<Text>,
    /// `values`, `fields` or `one_of`
    pub kind: Option<TypeKindDoc>,
}

/// What kind of type an entry of `types` declares.
#[derive(Debug, Clone)]
pub enum TypeKindDoc {
    /// `values`
    Values(Entries<EnumValueDoc>),
    /// `fields`
    Fields(Entries<FieldDoc>),
    /// `one_of`
    OneOf(Entries<ChoiceDoc>),
}

/// A value of an enumeration, as a text or a mapping.
#[derive(Debug, Clone, Default)]
pub struct EnumValueDoc {
    /// The text, or `docs`
    pub docs: Option<Text>,
    /// `rust`
    pub rust: Option<Text>,
}

/// An entry of `one_of`.
#[derive(Debug, Clone, Default)]
pub struct ChoiceDoc {
    /// `type`
    pub ty: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
}

impl ResourceDoc {
    /// Reads a resource; `file` is the path of the file it is in.
    pub(super) fn read(reader: Reader<'_>, file: &str) -> Self {
        Self {
            place: reader.place,
            file: file.to_owned(),
            name: reader.text("resource"),
            singular: reader.text("singular"),
            path: reader.text("path"),
            docs: reader.text("docs"),
            source: reader.texts("source"),
            family: reader.text("family"),
            shape: reader.text("shape"),
            parent: reader.part("parent", ParentDoc::read),
            singleton: reader.boolean("singleton"),
            linked_as: reader.text("linked_as"),
            item: reader.part("item", ItemDoc::read),
            path_parameters: reader.entries("path_parameters", PathParameterDoc::read),
            methods: reader.text_entries("methods"),
            operations: reader.entries("operations", OperationDoc::read),
            fields: reader.entries("fields", FieldDoc::read),
            types: reader.entries("types", TypeDoc::read),
            examples: reader.parts("examples", ExampleDoc::read),
        }
    }
}

impl ParentDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self { place: reader.place, resource: reader.text("resource"), name: reader.text("name") }
    }
}

impl ItemDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self { parameter: reader.text("parameter") }
    }
}

impl PathParameterDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self { ty: reader.text("type"), docs: reader.text("docs") }
    }
}

impl FieldDoc {
    pub(super) fn read(reader: Reader<'_>) -> Self {
        Self {
            place: reader.place,
            ty: reader.text("type"),
            docs: reader.text("docs"),
            source: reader.texts("source"),
            access: reader.text("access"),
            write: reader.text("write"),
            required: reader.boolean("required"),
            optional: reader.boolean("optional"),
            sensitive: reader.boolean("sensitive"),
            deprecated: DeprecationDoc::of(reader),
            since: reader.scalar("since"),
            example: reader.json("example"),
            rust: reader.text("rust"),
        }
    }
}

impl DeprecationDoc {
    /// Reads `deprecated` of a part.
    pub(super) fn of(reader: Reader<'_>) -> Option<Self> {
        reader.part_or_text("deprecated", Self::read, |text| Self {
            note: Some(text),
            ..Self::default()
        })
    }

    fn read(reader: Reader<'_>) -> Self {
        Self {
            note: reader.text("note"),
            since: reader.scalar("since"),
            sunset: reader.scalar("sunset"),
        }
    }
}

impl TypeDoc {
    pub(super) fn read(reader: Reader<'_>) -> Self {
        Self {
            place: reader.place,
            docs: reader.text("docs"),
            source: reader.texts("source"),
            kind: TypeKindDoc::read(reader),
        }
    }
}

impl TypeKindDoc {
    fn read(reader: Reader<'_>) -> Option<Self> {
        if reader.has_mapping("values") {
            let from_text = |node: &_| {
                Some(EnumValueDoc { docs: Some(reader::text(node)?), ..EnumValueDoc::default() })
            };
            Some(Self::Values(reader.entries_or("values", EnumValueDoc::read, from_text)))
        } else if reader.has_mapping("fields") {
            Some(Self::Fields(reader.entries("fields", FieldDoc::read)))
        } else if reader.has_mapping("one_of") {
            Some(Self::OneOf(reader.entries("one_of", ChoiceDoc::read)))
        } else {
            None
        }
    }
}

impl EnumValueDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self { docs: reader.text("docs"), rust: reader.text("rust") }
    }
}

impl ChoiceDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self { ty: reader.text("type"), docs: reader.text("docs") }
    }
}
