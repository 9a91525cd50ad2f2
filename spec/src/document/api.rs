//! The parts of a description that hold for the whole API.

use super::reader::Reader;
use super::{Document, Entries, Located, ParameterDoc, ResourceDoc, Text, TypeDoc};
use crate::Sources;
use crate::problem::Place;

/// An entry of `families`.
#[derive(Debug, Clone, Default)]
pub struct FamilyDoc {
    /// `docs`
    pub docs: Option<Text>,
    /// `default`
    pub default: Option<Located<bool>>,
}

/// `batch`
#[derive(Debug, Clone, Default)]
pub struct BatchDoc {
    /// Where it stands.
    pub place: Place,
    /// `path`
    pub path: Option<Text>,
    /// `method`
    pub method: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
    /// `success`
    pub success: Option<Located<i64>>,
    /// `errors`: the name of a set
    pub errors: Option<Text>,
    /// `source`
    pub source: Vec<Text>,
}

/// An entry of `auth`.
#[derive(Debug, Clone, Default)]
pub struct AuthDoc {
    /// `header`
    pub header: Option<Text>,
    /// `prefix`
    pub prefix: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
    /// `source`
    pub source: Vec<Text>,
}

/// An entry of `verbs`.
#[derive(Debug, Clone, Default)]
pub struct VerbDoc {
    /// Where the entry stands.
    pub place: Place,
    /// `meaning`
    pub meaning: Option<Text>,
    /// `on`
    pub on: Option<Text>,
    /// `negotiable`
    pub negotiable: Option<Located<bool>>,
    /// `success`: status to shape
    pub success: Vec<(Located<i64>, Text)>,
    /// `location`
    pub location: Option<Located<bool>>,
    /// `follow_location`
    pub follow_location: Option<Located<bool>>,
    /// `repeat`
    pub repeat: Option<Text>,
    /// `query`: names of shared parameters
    pub query: Vec<Text>,
    /// `errors`: the name of a set
    pub errors: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
    /// `source`
    pub source: Vec<Text>,
}

/// An entry of `statuses`.
#[derive(Debug, Clone, Default)]
pub struct StatusDoc {
    /// `name`
    pub name: Option<Text>,
    /// `docs`
    pub docs: Option<Text>,
    /// `retry`
    pub retry: Option<Text>,
    /// `source`
    pub source: Vec<Text>,
}

/// An entry of `error_codes`.
#[derive(Debug, Clone, Default)]
pub struct ErrorCodeDoc {
    /// `status`
    pub status: Option<Located<i64>>,
    /// `also`
    pub also: Vec<Text>,
    /// `docs`
    pub docs: Option<Text>,
    /// `message`
    pub message: Option<Text>,
    /// `retry`
    pub retry: Option<Text>,
    /// `source`
    pub source: Vec<Text>,
}

/// An entry of `validation_codes`.
#[derive(Debug, Clone, Default)]
pub struct ValidationCodeDoc {
    /// `docs`
    pub docs: Option<Text>,
    /// `message`
    pub message: Option<Text>,
    /// `source`
    pub source: Vec<Text>,
}

/// `envelope`
#[derive(Debug, Clone, Default)]
pub struct EnvelopeDoc {
    /// Where it stands.
    pub place: Place,
    /// `data`
    pub data: Option<Text>,
    /// `links`
    pub links: Option<LinksDoc>,
    /// `linked`
    pub linked: Option<Text>,
    /// `meta`
    pub meta: Option<Text>,
    /// `pages`
    pub pages: Entries<PageMetaDoc>,
}

/// `envelope.links`
#[derive(Debug, Clone, Default)]
pub struct LinksDoc {
    /// `name`
    pub name: Option<Text>,
    /// `entries`
    pub entries: Entries<Text>,
}

/// An entry of `envelope.pages`.
#[derive(Debug, Clone, Default)]
pub struct PageMetaDoc {
    /// `under`
    pub under: Option<Text>,
    /// `total`
    pub total: Option<Text>,
    /// `count`
    pub count: Option<Text>,
    /// `page`
    pub page: Option<Text>,
    /// `per_page`
    pub per_page: Option<Text>,
    /// `total_pages`
    pub total_pages: Option<Text>,
}

/// An entry of `quirks`.
#[derive(Debug, Clone, Default)]
pub struct QuirkDoc {
    /// `number`
    pub number: Option<Located<i64>>,
    /// `says`
    pub says: Vec<Text>,
    /// `decision`
    pub decision: Option<Text>,
    /// `excuses`
    pub excuses: Vec<Text>,
    /// `source`
    pub source: Vec<Text>,
}

impl Document {
    /// Reads a whole description.
    pub(super) fn read(reader: Reader<'_>, sources: &Sources) -> Self {
        let resources = reader.parts("resources", |resource| {
            ResourceDoc::read(resource, sources.changed_in(resource.place.file))
        });
        Self {
            place: reader.place,
            is_broken: false,
            format: reader.integer("format"),
            name: reader.text("name"),
            title: reader.text("title"),
            docs: reader.text("docs"),
            base_path: reader.text("base_path"),
            date_pinned: reader.boolean("date_pinned"),
            sources: reader.text_entries("sources"),
            methods: reader.text_entries("methods"),
            headers: reader.text_entries("headers"),
            query_in_body: reader.text("query_in_body"),
            families: reader.entries("families", FamilyDoc::read),
            batch: reader.part("batch", BatchDoc::read),
            auth: reader.entries("auth", AuthDoc::read),
            verbs: reader.entries("verbs", VerbDoc::read),
            statuses: reader.status_entries("statuses", StatusDoc::read),
            error_codes: reader.entries("error_codes", ErrorCodeDoc::read),
            error_sets: reader.list_entries("error_sets"),
            validation_codes: reader.entries("validation_codes", ValidationCodeDoc::read),
            parameters: reader.entries("parameters", ParameterDoc::read),
            envelope: reader.part("envelope", EnvelopeDoc::read),
            types: reader.entries("types", TypeDoc::read),
            quirks: reader.entries("quirks", QuirkDoc::read),
            resources,
        }
    }
}

impl FamilyDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self { docs: reader.text("docs"), default: reader.boolean("default") }
    }
}

impl BatchDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self {
            place: reader.place,
            path: reader.text("path"),
            method: reader.text("method"),
            docs: reader.text("docs"),
            success: reader.integer("success"),
            errors: reader.text("errors"),
            source: reader.texts("source"),
        }
    }
}

impl AuthDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self {
            header: reader.text("header"),
            prefix: reader.text("prefix"),
            docs: reader.text("docs"),
            source: reader.texts("source"),
        }
    }
}

impl VerbDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self {
            place: reader.place,
            meaning: reader.text("meaning"),
            on: reader.text("on"),
            negotiable: reader.boolean("negotiable"),
            success: reader.status_texts("success"),
            location: reader.boolean("location"),
            follow_location: reader.boolean("follow_location"),
            repeat: reader.text("repeat"),
            query: reader.texts("query"),
            errors: reader.text("errors"),
            docs: reader.text("docs"),
            source: reader.texts("source"),
        }
    }
}

impl StatusDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self {
            name: reader.text("name"),
            docs: reader.text("docs"),
            retry: reader.text("retry"),
            source: reader.texts("source"),
        }
    }
}

impl ErrorCodeDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self {
            status: reader.integer("status"),
            also: reader.texts("also"),
            docs: reader.text("docs"),
            message: reader.text("message"),
            retry: reader.text("retry"),
            source: reader.texts("source"),
        }
    }
}

impl ValidationCodeDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self {
            docs: reader.text("docs"),
            message: reader.text("message"),
            source: reader.texts("source"),
        }
    }
}

impl EnvelopeDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self {
            place: reader.place,
            data: reader.text("data"),
            links: reader.part("links", LinksDoc::read),
            linked: reader.text("linked"),
            meta: reader.text("meta"),
            pages: reader.entries("pages", PageMetaDoc::read),
        }
    }
}

impl LinksDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self { name: reader.text("name"), entries: reader.text_entries("entries") }
    }
}

impl PageMetaDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self {
            under: reader.text("under"),
            total: reader.text("total"),
            count: reader.text("count"),
            page: reader.text("page"),
            per_page: reader.text("per_page"),
            total_pages: reader.text("total_pages"),
        }
    }
}

impl QuirkDoc {
    fn read(reader: Reader<'_>) -> Self {
        Self {
            number: reader.integer("number"),
            says: reader.texts("says"),
            decision: reader.text("decision"),
            excuses: reader.texts("excuses"),
            source: reader.texts("source"),
        }
    }
}
