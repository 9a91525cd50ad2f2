//! Progenitor's client of an OpenAPI document.

use std::error::Error;
use std::str::FromStr;

use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TagStyle};

/// How operations are called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Style {
    /// With a request builder per operation: what progenitor recommends.
    #[default]
    Builder,
    /// With a method per operation that takes everything as arguments: what it does unless told
    /// otherwise.
    Positional,
}

impl FromStr for Style {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "builder" => Ok(Self::Builder),
            "positional" => Ok(Self::Positional),
            _ => Err(format!("`{text}` is no style; there are `builder` and `positional`")),
        }
    }
}

/// The client as one formatted file, in the builder style and with all operations on one type.
///
/// # Errors
///
/// When progenitor does not know what to make of the document.
pub fn client(document: &openapiv3::OpenAPI) -> Result<String, Box<dyn Error>> {
    client_in(Style::Builder, document)
}

/// The same in any style.
///
/// # Errors
///
/// When progenitor does not know what to make of the document.
pub fn client_in(style: Style, document: &openapiv3::OpenAPI) -> Result<String, Box<dyn Error>> {
    let mut settings = GenerationSettings::new();
    settings.with_tag(TagStyle::Merged).with_interface(match style {
        Style::Builder => InterfaceStyle::Builder,
        Style::Positional => InterfaceStyle::Positional,
    });
    let tokens = Generator::new(&settings).generate_tokens(document)?;
    Ok(prettyplease::unparse(&syn::parse2(tokens)?))
}
