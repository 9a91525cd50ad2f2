//! The kinds of findings.

/// How what was seen differs from what is described.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Deviation {
    /// An object has a field that its description does not name.
    UnknownField,
    /// A text is none of the values of its enumeration.
    UnknownValue {
        /// The value, where it looks like a name that the API gives.
        value: Option<String>,
    },
    /// There is nothing where the description has no null.
    UnexpectedNull,
    /// A value is of another kind than described, so that the answer could not be read.
    WrongKind,
    /// A request was refused with a status that is not described for its operation.
    UnknownStatus {
        /// The HTTP status.
        status: u16,
    },
    /// A request was refused with a code that is not described for its operation and status.
    UnknownCode {
        /// The HTTP status.
        status: u16,
        /// The code, where it looks like a name that the API gives.
        code: Option<String>,
    },
    /// The tree of validation errors has a code that is not described.
    UnknownValidationCode {
        /// The code, where it looks like a name that the API gives.
        code: Option<String>,
    },
}

impl Deviation {
    /// The word for it in a report.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::UnknownField => "unknown_field",
            Self::UnknownValue { .. } => "unknown_value",
            Self::UnexpectedNull => "unexpected_null",
            Self::WrongKind => "wrong_kind",
            Self::UnknownStatus { .. } => "unknown_status",
            Self::UnknownCode { .. } => "unknown_code",
            Self::UnknownValidationCode { .. } => "unknown_validation_code",
        }
    }

    /// The one of this name, with the parts that it has.
    pub(super) fn named(word: &str, parts: Parts) -> Option<Self> {
        let Parts { value, code, status } = parts;
        Some(match word {
            "unknown_field" => Self::UnknownField,
            "unknown_value" => Self::UnknownValue { value },
            "unexpected_null" => Self::UnexpectedNull,
            "wrong_kind" => Self::WrongKind,
            "unknown_status" => Self::UnknownStatus { status },
            "unknown_code" => Self::UnknownCode { status, code },
            "unknown_validation_code" => Self::UnknownValidationCode { code },
            _ => return None,
        })
    }

    /// What it has besides its name.
    pub(super) fn parts(&self) -> Parts {
        match self.clone() {
            Self::UnknownField | Self::UnexpectedNull | Self::WrongKind => Parts::default(),
            Self::UnknownValue { value } => Parts { value, ..Parts::default() },
            Self::UnknownStatus { status } => Parts { status, ..Parts::default() },
            Self::UnknownCode { status, code } => Parts { status, code, value: None },
            Self::UnknownValidationCode { code } => Parts { code, ..Parts::default() },
        }
    }

    /// The same without the name that it gives.
    pub(super) fn nameless(self) -> Self {
        match self {
            Self::UnknownValue { .. } => Self::UnknownValue { value: None },
            Self::UnknownCode { status, .. } => Self::UnknownCode { status, code: None },
            Self::UnknownValidationCode { .. } => Self::UnknownValidationCode { code: None },
            other => other,
        }
    }
}

/// What a deviation may have besides its name.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) value: Option<String>,
    pub(super) code: Option<String>,
    /// 0 for none.
    pub(super) status: u16,
}
