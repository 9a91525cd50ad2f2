//! What surrounds the data of answers.

use deskpro_spec::api::{Api, PageMeta};

use super::Comparison;
use super::named::{Places, Rules, Texts};
use crate::diff::change::WireClass::{Additive, Breaking, Tolerated};
use crate::diff::rule::api as rule;
use crate::diff::side::Side;

impl Comparison<'_> {
    pub(super) fn envelope(&mut self) {
        let at = |side: &Side| side.document.envelope.as_ref().map(|it| it.place);
        let places = [at(self.old), at(self.new)];
        self.members(places);
        self.page_shapes(places);
    }

    fn members(&mut self, places: Places) {
        let rules = Rules {
            added: (&rule::ENVELOPE_MEMBER_ADDED, Additive),
            removed: (&rule::ENVELOPE_MEMBER_REMOVED, Breaking),
            changed: (&rule::ENVELOPE_CHANGED, Breaking),
        };
        let (old, new) = (&self.old.api, &self.new.api);
        let members = members(old).into_iter().zip(members(new));
        for ((name, was), (_, is)) in members {
            let (subject, noun) = (format!("envelope.{name}"), format!("the member for `{name}`"));
            self.one(&rules, (&subject, &noun), (was, is), places);
        }
        // With the member all its links come and go.
        if old.envelope.links.is_some() && new.envelope.links.is_some() {
            self.each(&rules, ("envelope.links", "the link"), (links(old), links(new)), |_| places);
        }
    }

    fn page_shapes(&mut self, places: Places) {
        let rules = Rules {
            added: (&rule::PAGE_SHAPE_ADDED, Tolerated),
            removed: (&rule::PAGE_SHAPE_REMOVED, Breaking),
            changed: (&rule::PAGE_SHAPE_CHANGED, Breaking),
        };
        let shapes = (pages(&self.old.api), pages(&self.new.api));
        self.each(&rules, ("envelope.pages", "the shape of paging"), shapes, |_| places);
    }
}

fn members(api: &Api) -> [(&'static str, Option<&str>); 4] {
    let envelope = &api.envelope;
    [
        ("data", Some(&envelope.data)),
        ("meta", Some(&envelope.meta)),
        ("links", envelope.links.as_ref().map(|links| &*links.name)),
        ("linked", envelope.linked.as_deref()),
    ]
}

fn links(api: &Api) -> Texts<'_> {
    let links = api.envelope.links.iter().flat_map(|links| &links.entries);
    links.map(|(name, _)| (name.as_str(), String::new())).collect()
}

fn pages(api: &Api) -> Texts<'_> {
    api.envelope.pages.iter().map(|it| (it.name.as_str(), keys(it))).collect()
}

/// The keys of a shape, as a message shows them.
fn keys(shape: &PageMeta) -> String {
    let keys = [
        ("under", shape.under.as_deref()),
        ("total", Some(&*shape.total)),
        ("count", shape.count.as_deref()),
        ("page", Some(&*shape.page)),
        ("per_page", Some(&*shape.per_page)),
        ("total_pages", Some(&*shape.total_pages)),
    ];
    let keys = keys.into_iter().filter_map(|(name, key)| key.map(|key| format!("{name}: {key}")));
    keys.collect::<Vec<_>>().join(", ")
}
