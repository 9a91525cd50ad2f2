//! Resources: what a helpdesk holds and what can be done with it.

use super::{Example, FamilyId, Field, Operation, Path, ResourceId, SourceId, Type};
use crate::problem::Place;

/// A kind of thing that a helpdesk holds.
#[derive(Debug, Clone)]
pub struct Resource {
    /// Its name, plural: `ticket_messages`.
    pub name: String,
    /// Its name, singular: `ticket_message`.
    pub singular: String,
    /// What it is, in Markdown; the first line is a summary.
    pub docs: String,
    /// Where this is known from.
    pub sources: Vec<SourceId>,
    /// The file that describes it, relative to the description: `resources/tickets.yaml`.
    pub file: String,
    /// The family that it belongs to; every resource has one where families are declared.
    pub family: Option<FamilyId>,
    /// Whether it is not known what it holds: `fields` then says what is written, and which type
    /// its id has.
    pub is_untyped: bool,
    /// The resource within which it lives.
    pub parent: Option<Parent>,
    /// Where the collection is.
    pub path: Path,
    /// The type of its id; `None` for a resource of which there is only one, such as `/me`.
    pub id: Option<Type>,
    /// The key under which `linked` holds it: `person`.
    pub linked_as: Option<String>,
    /// What it holds: `id` first, then by name.
    pub fields: Vec<Field>,
    /// What can be done with it: list, get, create, update and delete, then the others by name.
    pub operations: Vec<Operation>,
    /// Examples of the whole object.
    pub examples: Vec<Example>,
    /// Where the description states it.
    pub place: Place,
}

/// The resource within which another lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parent {
    /// The resource.
    pub resource: ResourceId,
    /// The name by which the child is reached from it: `messages`.
    pub name: String,
}
