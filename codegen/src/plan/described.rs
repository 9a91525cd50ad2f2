//! The description that structs of the user's own are checked against, and what is said of it.

use deskpro_spec::Place;
use deskpro_spec::api::Api;
use deskpro_spec::problem::closest;

use super::Options;
use super::docs::code;
use super::kind::{Kinds, Written, listed};
use super::names::NameTable;

/// How many names a message lists where none is close.
const LISTED: usize = 10;

/// A description, and how to name places in it.
#[derive(Clone, Copy)]
pub struct Described<'a> {
    /// What it says.
    pub api: &'a Api,
    /// Where the generated code is.
    pub options: &'a Options,
    /// A place as people open it: `spec/deskpro/resources/tickets.yaml:41:7`.
    pub place: &'a dyn Fn(Place) -> String,
}

impl<'a> Described<'a> {
    /// What kinds are looked up in.
    pub(super) fn kinds(&self, names: &'a NameTable<'a>) -> Kinds<'a> {
        Kinds { api: self.api, names, options: self.options }
    }

    /// `note: described at spec/deskpro/resources/tickets.yaml:41:7`
    pub(super) fn note(&self, place: Place) -> String {
        format!("note: {}", self.seen(place))
    }

    /// `described at spec/deskpro/resources/tickets.yaml:41:7`
    pub(super) fn seen(&self, place: Place) -> String {
        format!("described at {}", (self.place)(place))
    }

    /// The notes of a message about a type: where the field is described, and from where the names
    /// come that are to be written.
    pub(super) fn type_notes(&self, field: &str, place: Place, written: &Written) -> Vec<String> {
        let described = format!("{field} is described at {}", (self.place)(place));
        std::iter::once(described).chain(written.notes()).collect()
    }
}

/// `` help: did you mean `subject`? ``, or what there is when nothing is close.
pub(super) fn suggestion<'a>(
    word: &str,
    owner: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> String {
    match closest(word, known.clone()) {
        Some(close) => format!("help: did you mean {}?", code(close)),
        None if known.clone().next().is_none() => format!("help: {owner} has none"),
        None => format!("help: {owner} has {}", listed(known, LISTED)),
    }
}
