//! Type expressions: `list(id(people))?` becomes a [`Type`].

use super::names::{Names, Scope};
use super::report::Report;
use super::type_syntax::Written;
use crate::api::{ResourceId, Type};
use crate::document::Text;
use crate::problem::codes::meaning::{
    NO_OWN_ID, NULLABLE_HERE, TYPE_SYNTAX, UNKNOWN_RESOURCE, UNKNOWN_TYPE,
};
use crate::problem::{Place, Problem};

/// The built-in types that are one word.
const SCALARS: [(&str, Type); 7] = [
    ("string", Type::String),
    ("integer", Type::Integer),
    ("number", Type::Number),
    ("boolean", Type::Boolean),
    ("datetime", Type::DateTime),
    ("date", Type::Date),
    ("json", Type::Json),
];

/// The built-in types that take an argument.
const CONSTRUCTORS: [&str; 4] = ["id", "ref", "list", "map"];

/// A type, and whether `null` may stand in its place.
pub(super) struct Expression {
    pub(super) ty: Type,
    pub(super) nullable: bool,
}

/// Reads a type expression. What cannot be read is reported and counts as JSON of any shape.
pub(super) fn resolve(
    names: &Names<'_>,
    report: &mut Report,
    scope: Scope,
    text: Option<&Text>,
) -> Expression {
    let Some(text) = report.required(text) else {
        return Expression { ty: Type::Json, nullable: false };
    };
    let body = text.value.strip_suffix('?');
    let ty = match Written::read(text, body.unwrap_or(&text.value).len()) {
        Ok(written) => Resolver { names, report, scope, text }.resolve(&written),
        Err(fault) => {
            report.push(fault.problem(text));
            Type::Json
        }
    };
    Expression { ty, nullable: body.is_some() }
}

/// Reads a type expression where `null` makes no sense.
pub(super) fn resolve_plain(
    names: &Names<'_>,
    report: &mut Report,
    scope: Scope,
    text: Option<&Text>,
) -> Type {
    let Expression { ty, nullable } = resolve(names, report, scope, text);
    if let Some(text) = text.filter(|_| nullable) {
        let end = text.value.len();
        report.push(
            Problem::new(NULLABLE_HERE, text.part(end - 1..end), "`null` is not possible here")
                .label("remove this"),
        );
    }
    ty
}

/// Gives the words of an expression their meaning.
struct Resolver<'a, 'd> {
    names: &'a Names<'d>,
    report: &'a mut Report,
    scope: Scope,
    text: &'a Text,
}

impl Resolver<'_, '_> {
    fn resolve(&mut self, written: &Written) -> Type {
        let word = self.text.value.get(written.word.clone()).unwrap_or_default();
        let place = self.text.part(written.word.clone());
        match (word, written.argument.as_deref()) {
            ("list", Some(items)) => Type::List(Box::new(self.resolve(items))),
            ("map", Some(values)) => Type::Map(Box::new(self.resolve(values))),
            ("id" | "ref", Some(argument)) => self.reference(word == "ref", argument),
            (_, Some(_)) => self.no_constructor(word, place),
            ("id", None) => self.own_id(place),
            ("list" | "map" | "ref", None) => self.no_argument(word, place),
            (_, None) => self.named(word, place),
        }
    }

    fn reference(&mut self, inlined: bool, argument: &Written) -> Type {
        let word = self.text.value.get(argument.word.clone()).unwrap_or_default();
        let place = self.text.part(argument.word.clone());
        let Some(resource) = self.names.resource(word).filter(|_| argument.argument.is_none())
        else {
            let near = self.names.closest_resource(self.report, word);
            self.report.push(
                Problem::new(UNKNOWN_RESOURCE, place, format!("unknown resource `{word}`"))
                    .label("not a resource")
                    .help("expected the plural name of a resource, as its file states it under `resource`")
                    .suggest(near),
            );
            return Type::Json;
        };
        match self.names.id_type(resource) {
            Some(_) if inlined => Type::Ref(resource),
            Some(id) => id,
            None => self.without_id(resource, place),
        }
    }

    fn without_id(&mut self, resource: ResourceId, place: Place) -> Type {
        let name = self.names.resource_name(resource);
        self.report.push(
            Problem::new(NO_OWN_ID, place, format!("`{name}` has no id"))
                .label("a resource without an id")
                .help(format!(
                    "`{name}` needs a field `id` of type `id` before it can be referred to"
                )),
        );
        Type::Json
    }

    fn own_id(&mut self, place: Place) -> Type {
        let id = match self.scope {
            // What it stands for is known only where the parameter is used.
            Scope::AnyResource => Some(Type::Integer),
            Scope::Resource(resource) => self.names.id_type(resource),
            Scope::Shared => None,
        };
        id.unwrap_or_else(|| {
            self.report.push(
                Problem::new(NO_OWN_ID, place, "`id` means nothing here")
                    .label("no resource with an id of its own")
                    .help("say whose id it is: `id(tickets)`"),
            );
            Type::Json
        })
    }

    fn named(&mut self, word: &str, place: Place) -> Type {
        if let Some((_, scalar)) = SCALARS.iter().find(|(name, _)| *name == word) {
            return scalar.clone();
        }
        if let Some(id) = self.names.named_type(self.scope, word) {
            return Type::Named(id);
        }
        let elsewhere = self.elsewhere(word);
        let known = self.names.type_names(self.scope);
        let known = known.chain(SCALARS.iter().map(|(name, _)| *name)).chain(CONSTRUCTORS);
        let near = self.report.closest(word, known).map(str::to_owned);
        let mut problem = Problem::new(UNKNOWN_TYPE, place, format!("unknown type `{word}`"))
            .label("not a type")
            .suggest(elsewhere.or(near));
        problem = if self.names.resource(word).is_some() {
            problem.help(format!("`{word}` is a resource: `id({word})` is its id, `ref({word})` its id or, where it is inlined, itself"))
        } else {
            problem.help("expected a built-in type, a type of this resource, a shared one, or `resource.type`")
        };
        self.report.push(problem);
        Type::Json
    }

    /// How to write a type of this name that another resource declares.
    fn elsewhere(&self, word: &str) -> Option<String> {
        if !self.report.suggests() {
            return None;
        }
        let ty = self.names.types.iter().find(|ty| ty.name.value == word)?;
        Some(format!("{}.{word}", self.names.resource_name(ty.owner?)))
    }

    fn no_constructor(&mut self, word: &str, place: Place) -> Type {
        let near = self.report.closest(word, CONSTRUCTORS);
        self.report.push(
            Problem::new(TYPE_SYNTAX, place, format!("`{word}` takes nothing in parentheses"))
                .label("not a type that takes another")
                .help("only `id(..)`, `ref(..)`, `list(..)` and `map(..)` do")
                .suggest(near),
        );
        Type::Json
    }

    fn no_argument(&mut self, word: &str, place: Place) -> Type {
        let example =
            if word == "ref" { "ref(people)".to_owned() } else { format!("{word}(string)") };
        self.report.push(
            Problem::new(TYPE_SYNTAX, place, format!("`{word}` does not say of what"))
                .label("incomplete")
                .help(format!("say it in parentheses: `{example}`")),
        );
        Type::Json
    }
}
