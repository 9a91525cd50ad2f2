//! What resources are called: after the last fixed words of their path, and more of them where
//! another resource has that name.

use std::collections::BTreeMap;

use super::super::name::{Taken, singular, snake};
use super::Known;
use super::draft::ResourceDraft;
use super::path::Path;

/// Names the resources that were called something before.
pub(in super::super) fn known(
    resources: &mut [ResourceDraft<'_>],
    taken: &mut Taken,
    known: &Known,
) {
    for resource in resources {
        let Some((plural, singular)) = known.get(&resource.shape) else { continue };
        let id = format!("{singular}_id");
        if taken.is_free(plural) && taken.is_free(singular) && taken.is_free(&id) {
            for name in [plural, singular, &id] {
                taken.take(name);
            }
            resource.name.clone_from(plural);
            resource.singular.clone_from(singular);
            resource.is_named = true;
        }
    }
}

/// Names all others. Shallow paths come first, so that they have short names.
pub(in super::super) fn others(
    resources: &mut [ResourceDraft<'_>],
    taken: &mut Taken,
    objects: &BTreeMap<usize, String>,
) {
    let mut others: Vec<_> = resources.iter_mut().filter(|it| !it.is_named).collect();
    others.sort_by_key(|resource| resource.shape.matches('/').count());
    for resource in others {
        let plural = taken.claim(resource.candidates.iter().cloned());
        let object = resource.object.and_then(|ty| objects.get(&ty)).cloned();
        let other = if resource.is_singleton { "info" } else { "item" };
        let mut wanted: Vec<_> = object.into_iter().chain([single(&plural)]).collect();
        wanted.push(format!("{plural}_{other}"));
        let is_free = |name: &&String| taken.is_free(name) && taken.is_free(&format!("{name}_id"));
        let singular = wanted.iter().find(is_free).cloned();
        let singular = singular.unwrap_or_else(|| numbered(taken, &plural));
        taken.take(&singular);
        taken.take(&format!("{singular}_id"));
        (resource.name, resource.singular) = (plural, singular);
    }
}

/// One of several: of `ticket_messages`, `ticket_message`.
pub(super) fn single(plural: &str) -> String {
    match plural.rsplit_once('_') {
        Some((before, last)) => format!("{before}_{}", singular(last)),
        None => singular(plural),
    }
}

fn numbered(taken: &Taken, plural: &str) -> String {
    let mut number: u32 = 2;
    loop {
        let name = format!("{plural}_object_{number}");
        if taken.is_free(&name) && taken.is_free(&format!("{name}_id")) {
            return name;
        }
        number += 1;
    }
}

/// The last fixed words, then more of them: `comments`, `issue_comments`, `repo_issue_comments`.
pub(super) fn candidates(path: &Path) -> Vec<String> {
    let mut words = path.fixed();
    let mut name = snake(&words.pop().unwrap_or_default());
    let mut names = vec![name.clone()];
    for word in words.into_iter().rev() {
        let longer = snake(&format!("{}_{name}", singular(&word)));
        if longer != name && !longer.is_empty() {
            names.push(longer.clone());
            name = longer;
        }
    }
    names.retain(|name| !name.is_empty());
    names.push("root".to_owned());
    names
}
