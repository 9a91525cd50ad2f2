//! The kinds of failure.

/// What goes wrong.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// Nothing: the answer is late, or has another status.
    Right,
    Code(String),
    Status,
    HtmlPage,
    EmptyBody,
    CutOff,
    Malformed,
    WrongType,
    UnknownField,
    HugeBody(usize),
    Truncated,
    Stalled,
    Reset,
}

impl Kind {
    /// The kinds that are said by their name alone.
    pub(super) const NAMED: [(&'static str, Self); 10] = [
        ("slow", Self::Right),
        ("html_page", Self::HtmlPage),
        ("empty_body", Self::EmptyBody),
        ("cut_off", Self::CutOff),
        ("malformed", Self::Malformed),
        ("wrong_type", Self::WrongType),
        ("unknown_field", Self::UnknownField),
        ("truncated", Self::Truncated),
        ("stalled", Self::Stalled),
        ("reset", Self::Reset),
    ];
}
