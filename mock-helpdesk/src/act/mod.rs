//! What operations mean, done to the store.

mod action;
mod count;
mod create;
mod deed;
mod delete;
mod file;
mod filter;
mod get;
mod list;
mod order;
mod search;
mod update;

pub(crate) use filter::PERIOD;

use deskpro_spec::api::{Api, ExampleResponse, Meaning, Method, Operation, Shape, Success, Type};
use serde_json::Value;

use crate::body::Sent;
use crate::outcome::{Content, Done};
use crate::query::Query;
use crate::refuse::Refusal;
use crate::store::Store;
use crate::subject::{Missing, Subject};
use crate::{check, fields, linked};

/// The status of an answer without a body.
const NO_CONTENT: u16 = 204;

/// A request that is understood and allowed.
pub(crate) struct Call<'a> {
    pub(crate) api: &'a Api,
    pub(crate) operation: &'a Operation,
    pub(crate) subject: &'a Subject,
    /// The path that was asked for, below the base path.
    pub(crate) path: &'a str,
    /// What precedes paths in full addresses: `http://127.0.0.1:4010/api/v2`.
    pub(crate) base: &'a str,
    pub(crate) query: &'a Query,
    pub(crate) sent: Sent,
    /// What time it is, in the API's format.
    pub(crate) now: &'a str,
}

impl Call<'_> {
    /// Does what is asked.
    pub(crate) fn perform(self, store: &mut Store) -> Result<Done, Refusal> {
        let (api, operation, query) = (self.api, self.operation, self.query);
        if operation.method == Method::Options {
            let status = self.success(&[Shape::Empty]).status;
            return Ok(Done::new(status, Content::Nothing));
        }
        self.check(store)?;
        let done = match api[operation.verb].meaning {
            Meaning::List => list::list(&self, store),
            Meaning::Get => get::get(&self, store),
            Meaning::Create => create::create(self, store),
            Meaning::Update => update::update(self, store),
            Meaning::Delete => delete::delete(&self, store),
            Meaning::Action => {
                deed::perform(&self, store);
                action::act(&self, store)
            }
        };
        let mut done = done.map_err(|Missing| Refusal::not_found(api))?;
        done.linked = linked::send_along(api, store, operation, query, &mut done.content);
        let mut documented = operation.success.iter();
        let success = documented.find(|success| success.status == done.status);
        let is_bare = success.is_some_and(|success| success.shape == Shape::Bare);
        Ok(if is_bare { done.bare() } else { done })
    }

    /// Whether what is sent can be done to what is held, and there is room for it.
    fn check(&self, store: &Store) -> Result<(), Refusal> {
        let writes = match self.api[self.operation.verb].meaning {
            Meaning::Create | Meaning::Update => true,
            Meaning::Action => !matches!(self.operation.method, Method::Get | Method::Head),
            Meaning::List | Meaning::Get | Meaning::Delete => false,
        };
        if !writes {
            return Ok(());
        }
        let sizes = self.sent.files.iter().map(|file| file.bytes.len());
        if let Some(room) = store.is_full(sizes.sum()) {
            let message = format!("This helpdesk keeps at most {room} bytes, and is full");
            return Err(Refusal::bad_request(self.api, message));
        }
        check::check(self.api, store, self.operation, self.subject, &self.sent.fields)
    }

    /// Whether the operation takes a query parameter of this name and type.
    fn takes(&self, name: &str, is_meant: impl Fn(&Type) -> bool) -> bool {
        let mut parameters = self.operation.query.iter();
        parameters.any(|parameter| parameter.name == name && is_meant(&parameter.ty))
    }

    /// What an example of the operation shows to come back with this status.
    fn example(&self, status: u16) -> Option<&ExampleResponse> {
        let mut examples = self.operation.examples.iter().map(|example| &example.response);
        examples.find(|response| response.status == status)
    }

    /// The documented success with the first of these shapes that there is, or else the first.
    fn success(&self, shapes: &[Shape]) -> Success {
        let documented = &self.operation.success;
        let meant = shapes.iter().find_map(|shape| {
            let mut of_shape = documented.iter().filter(|it| it.shape == *shape);
            // Of several without data, the one that says that nothing follows.
            let bare = of_shape.clone().find(|it| it.status == NO_CONTENT);
            bare.or_else(|| of_shape.next())
        });
        let none = Success { status: 200, shape: Shape::Empty };
        meant.or(documented.first()).copied().unwrap_or(none)
    }

    /// The object that the path names, where it names nothing below it.
    fn item_itself(&self) -> Option<u64> {
        let resource = self.subject.resource;
        let is_itself = fields::is_item_path(self.api, resource, &self.operation.path);
        self.subject.item.filter(|_| is_itself)
    }

    /// Whether the object itself is asked for instead of its address.
    fn follows(&self) -> bool {
        self.operation.follow_location && self.query.follows_location()
    }

    /// Answers with an object that is there, as if it was got.
    fn one(&self, store: &Store, status: u16, id: u64) -> Result<Done, Missing> {
        let object = store.object(self.subject.resource, id).ok_or(Missing)?;
        let address = self.subject.address(store, self.api, id);
        let content = Content::One(Value::Object(object), Some(address));
        Ok(Done::new(status, content))
    }

    /// Answers that something was made or changed, by its address or with the object itself.
    fn written(&self, store: &Store, shapes: &[Shape], id: u64) -> Result<Done, Missing> {
        if self.follows() {
            let documented = self.operation.success.iter().find(|it| it.shape == Shape::One);
            return self.one(store, documented.map_or(200, |it| it.status), id);
        }
        let success = self.success(shapes);
        let address = self.subject.address(store, self.api, id);
        let location = self.operation.location.then_some(address);
        let done = match success.shape {
            Shape::Empty | Shape::Page => Done::new(success.status, Content::Nothing),
            Shape::One | Shape::Created | Shape::Bare => self.one(store, success.status, id)?,
        };
        Ok(Done { location, ..done })
    }
}
