//! What can be said of a body before it is sent.

use super::{Content, RequestBody};

/// What of a body is in memory, and where there is more.
pub(crate) struct Outline {
    /// What is in memory, one after the other.
    pub(crate) bytes: Vec<u8>,
    /// What is read when it is sent.
    pub(crate) gaps: Vec<Gap>,
}

/// Bytes that are not in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Gap {
    /// How many of the bytes in memory come before.
    pub(crate) at: usize,
    pub(crate) length: u64,
}

impl RequestBody {
    /// What is known of it; nothing is read.
    pub(crate) fn outline(&self) -> Outline {
        let mut outline = Outline { bytes: Vec::new(), gaps: Vec::new() };
        match &self.0 {
            Content::Whole(bytes) => outline.bytes.extend_from_slice(bytes),
            Content::Parts(parts) => {
                for part in parts {
                    match part.as_bytes() {
                        Some(bytes) => outline.bytes.extend_from_slice(bytes),
                        None => {
                            let at = outline.bytes.len();
                            outline.gaps.push(Gap { at, length: part.len() });
                        }
                    }
                }
            }
        }
        outline
    }
}
