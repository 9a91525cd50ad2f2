//! Resources as they will be described, with types by their numbers.

use std::collections::{BTreeMap, BTreeSet};

use deskpro_spec::api::Method;

use super::super::schema::{Property, Says, Ty};
use super::super::source::Parameter;

/// A resource.
#[derive(Debug)]
pub(in super::super) struct ResourceDraft<'t> {
    pub(in super::super) name: String,
    pub(in super::super) singular: String,
    /// Whether it has its name.
    pub(in super::super) is_named: bool,
    /// Names that it may have, the most wanted first.
    pub(in super::super) candidates: Vec<String>,
    pub(in super::super) path: String,
    /// The path with nameless parameters.
    pub(in super::super) shape: String,
    /// The name of its tag, where all operations have one.
    pub(in super::super) tag: Option<&'t str>,
    pub(in super::super) is_singleton: bool,
    /// The path parameter of one of them.
    pub(in super::super) item: Option<String>,
    pub(in super::super) path_parameters: BTreeMap<String, PathParameter>,
    pub(in super::super) operations: Vec<OperationDraft<'t>>,
    /// The type that its objects have, where nothing else has it.
    pub(in super::super) object: Option<usize>,
    /// What it holds, where that is described here: with what creates and updates set.
    pub(in super::super) fields: Vec<Field<'t>>,
}

/// A field of a resource.
#[derive(Debug, Clone)]
pub(in super::super) struct Field<'t> {
    pub(in super::super) property: Property<'t>,
    /// `read_only` and the like; nothing where it is read and written.
    pub(in super::super) access: Option<&'static str>,
    /// What is written, where it differs.
    pub(in super::super) write: Option<(Ty, bool)>,
    /// Whether a create must set it.
    pub(in super::super) is_required: bool,
    /// Whether an answer may lack it.
    pub(in super::super) is_optional: bool,
}

/// A parameter of a path.
#[derive(Debug, Clone)]
pub(in super::super) struct PathParameter {
    pub(in super::super) ty: Ty,
    pub(in super::super) docs: Option<String>,
}

/// An operation.
#[derive(Debug)]
pub(in super::super) struct OperationDraft<'t> {
    pub(in super::super) name: String,
    pub(in super::super) verb: &'static str,
    pub(in super::super) method: Method,
    /// From the path of the resource, where the verb does not say it.
    pub(in super::super) path: Option<String>,
    pub(in super::super) path_names: Vec<String>,
    pub(in super::super) docs: Option<String>,
    pub(in super::super) is_deprecated: bool,
    pub(in super::super) query: Vec<Query<'t>>,
    pub(in super::super) body: Body<'t>,
    pub(in super::super) returns: Returns,
    /// Statuses and shapes.
    pub(in super::super) success: BTreeMap<u16, &'static str>,
    pub(in super::super) errors: BTreeSet<u16>,
    /// What the document says of single answers, by status.
    pub(in super::super) answers: BTreeMap<u16, String>,
    pub(in super::super) has_location: bool,
}

/// A query parameter.
#[derive(Debug, Clone)]
pub(in super::super) struct Query<'t> {
    pub(in super::super) name: String,
    pub(in super::super) ty: Ty,
    pub(in super::super) says: Says<'t>,
    pub(in super::super) is_required: bool,
}

/// What an operation sends.
#[derive(Debug)]
pub(in super::super) enum Body<'t> {
    None,
    /// The fields of the resource.
    Inherited,
    /// An object with these fields, and what is said of it.
    Fields {
        fields: Vec<Property<'t>>,
        docs: Option<String>,
    },
    /// A form.
    Form {
        files: Vec<Property<'t>>,
        fields: Vec<Property<'t>>,
    },
    /// Something else of this media type.
    Content {
        media_type: String,
        docs: Option<String>,
    },
}

/// What the data of an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Returns {
    Nothing,
    /// The object of the resource.
    Own,
    Type(usize),
    Json,
    Text,
    Bytes,
}

impl<'t> Query<'t> {
    /// A query parameter of this type.
    pub(in super::super) fn new(parameter: &Parameter<'t>, ty: Ty, says: Says<'t>) -> Self {
        let (name, is_required) = (parameter.name.to_owned(), parameter.is_required);
        Self { name, ty, says, is_required }
    }
}

impl ResourceDraft<'_> {
    /// Every type that the resource names itself.
    pub(in super::super) fn named(&self) -> BTreeSet<usize> {
        let mut named = BTreeSet::new();
        named.extend(self.path_parameters.values().filter_map(|it| it.ty.named()));
        for field in &self.fields {
            named.extend(field.property.typed.ty.named());
            named.extend(field.write.iter().filter_map(|(ty, _)| ty.named()));
        }
        for operation in &self.operations {
            named.extend(operation.query.iter().filter_map(|it| it.ty.named()));
            named.extend(operation.sent());
            if let Returns::Type(at) = operation.returns {
                named.insert(at);
            }
        }
        named
    }
}

impl OperationDraft<'_> {
    /// The types that its own body names.
    pub(in super::super) fn sent(&self) -> Vec<usize> {
        let fields = match &self.body {
            Body::Fields { fields, .. } | Body::Form { fields, .. } => fields.as_slice(),
            Body::None | Body::Inherited | Body::Content { .. } => &[],
        };
        fields.iter().filter_map(|field| field.typed.ty.named()).collect()
    }
}
