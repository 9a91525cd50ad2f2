//! What holds for the whole API.

use deskpro_spec::Place;
use deskpro_spec::api::{Api, Quirk};
use deskpro_spec::document::{Document, Entries, Text};

use super::Comparison;
use super::named::{Places, Rules, Texts};
use super::words::{Words, became};
use crate::diff::change::WireClass::{Additive, Breaking, Tolerated, Unseen};
use crate::diff::part::Part;
use crate::diff::rule::api as rule;

impl Comparison<'_> {
    pub(super) fn api(&mut self) {
        self.texts();
        self.date_pinning();
        self.query_in_body();
        self.headers();
        self.auth();
        self.batch();
        self.verbs();
        self.quirks();
    }

    /// Where something stands in both documents.
    fn at(&self, place: impl Fn(&Document) -> Option<Place>) -> Places {
        [place(&self.old.document), place(&self.new.document)]
    }

    fn texts(&mut self) {
        let (old, new) = (&self.old.api, &self.new.api);
        let at = |key: fn(&Document) -> Option<&Text>| self.at(|it| key(it).map(|text| text.place));
        let docs = (&rule::DOCS_CHANGED, Unseen);
        let rows = [
            (
                "name",
                &old.name,
                &new.name,
                (&rule::NAME_CHANGED, Unseen),
                at(|it| it.name.as_ref()),
            ),
            ("title", &old.title, &new.title, docs, at(|it| it.title.as_ref())),
            ("docs", &old.docs, &new.docs, docs, at(|it| it.docs.as_ref())),
            (
                "base_path",
                &old.base_path,
                &new.base_path,
                (&rule::BASE_PATH_CHANGED, Breaking),
                at(|it| it.base_path.as_ref()),
            ),
        ];
        for (key, was, is, rule, places) in rows {
            if was != is {
                self.whole(rule, key, format!("`{key}` differs: {}", became(was, is)), places);
            }
        }
    }

    fn date_pinning(&mut self) {
        let places = self.at(|it| it.date_pinned.as_ref().map(|it| it.place));
        let (rule, message) = match (self.old.api.date_pinned, self.new.api.date_pinned) {
            (false, true) => {
                ((&rule::DATE_PINNING_ADDED, Additive), "a date may stand in addresses")
            }
            (true, false) => {
                ((&rule::DATE_PINNING_REMOVED, Breaking), "a date may no longer stand in addresses")
            }
            _ => return,
        };
        self.whole(rule, "date_pinned", message.to_owned(), places);
    }

    fn query_in_body(&mut self) {
        let places = self.at(|it| it.query_in_body.as_ref().map(|it| it.place));
        let rules = Rules {
            added: (&rule::QUERY_IN_BODY_ADDED, Additive),
            removed: (&rule::QUERY_IN_BODY_REMOVED, Breaking),
            changed: (&rule::QUERY_IN_BODY_CHANGED, Breaking),
        };
        let values = (self.old.api.query_in_body.as_deref(), self.new.api.query_in_body.as_deref());
        self.one(&rules, ("query_in_body", "the header of queries in bodies"), values, places);
    }

    fn headers(&mut self) {
        fn of(api: &Api) -> Texts<'_> {
            api.headers.iter().map(|it| (&*it.name, it.value.clone())).collect()
        }
        let rules = Rules {
            added: (&rule::HEADER_ADDED, Breaking),
            removed: (&rule::HEADER_REMOVED, Tolerated),
            changed: (&rule::HEADER_CHANGED, Breaking),
        };
        let (old, new) = (self.old, self.new);
        self.each(&rules, ("headers", "the header"), (of(&old.api), of(&new.api)), |name| {
            [key(&old.document.headers, name), key(&new.document.headers, name)]
        });
    }

    fn auth(&mut self) {
        fn of(api: &Api) -> Texts<'_> {
            let sent = |header: &str, prefix: &str| format!("{header}: {prefix}");
            api.auth.iter().map(|it| (&*it.name, sent(&it.header, &it.prefix))).collect()
        }
        let rules = Rules {
            added: (&rule::AUTH_ADDED, Additive),
            removed: (&rule::AUTH_REMOVED, Breaking),
            changed: (&rule::AUTH_CHANGED, Breaking),
        };
        let (old, new) = (self.old, self.new);
        let places = |name: &str| [key(&old.document.auth, name), key(&new.document.auth, name)];
        self.each(&rules, ("auth", "the scheme"), (of(&old.api), of(&new.api)), places);
        for scheme in &old.api.auth {
            let Some(now) = new.api.auth.iter().find(|it| it.name == scheme.name) else { continue };
            let was = Words::new(&scheme.docs).sources(&old.api, &scheme.sources);
            let is = Words::new(&now.docs).sources(&new.api, &now.sources);
            self.words_of_whole(
                &format!("auth.{}", scheme.name),
                (&was, &is),
                places(&scheme.name),
            );
        }
    }

    /// Tells what differs in words only of what holds for the whole API.
    pub(super) fn words_of_whole(
        &mut self,
        subject: &str,
        words: (&Words<'_>, &Words<'_>),
        places: Places,
    ) {
        let [was, is] = places.map(|place| (Part::Whole, place.unwrap_or_default()));
        self.words(subject, (was, is), words);
    }

    fn batch(&mut self) {
        fn of(api: &Api) -> Option<String> {
            api.batch.as_ref().map(|it| format!("{} {}, {}", it.method, it.path, it.success))
        }
        let places = self.at(|it| it.batch.as_ref().map(|batch| batch.place));
        let rules = Rules {
            added: (&rule::BATCH_ADDED, Additive),
            removed: (&rule::BATCH_REMOVED, Breaking),
            changed: (&rule::BATCH_CHANGED, Breaking),
        };
        let (old, new) = (&self.old.api, &self.new.api);
        let (was, is) = (of(old), of(new));
        self.one(&rules, ("batch", "the batch"), (was.as_deref(), is.as_deref()), places);
        if let (Some(was), Some(is)) = (&old.batch, &new.batch) {
            let was = Words::new(&was.docs).sources(old, &was.sources);
            let is = Words::new(&is.docs).sources(new, &is.sources);
            self.words_of_whole("batch", (&was, &is), places);
        }
    }

    fn verbs(&mut self) {
        fn of(api: &Api) -> Texts<'_> {
            api.verbs.iter().map(|it| (&*it.name, String::new())).collect()
        }
        let rules = Rules {
            added: (&rule::VERB_ADDED, Unseen),
            removed: (&rule::VERB_REMOVED, Unseen),
            changed: (&rule::DOCS_CHANGED, Unseen),
        };
        let (old, new) = (self.old, self.new);
        let place =
            |api: &Api, name: &str| api.verbs.iter().find(|it| it.name == name).map(|it| it.place);
        let places = |name: &str| [place(&old.api, name), place(&new.api, name)];
        self.each(&rules, ("verbs", "the verb"), (of(&old.api), of(&new.api)), places);
        for verb in &old.api.verbs {
            let Some(now) = new.api.verbs.iter().find(|it| it.name == verb.name) else { continue };
            let was = Words::new(&verb.docs).sources(&old.api, &verb.sources);
            let is = Words::new(&now.docs).sources(&new.api, &now.sources);
            self.words_of_whole(&format!("verbs.{}", verb.name), (&was, &is), places(&verb.name));
        }
    }

    fn quirks(&mut self) {
        fn of(api: &Api) -> Texts<'_> {
            let text = |it: &Quirk| format!("{}: {}", it.says.join("; "), it.decision);
            api.quirks.iter().map(|it| (&*it.name, text(it))).collect()
        }
        let rule = (&rule::QUIRK_CHANGED, Unseen);
        let rules = Rules { added: rule, removed: rule, changed: rule };
        let (old, new) = (self.old, self.new);
        let place =
            |api: &Api, name: &str| api.quirks.iter().find(|it| it.name == name).map(|it| it.place);
        let places = |name: &str| [place(&old.api, name), place(&new.api, name)];
        self.each(&rules, ("quirks", "the quirk"), (of(&old.api), of(&new.api)), places);
    }
}

/// Where the key of an entry stands.
fn key<T>(entries: &Entries<T>, name: &str) -> Option<Place> {
    entries.iter().find(|(key, _)| key.value == name).map(|(key, _)| key.place)
}
