//! What somebody wrote down.

use deskpro_runtime::{
    Call, Client, Decode, Encode, Envelope, Extra, Fields, Id, Input, IntoSet, Invalid,
    Items, JsonReader, Method, Operation, Page, Pages, Request, Resource, ResponseFuture,
    Updated, Writer,
};
use super::errors::ReadingError;

/// The id of a [`Note`].
pub type NoteId = Id<Note>;

/// What somebody wrote down.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Note {
    /// The id.
    pub id: NoteId,
    /// The note that it answers.
    pub answers: Option<NoteId>,
    /// The text.
    pub text: String,
    /// Members that are not described, where the request asked to keep them.
    pub extra: Extra,
}

impl Decode for Note {
    #[inline]
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object_and(
            &mut [
                ("id", &mut self.id),
                ("answers", &mut self.answers),
                ("text", &mut self.text),
            ],
            &mut self.extra,
        )
    }
}

impl Encode for Note {
    #[inline]
    fn encode(&self, json: &mut Writer) {
        json.object_and(
            &[("id", &self.id), ("answers", &self.answers), ("text", &self.text)],
            &self.extra,
        );
    }
}

impl Fields<Self> for Note {}

impl Resource for Note {
    const LINKED_AS: &'static str = "note";

    #[inline]
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// What can be done with notes.
///
/// Under `/notes`.
#[derive(Debug, Clone)]
pub struct Notes {
    client: Client,
}

impl Notes {
    /// Begins at this client.
    #[inline]
    pub fn new(client: &impl AsRef<Client>) -> Self {
        Self {
            client: client.as_ref().clone(),
        }
    }

    /// Lists the notes.
    ///
    /// `GET /notes`
    ///
    /// ```no_run
    /// # async fn example(client: example::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let page = client.notes().list().count(50).send().await?;
    /// for note in page.data {
    ///     println!("{note:?}");
    /// }
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn list(&self) -> ListNotes {
        ListNotes(Request::of(&self.client, &LIST))
    }

    /// Changes a note.
    ///
    /// `POST /notes/{id}`
    ///
    /// ```no_run
    /// # async fn example(client: example::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// client.notes().update(13).text("text").send().await?;
    /// # Ok(()) }
    /// ```
    #[inline]
    pub fn update(&self, id: impl Into<NoteId>) -> UpdateNote {
        UpdateNote(Request::at::<NoteId>(&self.client, &UPDATE, id))
    }

    /// As [`update`](Self::update), with the body in a struct of your own.
    #[inline]
    pub fn update_from(
        &self,
        id: impl Into<NoteId>,
        input: &impl Input<UpdateNote>,
    ) -> UpdateNote {
        UpdateNote(input.fill(Request::at::<NoteId>(&self.client, &UPDATE, id)))
    }
}

static LIST: Operation = Operation {
    name: "notes.list",
    method: Method::Get,
    path: "/notes",
    negotiable: false,
    repeatable: true,
    success: &[200],
};

/// Why [`Notes::list`] was refused.
pub type ListNotesError = ReadingError;

/// A request of [`Notes::list`].
#[derive(Debug, Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListNotes(Request);

impl ListNotes {
    /// How many to return.
    ///
    /// From 1 to 200.
    #[inline]
    pub fn count(self, count: i64) -> Self {
        Self(self.0.query("count", &count))
    }

    /// Changes the request by what has no method here: a header, a time-out, a parameter.
    #[inline]
    pub fn with(self, change: impl FnOnce(Request) -> Request) -> Self {
        Self(change(self.0))
    }

    /// Reads the answer into structs of your own, which hold some of the fields.
    #[inline]
    pub fn fields<T: Fields<Note>>(self) -> Call<Page<T>, ListNotesError> {
        Call::new(self.0)
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> ResponseFuture<Page<Note>, ListNotesError> {
        self.0.send()
    }

    /// This page and all that follow, one by one, as a stream.
    #[inline]
    pub fn pages(self) -> Pages<Note, ListNotesError> {
        self.0.pages()
    }

    /// Everything on this page and all that follow, one by one, as a stream.
    #[inline]
    pub fn items(self) -> Items<Note, ListNotesError> {
        self.0.items()
    }
}

static UPDATE: Operation = Operation {
    name: "notes.update",
    method: Method::Post,
    path: "/notes/{id}",
    negotiable: true,
    repeatable: false,
    success: &[200, 204],
};

/// Why [`Notes::update`] was refused.
pub type UpdateNoteError = ReadingError;

/// A request of [`Notes::update`].
#[derive(Debug, Clone)]
#[must_use = "a request does nothing until it is sent"]
pub struct UpdateNote(Request);

impl UpdateNote {
    /// The note that it answers.
    #[inline]
    pub fn answers(self, answers: impl IntoSet<NoteId>) -> Self {
        Self(self.0.field_set::<NoteId>("answers", answers))
    }

    /// The text.
    #[inline]
    pub fn text(self, text: impl Into<String>) -> Self {
        Self(self.0.field_into::<String>("text", text))
    }

    /// Changes the request by what has no method here: a header, a time-out, a parameter.
    #[inline]
    pub fn with(self, change: impl FnOnce(Request) -> Request) -> Self {
        Self(change(self.0))
    }

    /// Asks for the whole object in the answer instead of its address alone.
    #[inline]
    pub fn follow_location(self) -> Call<Envelope<Note>, UpdateNoteError> {
        self.0.follow_location()
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> ResponseFuture<Updated<Note>, UpdateNoteError> {
        self.0.send()
    }
}

deskpro_runtime::serde!(Note);
