//! `oneOf`, `anyOf` and several types at once, told apart by the kinds of JSON where they can be.

use super::super::problem::ImportProblemKind;
use super::super::tree::Node;
use super::parts::Parts;
use super::types::{Choice, Hint, Kind, Value};
use super::{Lowering, Says, Ty, scalar};

/// A kind of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Json {
    Text,
    Number,
    Boolean,
    Object,
    List,
}

impl Json {
    fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Boolean => "flag",
            Self::Object => "object",
            Self::List => "list",
        }
    }
}

impl<'t> Lowering<'_, 't> {
    /// The type of a value that is one of several, and whether null is among them; nothing where
    /// these parts describe no choice.
    pub(super) fn choice(
        &mut self,
        parts: &Parts<'t>,
        hint: &Hint,
        component: Option<Node<'t>>,
    ) -> Option<(Ty, bool)> {
        let node = parts.get("oneOf").or_else(|| parts.get("anyOf"))?;
        let count = parts.all("oneOf").len() + parts.all("anyOf").len();
        let members = node.items();
        let only_requires = |it: &Node<'t>| it.is_object() && is_condition(*it);
        if parts.is_object() || members.iter().all(only_requires) || count > 1 {
            self.conditions(parts);
            return None;
        }
        if let Some(discriminator) = parts.get("discriminator") {
            discriminator.whole();
        }
        let mut has_null = false;
        let mut choices: Vec<(Node<'t>, Ty, Says<'t>)> = Vec::new();
        for member in members {
            if is_null(member) {
                has_null = true;
                continue;
            }
            let inner = self.member_hint(member, hint, choices.len());
            let typed = self.lower(&[member], &inner);
            has_null |= typed.is_nullable && typed.ty != Ty::JSON;
            if choices.iter().all(|(_, known, _)| *known != typed.ty) {
                choices.push((member, typed.ty, typed.says));
            }
        }
        let ty = match choices.as_slice() {
            [] => Ty::JSON,
            [(_, ty, _)] => ty.clone(),
            _ => self.one_of(node, choices, hint, component.or(parts.single())),
        };
        Some((ty, has_null))
    }

    /// Reports that some members of an object go together with others.
    pub(super) fn conditions(&mut self, parts: &Parts<'t>) {
        let what = "which members go together is said by a choice";
        let instead = "the members that are always possible are described";
        for node in parts.all("oneOf").into_iter().chain(parts.all("anyOf")) {
            self.context.findings.push(ImportProblemKind::Choice, node, what, instead);
        }
    }

    /// The type of a value whose schema names several types.
    pub(super) fn several(
        &mut self,
        parts: &Parts<'t>,
        kinds: &[&str],
        hint: &Hint,
        component: Option<Node<'t>>,
    ) -> Ty {
        let Some(node) = parts.get("type") else { return Ty::JSON };
        let mut choices = Vec::new();
        for kind in kinds {
            let ty = match *kind {
                "object" => self.object(parts, &hint.item(), None),
                "array" => self.list(parts, hint),
                kind => scalar::scalar(self.context, parts, kind),
            };
            if choices.iter().all(|(_, known, _)| *known != ty) {
                choices.push((node, ty, Says::default()));
            }
        }
        self.one_of(node, choices, hint, component.or(parts.single()))
    }

    /// A type that is one of these, where they can be told apart.
    fn one_of(
        &mut self,
        node: Node<'t>,
        choices: Vec<(Node<'t>, Ty, Says<'t>)>,
        hint: &Hint,
        whole: Option<Node<'t>>,
    ) -> Ty {
        let mut kinds: Vec<(Json, Choice)> = Vec::new();
        let mut values: Vec<Value> = Vec::new();
        for (member, ty, says) in choices {
            let Some(found) = self.flattened(member, ty, says) else {
                return self.untold(node);
            };
            for (kind, choice) in found {
                match kinds.iter_mut().find(|(known, _)| *known == kind) {
                    None => kinds.push((kind, choice)),
                    Some((Json::Number, known)) => known.ty = Ty::Word("number"),
                    // All texts are texts; what is known of their values is kept.
                    Some((Json::Text, known)) => {
                        values.extend(self.values(&known.ty));
                        values.extend(self.values(&choice.ty));
                        known.ty = Ty::STRING;
                    }
                    Some((_, known)) if known.ty == choice.ty => {}
                    Some(_) => return self.untold(node),
                }
            }
        }
        self.enumerated(&mut kinds, values, hint);
        if let [(_, choice)] = kinds.as_slice() {
            return choice.ty.clone();
        }
        named(&mut kinds);
        let choices = kinds.into_iter().map(|(_, choice)| choice).collect();
        Ty::Named(self.types.add(hint, Kind::OneOf(choices), whole))
    }

    /// Makes a text an enumeration of the values that its choices are known to have.
    fn enumerated(&mut self, kinds: &mut [(Json, Choice)], values: Vec<Value>, hint: &Hint) {
        let mut known: Vec<Value> = Vec::new();
        for value in values {
            if known.iter().all(|it| it.value != value.value) {
                known.push(value);
            }
        }
        let Some((_, choice)) = kinds.iter_mut().find(|(kind, _)| *kind == Json::Text) else {
            return;
        };
        if known.len() > 1 {
            let name = if choice.docs.is_none() { hint.clone() } else { hint.member("text") };
            choice.ty = Ty::Named(self.types.add(&name, Kind::Enum(known), None));
        }
    }

    /// The kinds of JSON that a type may be, each with what it then is.
    fn flattened(&self, member: Node<'t>, ty: Ty, says: Says<'t>) -> Option<Vec<(Json, Choice)>> {
        let kind = match &ty {
            Ty::Word("string" | "datetime" | "date") => Json::Text,
            Ty::Word("integer" | "number") => Json::Number,
            Ty::Word("boolean") => Json::Boolean,
            Ty::Word(_) | Ty::Bytes => return None,
            Ty::List(_) => Json::List,
            Ty::Map(_) => Json::Object,
            Ty::Named(at) => match &self.types.get(*at)?.kind {
                Kind::Enum(_) => Json::Text,
                Kind::Object(_) | Kind::Pending => Json::Object,
                Kind::OneOf(choices) => {
                    let choices = choices.iter().map(|choice| {
                        let mut inner =
                            self.flattened(member, choice.ty.clone(), Says::default())?;
                        let (kind, _) = inner.pop()?;
                        Some((kind, choice.clone()))
                    });
                    return choices.collect();
                }
            },
        };
        let docs = says.documentation();
        let name = match member.text_of("$ref") {
            Some(reference) => reference.rsplit('/').next().unwrap_or_default().to_owned(),
            None => String::new(),
        };
        Some(vec![(kind, Choice { name, ty, docs })])
    }

    /// The values that a text is known to have.
    fn values(&self, ty: &Ty) -> Vec<Value> {
        match ty.named().and_then(|at| self.types.get(at)).map(|def| &def.kind) {
            Some(Kind::Enum(values)) => values.clone(),
            _ => Vec::new(),
        }
    }

    fn untold(&mut self, node: Node<'t>) -> Ty {
        let what = "these types cannot be told apart by their kind of JSON";
        self.context.findings.note(ImportProblemKind::Choice, node, what, "it is free JSON");
        Ty::JSON
    }

    fn member_hint(&mut self, member: Node<'t>, hint: &Hint, at: usize) -> Hint {
        match member.text_of("title") {
            Some(title) => Hint::within(&hint.full, title),
            None => Hint::within(&hint.full, &format!("choice {}", at + 1)),
        }
    }
}

/// Names the choices after their schemas, and after their kinds where two would have one name.
fn named(kinds: &mut [(Json, Choice)]) {
    let mut names: Vec<String> = Vec::new();
    for (kind, choice) in kinds {
        let wanted = super::super::name::snake(&choice.name);
        let is_free =
            |name: &String| !name.is_empty() && name != "unknown" && !names.contains(name);
        let name = Some(wanted).filter(is_free).unwrap_or_else(|| kind.word().to_owned());
        let mut free = name.clone();
        while names.contains(&free) {
            free.push_str("_value");
        }
        names.push(free.clone());
        choice.name = free;
    }
}

/// Whether a schema is null and nothing else.
fn is_null(node: Node<'_>) -> bool {
    let is_null = node.has("type") && node.text_of("type") == Some("null");
    let values = if node.has("enum") { node.get("enum") } else { None };
    let values = values.map(|it| (it, it.json()));
    let only_null = values.is_some_and(|(node, json)| {
        let is_null = json == serde_json::json!([null]);
        if is_null {
            node.whole();
        }
        is_null
    });
    if is_null || only_null {
        node.whole();
    }
    is_null || only_null
}

/// Whether a schema says only which members must be there.
fn is_condition(node: Node<'_>) -> bool {
    let keys = ["type", "properties", "items", "$ref", "enum", "oneOf", "anyOf", "allOf"];
    !keys.iter().any(|key| node.has(key)) && (node.has("required") || node.has("not"))
}
