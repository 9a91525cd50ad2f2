//! Examples that fit what they are examples of.

use serde_json::Value;

use super::super::problem::{Findings, ImportProblemKind};
use super::super::schema::{Kind, Says, Ty, Types};
use super::super::yaml::Yaml;

/// The longest example that helps, in bytes of JSON.
const LONGEST: usize = 200;

/// The example of a value, where it fits and is one value. Reports one that is not taken.
pub(super) fn taken(
    types: &Types<'_>,
    findings: &mut Findings,
    ty: &Ty,
    says: &Says<'_>,
) -> Option<Yaml> {
    let node = says.example?;
    let value = node.json();
    let in_bounds = value.as_i64().is_none_or(|number| {
        says.minimum.is_none_or(|least| number >= least)
            && says.maximum.is_none_or(|most| number <= most)
    });
    if in_bounds && fits(types, ty, &value) && value.to_string().len() <= LONGEST {
        return Some(Yaml::from(node.whole()));
    }
    let what = "this example does not fit, or is large";
    findings.push(ImportProblemKind::Example, node, what, "it is not taken over");
    None
}

/// Whether a value is of a type, as far as single values and lists of them go.
fn fits(types: &Types<'_>, ty: &Ty, value: &Value) -> bool {
    match ty {
        Ty::Word("string") => value.is_string(),
        Ty::Word("integer") => value.as_i64().is_some(),
        Ty::Word("number") => value.is_number(),
        Ty::Word("boolean") => value.is_boolean(),
        Ty::Word("date") => value.as_str().is_some_and(is_date),
        Ty::Word("datetime") => value.as_str().is_some_and(is_moment),
        Ty::Word(_) | Ty::Bytes | Ty::Map(_) => false,
        Ty::List(item) => {
            let items = value.as_array();
            items.is_some_and(|items| items.iter().all(|value| fits(types, item, value)))
        }
        Ty::Named(at) => match types.get(*at).map(|def| &def.kind) {
            Some(Kind::Enum(values)) => {
                values.iter().any(|known| value.as_str() == Some(&known.value))
            }
            _ => false,
        },
    }
}

/// Whether a text is a day: `2024-02-29`.
fn is_date(text: &str) -> bool {
    let within = |range, most| {
        let number = text.get(range).and_then(|number: &str| number.parse().ok());
        number.is_some_and(|number: u8| (1..=most).contains(&number))
    };
    digits_like(text, "0000-00-00") && within(5..7, 12) && within(8..10, 31)
}

/// Whether a text is a moment as RFC 3339 writes it.
fn is_moment(text: &str) -> bool {
    let (Some(date), Some(time)) = (text.get(..10), text.get(10..19)) else { return false };
    is_date(date) && digits_like(time, "T00:00:00")
}

/// Whether a text is the pattern with any digits for its zeros.
fn digits_like(text: &str, pattern: &str) -> bool {
    let alike =
        |(byte, like): (u8, u8)| if like == b'0' { byte.is_ascii_digit() } else { byte == like };
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(alike)
}
