//! A model with a field of every kind, as generated code would be.

use deskpro_runtime::{
    Date, DateTime, Decode, Encode, Extra, Id, Invalid, Json, JsonReader, Map, Ref, Resource,
    Sensitive, Writer,
};
use proptest::{collection::vec, option, prelude::*};

use crate::answers::texts;

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ticket {
    pub(crate) id: Id<Ticket>,
    pub(crate) subject: String,
    pub(crate) rank: Option<f64>,
    pub(crate) is_hold: bool,
    pub(crate) labels: Option<Vec<String>>,
    pub(crate) date_created: Option<DateTime>,
    pub(crate) date_due: Option<Date>,
    pub(crate) auth: Option<Sensitive<String>>,
    pub(crate) fields: Map<Json>,
    pub(crate) parent: Option<Ref<Ticket>>,
    pub(crate) children: Vec<Ticket>,
    pub(crate) extra: Extra,
}

impl Decode for Ticket {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let slots: &mut [(_, &mut dyn Decode)] = &mut [
            ("id", &mut self.id),
            ("subject", &mut self.subject),
            ("rank", &mut self.rank),
            ("is_hold", &mut self.is_hold),
            ("labels", &mut self.labels),
            ("date_created", &mut self.date_created),
            ("date_due", &mut self.date_due),
            ("auth", &mut self.auth),
            ("fields", &mut self.fields),
            ("parent", &mut self.parent),
            ("children", &mut self.children),
        ];
        json.object_and(slots, &mut self.extra)
    }
}

impl Encode for Ticket {
    fn encode(&self, json: &mut Writer) {
        let members: &[(_, &dyn Encode)] = &[
            ("id", &self.id),
            ("subject", &self.subject),
            ("rank", &self.rank),
            ("is_hold", &self.is_hold),
            ("labels", &self.labels),
            ("date_created", &self.date_created),
            ("date_due", &self.date_due),
            ("auth", &self.auth),
            ("fields", &self.fields),
            ("parent", &self.parent),
            ("children", &self.children),
        ];
        json.object_and(members, &self.extra);
    }
}

impl Resource for Ticket {
    const LINKED_AS: &'static str = "ticket";

    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// Tickets within tickets.
pub(crate) fn tickets() -> impl Strategy<Value = Ticket> {
    let lone = (
        any::<u64>(),
        texts(),
        option::of(-1e300..1e300),
        any::<bool>(),
        option::of(vec(texts(), 0..3)),
        option::of("[ -~]{1,20}"),
        vec(("[a-z0-9\u{e9}\"]{0,5}", texts().prop_map(Json::from)), 0..4),
    );
    let lone = lone.prop_map(|(id, subject, rank, is_hold, labels, secret, fields)| Ticket {
        id: Id::new(id),
        subject,
        rank,
        is_hold,
        labels,
        date_created: Some("2025-05-01T10:02:02+0200".parse().expect("a moment")),
        date_due: Some("2025-05-01".parse().expect("a day")),
        auth: secret.map(Into::into),
        fields: Map::from_iter(fields),
        ..Ticket::default()
    });
    lone.prop_recursive(3, 12, 3, |inner| {
        (inner.clone(), option::of(inner.clone()), any::<u64>(), vec(inner, 0..3)).prop_map(
            |(ticket, parent, id, children)| {
                let parent = parent.map(|it| Ref::Object(Box::new(it)));
                Ticket { parent: parent.or(Some(id.into())), children, ..ticket }
            },
        )
    })
}
