//! What operations send, where that is not the fields of their resource.

use deskpro_spec::api::{Api, Body, BodyFormat, FilePart, InputField, ResourceId};

use super::both::Both;
use super::fields::Sent;
use super::words::{Words, became};
use super::{Comparison, Found};
use crate::diff::change::WireClass::{Additive, Breaking};
use crate::diff::pairs::{likeness, matched};
use crate::diff::part::Part;
use crate::diff::rule::fields as rule;
use crate::diff::variance::is_same;

/// An operation: its resource, and its place there.
type At = (ResourceId, usize);

impl Comparison<'_> {
    pub(super) fn body(&mut self, (was_at, is_at): (At, At), both: &Both<'_>) {
        let (old, new) = (self.pairs.old, self.pairs.new);
        let was = &old[was_at.0].operations[was_at.1].body;
        let is = &new[is_at.0].operations[is_at.1].body;
        let none = Body::default();
        match (was, is) {
            (None, None) => return,
            (None, Some(_)) => self.push(both.told(&rule::BODY_ADDED, needs(is), "takes a body")),
            (Some(_), None) => {
                self.push(both.told(&rule::BODY_REMOVED, Breaking, "no longer takes a body"));
                return;
            }
            (Some(was), Some(is)) => self.format(both, was, is),
        }
        let (was, is) = (was.as_ref().unwrap_or(&none), is.as_ref().unwrap_or(&none));
        self.files((was_at, is_at), both, (was, is));
        self.inputs((was_at, is_at), both, (was, is));
    }

    fn format(&mut self, both: &Both<'_>, was: &Body, is: &Body) {
        let (then, now) = (format(was), format(is));
        if then != now {
            let what = format!("writes its body otherwise: {}", became(&then, &now));
            self.push(both.told(&rule::BODY_FORMAT_CHANGED, Breaking, &what));
        }
    }

    fn files(&mut self, (was_at, is_at): (At, At), both: &Both<'_>, (was, is): (&Body, &Body)) {
        let files = matched(files(was), files(is), |it| &*it.name, |it| &*it.name, |_, _| 0.0);
        let subject = |name: &str| format!("{}.{name}", both.subject);
        let part = |at: At, file: &FilePart| Part::Input(at.0, at.1, file.name.clone());
        for (was, is, _) in files.both {
            let subject = subject(&was.name);
            let (old, new) = ((part(was_at, was), was.place), (part(is_at, is), is.place));
            let both = Both { subject: &subject, old, new };
            match (was.required, is.required) {
                (false, true) => {
                    self.push(both.told(&rule::FILE_REQUIRED, Breaking, "must be sent"));
                }
                (true, false) => {
                    self.push(both.told(&rule::FILE_OPTIONAL, Additive, "may be left out"));
                }
                _ => {}
            }
            let words = Words::new(&was.docs).sources(self.pairs.old, &was.sources);
            let now = Words::new(&is.docs).sources(self.pairs.new, &is.sources);
            self.words(&subject, (both.old, both.new), (&words, &now));
        }
        for was in files.removed {
            let subject = subject(&was.name);
            let message = format!("the file `{subject}` is gone");
            let found = Found::new(&rule::FILE_REMOVED, Breaking, subject, message);
            self.push(found.was(part(was_at, was), was.place));
        }
        for is in files.added {
            let subject = subject(&is.name);
            let (rule, wire, what) = match is.required {
                true => (&rule::FILE_REQUIRED, Breaking, "is new, and must be sent"),
                false => (&rule::FILE_ADDED, Additive, "may be sent"),
            };
            let message = format!("the file `{subject}` {what}");
            self.push(Found::new(rule, wire, subject, message).is(part(is_at, is), is.place));
        }
    }

    fn inputs(&mut self, (was_at, is_at): (At, At), both: &Both<'_>, (was, is): (&Body, &Body)) {
        let pairs = self.pairs;
        let fields = matched(
            &was.fields,
            &is.fields,
            |it| &*it.name,
            |it| &*it.name,
            |was, is| {
                let is_alike = is_same(pairs, &was.ty, &is.ty) && was.required == is.required;
                likeness(is_alike, (&was.name, &was.docs), (&is.name, &is.docs))
            },
        );
        for (was, is, is_renamed) in fields.both {
            if is_own(pairs.old, was_at, was) || is_own(pairs.new, is_at, is) {
                self.input((was_at, is_at), both, (was, is), is_renamed);
            }
        }
        for was in fields.removed.into_iter().filter(|it| is_own(pairs.old, was_at, it)) {
            let subject = format!("{}.{}", both.subject, was.name);
            let message = format!("`{subject}` may no longer be sent");
            let found = Found::new(&rule::INPUT_REMOVED, Breaking, subject, message);
            let found = found.announced(was.deprecated.as_ref());
            self.push(found.was(part(was_at, was), was.place));
        }
        for is in fields.added.into_iter().filter(|it| is_own(pairs.new, is_at, it)) {
            let subject = format!("{}.{}", both.subject, is.name);
            let (rule, wire, what) = match is.required {
                true => (&rule::INPUT_REQUIRED, Breaking, "is new, and must be sent"),
                false => (&rule::INPUT_ADDED, Additive, "may be sent"),
            };
            let message = format!("`{subject}` {what}");
            self.push(Found::new(rule, wire, subject, message).is(part(is_at, is), is.place));
        }
    }

    fn input(
        &mut self,
        (was_at, is_at): (At, At),
        operation: &Both<'_>,
        (was, is): (&InputField, &InputField),
        is_renamed: bool,
    ) {
        let subject = format!("{}.{}", operation.subject, was.name);
        let (old, new) = ((part(was_at, was), was.place), (part(is_at, is), is.place));
        let both = Both { subject: &subject, old, new };
        if is_renamed {
            let what = format!("seems to be called `{}` now", is.name);
            self.push(both.told(&rule::INPUT_RENAMED, Breaking, &what).guess(true));
        }
        self.sent(&both, (sent(was), sent(is)));
        if was.sensitive != is.sensitive {
            let what = if is.sensitive { "must not appear in logs" } else { "may appear in logs" };
            let unseen = crate::diff::WireClass::Unseen;
            self.push(both.told(&rule::FIELD_SECRET, unseen, what));
        }
        self.rust_name(&both, (was.rust_name.as_deref(), is.rust_name.as_deref()));
        let sides = || (both.old.clone(), both.new.clone());
        self.deprecation(&subject, sides(), (was.deprecated.as_ref(), is.deprecated.as_ref()));
        let words =
            Words::new(&was.docs).sources(self.pairs.old, &was.sources).examples(&was.example);
        let now = Words::new(&is.docs).sources(self.pairs.new, &is.sources).examples(&is.example);
        self.words(&subject, sides(), (&words, &now));
    }
}

/// What a new body means to callers who send none.
fn needs(body: &Option<Body>) -> crate::diff::WireClass {
    let must = |body: &Body| match &body.format {
        BodyFormat::Json { .. } | BodyFormat::Raw { .. } => true,
        BodyFormat::Form(files) => files.iter().any(|file| file.required),
        BodyFormat::Object => body.fields.iter().any(|field| field.required),
    };
    if body.as_ref().is_some_and(must) { Breaking } else { Additive }
}

/// Whether a field of a body is no field of the resource, which is told there.
fn is_own(api: &Api, (id, _): At, field: &InputField) -> bool {
    api[id].fields.iter().all(|own| own.place != field.place)
}

fn part((id, at): At, field: &InputField) -> Part {
    Part::Input(id, at, field.name.clone())
}

fn sent(field: &InputField) -> Sent<'_> {
    Sent { ty: &field.ty, nullable: field.nullable, required: field.required }
}

fn files(body: &Body) -> &[FilePart] {
    match &body.format {
        BodyFormat::Form(files) => files,
        BodyFormat::Object | BodyFormat::Json { .. } | BodyFormat::Raw { .. } => &[],
    }
}

fn format(body: &Body) -> String {
    match &body.format {
        BodyFormat::Object => "a JSON object".to_owned(),
        BodyFormat::Form(_) => "a form".to_owned(),
        BodyFormat::Json { .. } => "any JSON".to_owned(),
        BodyFormat::Raw { media_type, .. } => media_type.clone(),
    }
}
