//! The description that a resource is added to, as it is written.

use std::sync::{Arc, Mutex, PoisonError};

use deskpro_spec::document::Document;
use deskpro_spec::{Sources, parse};

/// The texts of the files that were parsed last, and what is in them.
static LAST: Mutex<Option<(Vec<String>, Arc<Document>)>> = Mutex::new(None);

/// The files of a checked description as one document. Parsing takes longer than all else that the
/// attribute does, so what was parsed is kept for the next struct.
pub(super) fn document(sources: &Sources) -> Arc<Document> {
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, document)) = last.as_ref().filter(|(texts, _)| is_of(sources, texts)) {
        return Arc::clone(document);
    }
    let document = Arc::new(parse(sources).0);
    *last = Some((texts(sources).map(str::to_owned).collect(), Arc::clone(&document)));
    document
}

fn is_of(sources: &Sources, texts: &[String]) -> bool {
    self::texts(sources).eq(texts.iter().map(String::as_str))
}

fn texts(sources: &Sources) -> impl Iterator<Item = &str> {
    (0..sources.len()).filter_map(|at| u32::try_from(at).ok()).map(|at| sources.text(at))
}
