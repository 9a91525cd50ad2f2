//! What surrounds the data of a response.

/// The members of a response beside its data.
#[derive(Debug, Clone)]
pub struct Envelope {
    /// The member that holds the resource, or the array of a collection: `data`.
    pub data: String,
    /// The member that holds links, with the links it may hold: `links`.
    pub links: Option<Member>,
    /// The member that holds embedded objects by type and id: `linked`.
    pub linked: Option<String>,
    /// The member that holds what is said about the data: `meta`.
    pub meta: String,
    /// The shapes that paging information takes inside `meta`, by name.
    pub pages: Vec<PageMeta>,
}

/// A member of the envelope that holds named values.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// What it may hold, name and meaning, by name.
    pub entries: Vec<(String, String)>,
}

/// A shape that paging information takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageMeta {
    /// The name of this shape: `flat`.
    pub name: String,
    /// The member of `meta` that holds the rest; `None` when it lies in `meta` itself.
    pub under: Option<String>,
    /// The key of the number of all matching resources.
    pub total: String,
    /// The key of the number of resources on this page, where it is sent.
    pub count: Option<String>,
    /// The key of the number of this page, counted from 1.
    pub page: String,
    /// The key of the size of a page.
    pub per_page: String,
    /// The key of the number of pages.
    pub total_pages: String,
}
