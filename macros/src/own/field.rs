//! One field of a struct that describes a resource, as the description would have it.

use deskpro_codegen::mistake::Mistakes;
use deskpro_codegen::mistake::resources::{
    CONDITIONAL_FIELD, ID_NAME, NOT_OPTIONAL, SAME_WIRE_NAME, SENSITIVE_TYPE, UNKNOWN_RUST_TYPE,
    UNNAMED_FIELD,
};
use deskpro_spec::document::{DeprecationDoc, FieldDoc, Located, Text};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Ident, Lit, LitStr, Meta};

use super::attributes::{FieldAttributes, Flag};
use super::rust_type::{Meanings, Peeled, peel};
use super::spots::Spots;
use super::words;
use crate::arguments::plain;

/// A field with what it is in the description.
pub(super) struct OwnField {
    /// Its name in Rust.
    pub(super) name: Ident,
    /// Its type.
    pub(super) ty: syn::Type,
    /// What the description says of it; `None` where it is the user's own business.
    pub(super) described: Option<(Text, FieldDoc)>,
    /// The part of the type that must hold what the API sends; `None` after a mistake in it.
    pub(super) held: Option<TokenStream>,
    /// Whether it is deprecated.
    pub(super) is_deprecated: bool,
}

/// What fields are read against.
pub(super) struct Reading<'a> {
    /// What names of types mean.
    pub(super) meanings: Meanings<'a>,
    /// The singular name of the resource.
    pub(super) singular: &'a str,
    /// Where the parts of the description come from.
    pub(super) spots: &'a mut Spots,
    /// What is wrong.
    pub(super) mistakes: &'a mut Mistakes,
}

impl Reading<'_> {
    /// All fields of the struct. Of those with the same name in the JSON only the first is described.
    pub(super) fn fields(&mut self, fields: &syn::Fields) -> Vec<OwnField> {
        let mut read: Vec<OwnField> = Vec::new();
        for field in fields {
            let Some(name) = &field.ident else { continue };
            let mut own = self.field(field, name);
            let is_taken = |other: &&OwnField| match (&other.described, &own.described) {
                (Some((first, _)), Some((again, _))) => first.value == again.value,
                _ => false,
            };
            if let Some(first) = read.iter().find(is_taken) {
                let (wire, at) = own.described.take().map_or_else(Default::default, |(wire, _)| {
                    (wire.value, self.spots.tokens(wire.place).cloned())
                });
                let message = format!(
                    "`{}` and `{}` are both `{wire}` in the JSON\nhelp: remove one of them, or \
                     rename it: `#[deskpro(rename = \"...\")]`",
                    own.name, first.name,
                );
                self.mistakes.push(&SAME_WIRE_NAME, at.unwrap_or_default(), message);
            }
            read.push(own);
        }
        read
    }

    fn field(&mut self, field: &syn::Field, name: &Ident) -> OwnField {
        let attributes = FieldAttributes::read(&field.attrs, self.mistakes);
        self.conditions(&field.attrs);
        let mut own = OwnField {
            name: name.clone(),
            ty: field.ty.clone(),
            described: None,
            held: Some(TokenStream::new()),
            is_deprecated: deprecation(&field.attrs).is_some(),
        };
        if attributes.has(Flag::Skip) {
            return own;
        }
        let wire = self.wire(name, &attributes);
        let peeled = peel(&field.ty);
        let expression = self.expression(&wire, &attributes, &field.ty, &peeled);
        own.held = expression.is_some().then(|| peeled.inner.to_token_stream());
        self.flags_and_type(&attributes, &field.ty, &peeled);
        let ty = expression.unwrap_or_else(|| self.spots.text("json", &field.ty));
        own.described = Some((wire.clone(), self.doc(field, name, &wire, &attributes, ty)));
        own
    }

    /// A field that is there under conditions cannot be in a description, which knows none.
    fn conditions(&mut self, attributes: &[Attribute]) {
        for attribute in attributes.iter().filter(|found| found.path().is_ident("cfg")) {
            let message = "a field of a resource is always there\n\
                           help: put `#[cfg(...)]` on the whole struct, or mark the field with \
                           `#[deskpro(skip)]` and remove the condition";
            self.mistakes.push(&CONDITIONAL_FIELD, attribute, message);
        }
    }

    /// The key in the JSON.
    fn wire(&mut self, name: &Ident, attributes: &FieldAttributes) -> Text {
        let wire = match &attributes.rename {
            Some(rename) => self.spots.text(rename.value(), rename),
            None => self.spots.text(plain(name), name),
        };
        if wire.value.trim().is_empty() {
            let message =
                "the key of a field is empty\nhelp: write what the JSON has before the colon";
            self.mistakes.push(&UNNAMED_FIELD, attributes.rename.as_ref(), message);
            return self.spots.text(plain(name), name);
        }
        let id = attributes.flag(Flag::Id).filter(|_| wire.value != "id");
        if let Some(word) = id {
            let message = format!(
                "the id of a resource is `id` in the JSON, not `{}`\n\
                 help: name the field `id`, or say so: `#[deskpro(id, rename = \"id\")]`",
                wire.value,
            );
            self.mistakes.push(&ID_NAME, word, message);
            return self.spots.text("id", name);
        }
        wire
    }

    /// The type expression; `None` after a mistake.
    fn expression(
        &mut self,
        wire: &Text,
        attributes: &FieldAttributes,
        whole: &syn::Type,
        peeled: &Peeled<'_>,
    ) -> Option<Text> {
        let null = if peeled.nullable { "?" } else { "" };
        if let Some(said) = &attributes.ty {
            let text = said.value();
            let plain = text.trim().trim_end_matches('?');
            let null = if text.trim().ends_with('?') { "?" } else { null };
            return Some(self.spots.text(format!("{plain}{null}"), said));
        }
        if wire.value == "id" && self.meanings.is_own_id(peeled.inner) {
            return Some(self.spots.text(format!("id{null}"), whole));
        }
        match self.meanings.expression(peeled.inner) {
            Ok(expression) => Some(self.spots.text(format!("{expression}{null}"), whole)),
            Err(unknown) => {
                self.mistakes.push(&UNKNOWN_RUST_TYPE, unknown.at, unknown.message);
                None
            }
        }
    }

    /// What words say of a field, its type must say too.
    fn flags_and_type(
        &mut self,
        attributes: &FieldAttributes,
        whole: &syn::Type,
        peeled: &Peeled<'_>,
    ) {
        let inner = peeled.inner.to_token_stream();
        if attributes.has(Flag::Sensitive) && !peeled.sensitive {
            let message = format!(
                "what is sensitive must not be shown, and this type shows it\n\
                 help: write `{}`",
                if peeled.nullable {
                    format!("Option<Sensitive<{inner}>>")
                } else {
                    format!("Sensitive<{inner}>")
                },
            );
            self.mistakes.push(&SENSITIVE_TYPE, whole, message);
        }
        let may_be_absent = attributes.has(Flag::Optional)
            || attributes.ty.as_ref().is_some_and(|said| said.value().trim().ends_with('?'));
        if may_be_absent && !peeled.nullable {
            let message = format!(
                "some responses have no value for this field, and this type cannot say so\n\
                 help: write `Option<{}>`",
                whole.to_token_stream(),
            );
            self.mistakes.push(&NOT_OPTIONAL, whole, message);
        }
    }

    fn doc(
        &mut self,
        field: &syn::Field,
        name: &Ident,
        wire: &Text,
        attributes: &FieldAttributes,
        ty: Text,
    ) -> FieldDoc {
        let docs =
            docs(&field.attrs).unwrap_or_else(|| words::field_docs(&wire.value, self.singular));
        let is_id = wire.value == "id";
        let access = match (attributes.flag(Flag::WriteOnly), attributes.flag(Flag::CreateOnly)) {
            _ if is_id => Some(("read_only", name)),
            (Some(word), None) => Some(("write_only", word)),
            (None, Some(word)) => Some(("create_only", word)),
            (Some(word), Some(_)) => Some(("create_write_only", word)),
            (None, None) => attributes.flag(Flag::ReadOnly).map(|word| ("read_only", word)),
        };
        let mut is_set = |flag| {
            let word = attributes.flag(flag)?;
            Some(Located { value: true, place: self.spots.place(word) })
        };
        let (required, optional) = (is_set(Flag::Required), is_set(Flag::Optional));
        let sensitive = peel(&field.ty).sensitive;
        let sensitive = Located { value: sensitive, place: self.spots.place(name) };
        let note = deprecation(&field.attrs);
        FieldDoc {
            place: wire.place,
            docs: Some(self.spots.text(docs, name)),
            access: access.map(|(access, word)| self.spots.text(access, word)),
            required,
            optional,
            sensitive: Some(sensitive),
            deprecated: note.map(|note| DeprecationDoc {
                note: Some(self.spots.text(note, name)),
                ..DeprecationDoc::default()
            }),
            rust: rust_name(name, &wire.value).map(|rust| self.spots.text(rust, name)),
            ty: Some(ty),
            ..FieldDoc::default()
        }
    }
}

/// The name of setters, where it is not the key in the JSON and can be given in a description.
fn rust_name(name: &Ident, wire: &str) -> Option<String> {
    // Generated objects keep under this name what is not described; the user's own need not.
    if words::snake(&plain(name)) == "extra" {
        return Some("extra_member".to_owned());
    }
    let text = plain(name);
    let is_word = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    let is_snake =
        text.starts_with(|first: char| first.is_ascii_lowercase()) && text.split('_').all(is_word);
    (is_snake && text != wire).then_some(text)
}

/// The text of doc comments; `None` when there is none.
pub(super) fn docs(attributes: &[Attribute]) -> Option<String> {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => text(&pair.value),
        _ => None,
    });
    let lines: Vec<String> = lines.map(|line| line.value()).collect();
    let docs: Vec<&str> =
        lines.iter().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect();
    let docs = docs.join("\n");
    (!docs.trim().is_empty()).then_some(docs)
}

/// Why a field should not be used, where it is `#[deprecated]`.
fn deprecation(attributes: &[Attribute]) -> Option<String> {
    let attribute = attributes.iter().find(|found| found.path().is_ident("deprecated"))?;
    let note = match &attribute.meta {
        Meta::NameValue(pair) => text(&pair.value).map(|note| note.value()),
        Meta::List(_) => {
            let mut note = None;
            // What is wrong with the attribute is the compiler's to say.
            let _ = attribute.parse_nested_meta(|part| {
                let value: LitStr = part.value()?.parse()?;
                note = note.take().or(part.path.is_ident("note").then(|| value.value()));
                Ok(())
            });
            note
        }
        Meta::Path(_) => None,
    };
    Some(
        note.filter(|note| !note.trim().is_empty())
            .unwrap_or_else(|| "It is deprecated.".to_owned()),
    )
}

fn text(value: &Expr) -> Option<&LitStr> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text),
        _ => None,
    }
}
