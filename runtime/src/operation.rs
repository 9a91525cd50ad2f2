//! What generated code states about an operation.

use std::fmt;

use http::StatusCode;

/// An operation of an API: the facts that a request of it needs.
///
/// Generated code holds one `static` of this type per operation.
///
/// # Examples
///
/// ```
/// use deskpro_runtime::{Method, Operation};
///
/// static GET: Operation = Operation {
///     name: "tickets.get",
///     method: Method::Get,
///     path: "/tickets/{id}",
///     negotiable: false,
///     repeatable: true,
///     success: &[200],
/// };
/// assert_eq!(GET.to_string(), "tickets.get");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operation {
    /// The resource's name and the operation's, such as `tickets.list`.
    pub name: &'static str,
    /// The HTTP method that the description gives.
    pub method: Method,
    /// The template of the path below the base path, such as `/tickets/{id}`.
    pub path: &'static str,
    /// Whether a helpdesk may want `PUT` for `POST` and the other way round.
    pub negotiable: bool,
    /// Whether doing it twice does no more than doing it once.
    pub repeatable: bool,
    /// The statuses that mean success.
    pub success: &'static [u16],
}

impl Operation {
    /// Whether a status means success.
    pub(crate) fn is_success(&self, status: StatusCode) -> bool {
        status.is_success() || self.success.contains(&status.as_u16())
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// The HTTP methods that an API uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// `GET`
    Get,
    /// `PUT`
    Put,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
    /// `PATCH`
    Patch,
    /// `HEAD`
    Head,
    /// `OPTIONS`
    Options,
}

impl Method {
    /// The method as HTTP spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Patch => "PATCH",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
        }
    }

    /// `PUT` for `POST` and the other way round; the others have no counterpart.
    pub const fn swapped(self) -> Self {
        match self {
            Self::Put => Self::Post,
            Self::Post => Self::Put,
            other => other,
        }
    }

    /// Whether a request of this method carries JSON even where there is nothing to say.
    pub(crate) const fn has_body(self) -> bool {
        matches!(self, Self::Put | Self::Post)
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Method> for http::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Get => Self::GET,
            Method::Put => Self::PUT,
            Method::Post => Self::POST,
            Method::Delete => Self::DELETE,
            Method::Patch => Self::PATCH,
            Method::Head => Self::HEAD,
            Method::Options => Self::OPTIONS,
        }
    }
}
