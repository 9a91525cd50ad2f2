//! A finding, for people and as JSON.

use std::{collections::BTreeSet, fmt};

use jiff::Timestamp;

use super::{
    deviation::{Deviation, Parts},
    shape::Shape,
};
use crate::{Decode, Encode, Invalid, JsonReader, Writer, shown::Shown};

/// One thing that differs from the description, however often it was seen.
///
/// Its text is a line for people.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The operation: `tickets.list`.
    pub operation: String,
    /// Where in the answer, with `[]` for places in lists and `*` for keys of maps and for names that
    /// may be data: `data[].fields.*.value`. Empty for the whole.
    pub path: String,
    /// How it differs.
    pub deviation: Deviation,
    /// What stood there; nothing for codes and statuses.
    pub seen: BTreeSet<Shape>,
    /// How often it was seen.
    pub count: u64,
    /// When it was seen first, to the second; unknown where there is no clock.
    pub first: Option<Timestamp>,
    /// When it was seen last.
    pub last: Option<Timestamp>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", Shown(&self.operation))?;
        if !self.path.is_empty() {
            write!(f, "{} ", Shown(&self.path))?;
        }
        let name = |name: &Option<String>| match name {
            Some(name) => format!("`{}`", Shown(name)),
            None => "something that looks like no name".to_owned(),
        };
        match &self.deviation {
            Deviation::UnknownField => f.write_str("is not described")?,
            Deviation::UnknownValue { value } => {
                write!(f, "has the value {}, which is not described", name(value))?;
            }
            Deviation::UnexpectedNull => f.write_str("is null, which is not described")?,
            Deviation::WrongKind => f.write_str("is of another kind than described")?,
            Deviation::UnknownStatus { status } => {
                write!(f, "was refused with {status}, which is not described")?;
            }
            Deviation::UnknownCode { status, code } => {
                write!(f, "was refused with {status} and {}, which is not described", name(code))?;
            }
            Deviation::UnknownValidationCode { code } => {
                write!(f, "was refused for {}, which is not described", name(code))?;
            }
        }
        let mut gap = ": ";
        for shape in &self.seen {
            write!(f, "{gap}{}", shape.as_str())?;
            gap = ", ";
        }
        match self.count {
            1 => f.write_str(" (once)"),
            count => write!(f, " ({count} times)"),
        }
    }
}

impl Encode for Finding {
    fn encode(&self, json: &mut Writer) {
        let Parts { value, code, status } = self.deviation.parts();
        let status = Some(u32::from(status)).filter(|status| *status != 0);
        let path = Some(&self.path).filter(|path| !path.is_empty());
        let words: Vec<&str> = self.seen.iter().map(|shape| shape.as_str()).collect();
        let words = Some(words).filter(|words| !words.is_empty());
        let [first, last] = [self.first, self.last].map(|moment| moment.map(|it| it.to_string()));
        json.object(&[
            ("kind", &self.deviation.as_str()),
            ("operation", &self.operation),
            ("path", &path),
            ("value", &value),
            ("status", &status),
            ("code", &code),
            ("seen", &words),
            ("count", &self.count),
            ("first", &first),
            ("last", &last),
        ]);
    }
}

/// Finds that are not known to this version, and words that are not, are faults.
impl Decode for Finding {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        *self = Self::default();
        let start = json.clone();
        let (mut kind, mut parts, mut status) = (String::new(), Parts::default(), 0_u32);
        let (mut words, mut first, mut last) =
            (Vec::<String>::new(), None::<String>, None::<String>);
        json.object(&mut [
            ("kind", &mut kind),
            ("operation", &mut self.operation),
            ("path", &mut self.path),
            ("value", &mut parts.value),
            ("status", &mut status),
            ("code", &mut parts.code),
            ("seen", &mut words),
            ("count", &mut self.count),
            ("first", &mut first),
            ("last", &mut last),
        ])?;
        let moment = |text: Option<String>| text.map(|text| text.parse()).transpose().ok();
        let shapes = words.iter().map(|word| Shape::named(word)).collect::<Option<_>>();
        parts.status = u16::try_from(status).unwrap_or_default();
        let fault = || start.unexpected("a finding");
        self.deviation = Deviation::named(&kind, parts).ok_or_else(fault)?;
        self.seen = shapes.ok_or_else(fault)?;
        self.first = moment(first).ok_or_else(fault)?;
        self.last = moment(last).ok_or_else(fault)?;
        Ok(())
    }
}

/// What is filled when a finding is read.
impl Default for Finding {
    fn default() -> Self {
        Self {
            operation: String::new(),
            path: String::new(),
            deviation: Deviation::UnknownField,
            seen: BTreeSet::new(),
            count: 0,
            first: None,
            last: None,
        }
    }
}

crate::serde!(Finding);
