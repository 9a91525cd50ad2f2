//! Why requests are refused.

use deskpro_runtime::{Decode, Encode, Holds, Invalid, JsonReader, Refused, Writer, kind};

/// Everything that the helpdesk said when it refused a request.
pub type Refusal = deskpro_runtime::Refusal<ValidationCode>;

/// Why a request was refused: the refusals of the set `reading`.
#[derive(Debug, Clone)]
pub enum ReadingError {
    /// Your key may not do this.
    ///
    /// 401 `no_permission`.
    NoPermission(Box<Refusal>),
    /// You are not authenticated.
    ///
    /// 401 with any code that is not listed.
    OtherUnauthorized(Box<Refusal>),
    /// It was there once.
    ///
    /// 404 `gone`.
    Gone(Box<Refusal>),
    /// There is no such thing.
    ///
    /// 404 with any code that is not listed.
    OtherNotFound(Box<Refusal>),
}

impl Refused for ReadingError {
    type Code = ValidationCode;

    #[inline]
    fn sort(refusal: Box<Refusal>) -> Result<Self, Box<Refusal>> {
        Ok(
            match (refusal.status(), refusal.code()) {
                (401, "no_permission") => Self::NoPermission(refusal),
                (401, _) => Self::OtherUnauthorized(refusal),
                (404, "gone") => Self::Gone(refusal),
                (404, "missing") => Self::Gone(refusal),
                (404, code) if deskpro_runtime::matches("#* Not Found", code) => {
                    Self::Gone(refusal)
                }
                (404, _) => Self::OtherNotFound(refusal),
                _ => return Err(refusal),
            },
        )
    }

    #[inline]
    fn refusal(&self) -> &Refusal {
        match self {
            Self::NoPermission(refusal)
            | Self::OtherUnauthorized(refusal)
            | Self::Gone(refusal)
            | Self::OtherNotFound(refusal) => refusal,
        }
    }
}

impl std::fmt::Display for ReadingError {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.refusal().fmt(f)
    }
}

impl std::error::Error for ReadingError {}

/// What is wrong with one input, in the error tree of a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValidationCode {
    /// A value is missing.
    ///
    /// `required` in the JSON.
    Required,
    /// A value that this crate does not know; its text is kept.
    Unknown(String),
}

impl ValidationCode {
    /// The value as the API spells it.
    #[inline]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Required => "required",
            Self::Unknown(text) => text,
        }
    }
}

impl From<&str> for ValidationCode {
    #[inline]
    fn from(text: &str) -> Self {
        match text {
            "required" => Self::Required,
            _ => Self::Unknown(text.to_owned()),
        }
    }
}

impl Default for ValidationCode {
    #[inline]
    fn default() -> Self {
        Self::Unknown(String::new())
    }
}

impl std::fmt::Display for ValidationCode {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Decode for ValidationCode {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.listed(self)
    }
}

impl Encode for ValidationCode {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        json.string(self.as_str());
    }
}

impl Holds<kind::Enum<Self>> for ValidationCode {}

deskpro_runtime::serde!(ValidationCode);
