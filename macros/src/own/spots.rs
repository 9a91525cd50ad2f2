//! Where the parts of a lowered resource come from: places of a file that does not exist, each line
//! of which stands for tokens of the user's.

use deskpro_spec::Place;
use deskpro_spec::document::{Located, Text};
use proc_macro2::TokenStream;
use quote::ToTokens;

/// The number of that file, which no description reaches.
const FILE: u32 = u32::MAX;

/// The tokens that places stand for.
#[derive(Default)]
pub(super) struct Spots(Vec<TokenStream>);

impl Spots {
    /// The place that stands for these tokens.
    pub(super) fn place(&mut self, at: impl ToTokens) -> Place {
        self.0.push(at.into_token_stream());
        let line = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        Place { file: FILE, start: 0, end: 0, line, column: 1 }
    }

    /// A text that these tokens stand for.
    pub(super) fn text(&mut self, value: impl Into<String>, at: impl ToTokens) -> Text {
        Located { value: value.into(), place: self.place(at) }
    }

    /// The tokens of a place; `None` for places of the description.
    pub(super) fn tokens(&self, place: Place) -> Option<&TokenStream> {
        let line = usize::try_from(place.line).ok()?.checked_sub(1)?;
        self.0.get(line).filter(|_| is_here(place))
    }
}

/// Whether a place is in the file that does not exist.
pub(super) fn is_here(place: Place) -> bool {
    place.file == FILE
}
