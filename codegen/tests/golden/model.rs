//! Types that several resources share.

use deskpro_runtime::{
    Decode, Encode, Extra, Fields, Invalid, JsonReader, Sensitive, Writer,
};

/// Somebody.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Person {
    /// The number of a fax.
    #[deprecated = "Nobody has one."]
    pub fax: Option<String>,
    /// Labels.
    pub labels: Vec<String>,
    /// The whole name.
    pub name: String,
    /// The password.
    pub password: Option<Sensitive<String>>,
    /// What kind of person.
    ///
    /// `type` in the JSON.
    pub type_: Option<String>,
    /// Members that are not described, where the request asked to keep them.
    pub extra: Extra,
}

#[expect(deprecated, reason = "what is deprecated is still sent")]
impl Person {
    /// With what must be given; the rest is not set.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..<Self as Default>::default()
        }
    }

    /// The number of a fax.
    #[deprecated = "Nobody has one."]
    #[inline]
    #[must_use]
    pub fn fax(mut self, fax: impl Into<String>) -> Self {
        self.fax = Some(fax.into());
        self
    }

    /// Labels.
    #[inline]
    #[must_use]
    pub fn labels(
        mut self,
        labels: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.labels = labels.into_iter().map(Into::into).collect();
        self
    }

    /// The password.
    #[inline]
    #[must_use]
    pub fn password(mut self, password: impl Into<Sensitive<String>>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// What kind of person.
    #[inline]
    #[must_use]
    pub fn type_(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }
}

#[expect(deprecated, reason = "what is deprecated is still sent")]
impl Decode for Person {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object_and(
            &mut [
                ("fax", &mut self.fax),
                ("labels", &mut self.labels),
                ("name", &mut self.name),
                ("password", &mut self.password),
                ("type", &mut self.type_),
            ],
            &mut self.extra,
        )
    }
}

#[expect(deprecated, reason = "what is deprecated is still sent")]
impl Encode for Person {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        json.object_and(
            &[
                ("fax", &self.fax),
                ("labels", &self.labels),
                ("name", &self.name),
                ("password", &self.password),
                ("type", &self.type_),
            ],
            &self.extra,
        );
    }
}

impl Fields<Self> for Person {}

deskpro_runtime::serde!(Person);
