//! What the files of a description are to it.

use crate::problem::Code;
use crate::problem::codes::reading;

/// What a file is to the description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The first file of a description, or of one that is extended.
    Api,
    /// A file under `include`.
    Resource,
    /// A file under `overlays`, or one that was given beside the description.
    Overlay,
}

impl Role {
    /// What a file of this role is called where it is named by another.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Api => "extended description",
            Self::Resource => "included file",
            Self::Overlay => "overlay",
        }
    }

    /// The code of a file that does not exist.
    pub(super) fn not_found(self) -> Code {
        match self {
            Self::Api => reading::EXTENDS_NOT_FOUND,
            Self::Resource => reading::INCLUDE_NOT_FOUND,
            Self::Overlay => reading::OVERLAY_NOT_FOUND,
        }
    }

    /// The code of a path that may lead out of the description.
    pub(super) fn outside(self) -> Code {
        match self {
            Self::Api => reading::EXTENDS_OUTSIDE,
            Self::Resource => reading::INCLUDE_OUTSIDE,
            Self::Overlay => reading::OVERLAY_OUTSIDE,
        }
    }

    /// The code of a file that is named twice.
    pub(super) fn repeated(self) -> Code {
        match self {
            Self::Api => reading::EXTENDS_ITSELF,
            Self::Resource => reading::INCLUDE_REPEATED,
            Self::Overlay => reading::OVERLAY_REPEATED,
        }
    }
}
