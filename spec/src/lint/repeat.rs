//! Operations that are said to be repeatable and are not, or the reverse.

use super::described::Described;
use super::finding::{Cause, Finding, Findings};
use crate::api::{Meaning, Method, Repeat};
use crate::problem::codes::lint::CONTRADICTORY_REPEAT;

pub(super) fn rule(described: &Described<'_>, findings: &mut Findings) {
    for (_, it) in described.operations() {
        let operation = it.operation;
        let verb = &described.api[operation.verb];
        let Some(why) = contradiction(verb.meaning, operation.method, operation.repeat) else {
            continue;
        };
        let word = if operation.repeat == Repeat::Safe { "safe" } else { "unsafe" };
        let own = it.doc.repeat.as_ref().or(it.doc.method.as_ref());
        let place = own.map_or(it.key.place, |text| text.place);
        let message = format!("`{}` is `{word}` to repeat, and {why}", it.name);
        let finding = Finding::new(CONTRADICTORY_REPEAT, place, [&it.name], message)
            .label("contradicts the method or the meaning")
            .help("`safe` requests are sent again when it is not known what became of them");
        let docs = described.verbs.get(verb.name.as_str());
        let of_verb = docs.and_then(|(_, doc)| doc.repeat.as_ref());
        // What the operation says itself is mended there.
        findings.push(match of_verb.filter(|_| it.doc.repeat.is_none()) {
            Some(of_verb) => finding.because(Cause {
                key: format!("{} {why}", verb.name),
                place: of_verb.place,
                message: format!("operations are `{word}` to repeat, and {}", plural(why)),
                label: "this holds for all of them",
            }),
            None => finding,
        });
    }
}

fn contradiction(meaning: Meaning, method: Method, repeat: Repeat) -> Option<&'static str> {
    let is_reading = matches!(method, Method::Get | Method::Head | Method::Options);
    match repeat {
        Repeat::Unsafe if is_reading => Some("its method changes nothing"),
        Repeat::Safe if meaning == Meaning::Create => Some("makes something new each time"),
        Repeat::Safe if method == Method::Post => Some("is sent as POST"),
        Repeat::Safe if method == Method::Patch => Some("is sent as PATCH"),
        Repeat::Safe | Repeat::Unsafe => None,
    }
}

fn plural(why: &str) -> &str {
    match why {
        "its method changes nothing" => "their methods change nothing",
        "makes something new each time" => "make something new each time",
        "is sent as POST" => "are sent as POST",
        "is sent as PATCH" => "are sent as PATCH",
        other => other,
    }
}
