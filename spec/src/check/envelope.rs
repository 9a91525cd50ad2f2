//! What surrounds the data of a response.

use std::collections::BTreeMap;

use super::names::{Names, sorted};
use super::report::Report;
use super::words::{prose, snake_case};
use crate::api::{Envelope, Member, PageMeta};
use crate::document::{EnvelopeDoc, LinksDoc, PageMetaDoc, Text};
use crate::problem::Problem;
use crate::problem::codes::meaning::{EMPTY_TEXT, SAME_MEMBER};

/// The envelope of a description. Without one, data and what is said about it are in `data` and
/// `meta`, and nothing else is there.
pub(super) fn envelope(names: &Names<'_>, report: &mut Report) -> Envelope {
    let absent = EnvelopeDoc::default();
    let doc = names.document.envelope.as_ref().unwrap_or(&absent);
    distinct(
        report,
        [&doc.data, &doc.linked, &doc.meta]
            .into_iter()
            .flatten()
            .chain(doc.links.iter().filter_map(|links| links.name.as_ref())),
    );
    Envelope {
        data: member(report, doc.data.as_ref(), "data"),
        links: doc.links.as_ref().map(|doc| links(report, doc)),
        linked: doc.linked.as_ref().map(|name| member(report, Some(name), "linked")),
        meta: member(report, doc.meta.as_ref(), "meta"),
        pages: sorted(&doc.pages).into_iter().map(|(name, doc)| page(report, name, doc)).collect(),
    }
}

fn links(report: &mut Report, doc: &LinksDoc) -> Member {
    let entries = sorted(&doc.entries);
    Member {
        name: member(report, doc.name.as_ref(), "links"),
        entries: (entries.into_iter())
            .map(|(name, docs)| (name.value.clone(), prose(report, Some(docs))))
            .collect(),
    }
}

fn page(report: &mut Report, name: &Text, doc: &PageMetaDoc) -> PageMeta {
    snake_case(report, "shape", name);
    distinct(
        report,
        [&doc.total, &doc.count, &doc.page, &doc.per_page, &doc.total_pages].into_iter().flatten(),
    );
    let mut key = |key: &Option<Text>| {
        let key = report.required(key.as_ref());
        member(report, key, "")
    };
    PageMeta {
        name: name.value.clone(),
        total: key(&doc.total),
        page: key(&doc.page),
        per_page: key(&doc.per_page),
        total_pages: key(&doc.total_pages),
        under: doc.under.as_ref().map(|under| member(report, Some(under), "")),
        count: doc.count.as_ref().map(|count| member(report, Some(count), "")),
    }
}

/// The key of a member, or what it is when the description does not say.
fn member(report: &mut Report, name: Option<&Text>, otherwise: &str) -> String {
    let Some(name) = name else {
        return otherwise.to_owned();
    };
    if name.value.is_empty() {
        report.push(
            Problem::new(EMPTY_TEXT, name.place, "a member of the envelope without a name")
                .label("says nothing"),
        );
    }
    name.value.clone()
}

fn distinct<'d>(report: &mut Report, members: impl Iterator<Item = &'d Text>) {
    let mut seen = BTreeMap::new();
    for member in members {
        if let Some(first) = seen.insert(member.value.as_str(), member.place) {
            let message = format!("two parts of the envelope are both `{}`", member.value);
            report.push(
                Problem::new(SAME_MEMBER, member.place, message)
                    .label("the same key")
                    .related(first, "first here"),
            );
        }
    }
}
