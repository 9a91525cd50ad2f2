//! What tells apart operations that could be asked for by one request.

use deskpro_spec::api::{Api, Operation, Parameter, Payload, ResourceId, SourceId, Type};

use crate::plan::answer::Answer;
use crate::plan::case::{camel, snake_text};

/// The optional parameters of an operation that takes nothing else that is optional.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Signature<'a> {
    /// Each as the setter has it that sets it.
    parameters: Vec<Taken<'a>>,
}

/// All of a parameter that can be seen in Rust.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Taken<'a> {
    wire: &'a str,
    rust_name: Option<&'a str>,
    docs: &'a str,
    value: Value,
    is_list: bool,
    range: (Option<i64>, Option<i64>),
    sources: &'a [SourceId],
}

/// What a parameter's value is. Other types have names that a file of its own would have to import
/// whether or not anybody has asked for the family that they come with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Text,
    Integer,
    Number,
    Boolean,
    /// The id of what the operation lists.
    OwnId,
}

/// More parameters than these would make a name that nobody reads.
const MOST: usize = 6;

impl<'a> Signature<'a> {
    /// The signature of an operation; `None` where it needs a request of its own.
    pub(super) fn of(api: &Api, operation: &'a Operation) -> Option<Self> {
        let is_plain = operation.body.is_none()
            && !operation.query_in_body
            && !operation.follow_location
            && Answer::of(api, operation) != Answer::Whole;
        if !is_plain {
            return None;
        }
        let own = listed(api, operation);
        let parameters: Option<Vec<_>> =
            optional(operation).map(|parameter| Taken::of(own, parameter)).collect();
        parameters
            .filter(|taken| (1..=MOST).contains(&taken.len()))
            .map(|parameters| Self { parameters })
    }

    /// `CallWithPageCount`
    pub(super) fn name(&self) -> String {
        let words = self.parameters.iter().map(|taken| camel(taken.rust()));
        std::iter::once("CallWith".to_owned()).chain(words).collect()
    }
}

/// The parameters that a request may go without.
pub(super) fn optional(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    operation.query.iter().filter(|parameter| !parameter.required)
}

/// The resource of which an operation returns a page, and which has ids of its own.
fn listed(api: &Api, operation: &Operation) -> Option<ResourceId> {
    let Payload::Resource(id) = operation.returns else { return None };
    let is_page = Answer::of(api, operation) == Answer::Page;
    let has_id = api[id].id == Some(Type::Id(id));
    (is_page && has_id).then_some(id)
}

impl<'a> Taken<'a> {
    fn of(own: Option<ResourceId>, parameter: &'a Parameter) -> Option<Self> {
        let (ty, is_list) = match &parameter.ty {
            Type::List(item) => (&**item, true),
            ty => (ty, false),
        };
        let taken = Self {
            wire: &parameter.name,
            rust_name: parameter.rust_name.as_deref(),
            docs: &parameter.docs,
            value: Value::of(own, ty)?,
            is_list,
            range: (parameter.minimum, parameter.maximum),
            sources: &parameter.sources,
        };
        // The request of a page has a method of this name.
        let is_free = snake_text(taken.rust()) != "fields";
        (is_free && parameter.deprecated.is_none()).then_some(taken)
    }

    fn rust(&self) -> &'a str {
        self.rust_name.unwrap_or(self.wire)
    }
}

impl Value {
    fn of(own: Option<ResourceId>, ty: &Type) -> Option<Self> {
        match ty {
            Type::String => Some(Self::Text),
            Type::Integer => Some(Self::Integer),
            Type::Number => Some(Self::Number),
            Type::Boolean => Some(Self::Boolean),
            Type::Id(id) if own == Some(*id) => Some(Self::OwnId),
            _ => None,
        }
    }
}
