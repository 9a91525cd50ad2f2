//! Progenitor's client of an OpenAPI document, in its builder style.

use std::error::Error;

use progenitor_impl::{GenerationSettings, Generator, InterfaceStyle, TagStyle};

/// The client as one formatted file, with a request builder per operation and all operations on one
/// type: what progenitor recommends.
///
/// # Errors
///
/// When progenitor does not know what to make of the document.
pub fn client(document: &openapiv3::OpenAPI) -> Result<String, Box<dyn Error>> {
    let mut settings = GenerationSettings::new();
    settings.with_interface(InterfaceStyle::Builder).with_tag(TagStyle::Merged);
    let tokens = Generator::new(&settings).generate_tokens(document)?;
    Ok(prettyplease::unparse(&syn::parse2(tokens)?))
}
