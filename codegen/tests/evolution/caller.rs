//! Somebody who wrote against the first client, and uses all of it.

use desk::comments::{Comment, Comments, GetComment, ListComments};
use desk::errors::{ReadingError, ValidationCode, WritingError};
use desk::linked::LinkedResources;
use desk::files::{File, FileUpload, Files, GetFile, InstallFile};
use desk::notes::{
    CreateNote, DeleteNote, GetNote, GetNoteError, GuessNote, ListNotes, ListNotesError, LockNote,
    Note, NoteExport, NoteId, NoteSearch, Notes, ShoutNote, UnlockNote, UpdateNote,
};
use desk::reports::{GetReport, ListReports, Report, ReportId, Reports};
use desk::types::{Answer, Author, Color, Order, Place, Priority, Spare, Whom};
use desk::{BatchError, Client};
use deskpro_runtime::{
    Bytes, Clear, Created, Date, Deleted, Empty, Envelope, Error, Extra, Invalid, Json, Linked, Page, Ref,
    Sensitive, Text, Updated, Upload,
};

pub fn client(auth: deskpro_runtime::Auth) -> Result<Client, deskpro_runtime::BuildError> {
    Client::builder("https://desk.example.com", auth).build()
}

pub fn handles(client: &Client) -> (Notes, Comments, Files, Reports) {
    (client.notes(), client.notes().comments(NoteId::new(1)), client.files(), client.reports())
}

pub fn lists(notes: &Notes, day: Date) -> ListNotes {
    notes.list(day).page(1).count(10).order(Order::Asc).tag("x").by([1, 2])
}

pub async fn pages(notes: &Notes, day: Date) -> Result<Page<Note>, Error<ListNotesError>> {
    lists(notes, day).send().await
}

pub fn search(notes: &Notes) -> NoteSearch {
    notes.search().text("x").page(1).count(2).query_in_body()
}

pub fn one(notes: &Notes, id: NoteId) -> GetNote {
    notes.get(id)
}

pub async fn get(notes: &Notes) -> Result<Envelope<Note>, Error<GetNoteError>> {
    notes.get(1).send().await
}

pub fn create(notes: &Notes, due: Date) -> CreateNote {
    notes
        .create("text")
        .title("title")
        .title(Clear)
        .priority(Priority::High)
        .weight(1.5)
        .done(true)
        .due(due)
        .tags(["a", "b"])
        .place(Place::new("city").street("street").street(Clear))
        .whom(Whom::Id(1))
        .secret("secret")
        .sort("kind")
        .initial("at first")
}

pub async fn created(notes: &Notes) -> Result<Created<Note>, Error<WritingError>> {
    notes.create("text").send().await
}

pub async fn followed(notes: &Notes) -> Result<Envelope<Note>, Error<WritingError>> {
    notes.create("text").follow_location().send().await
}

pub fn update(notes: &Notes, due: Date) -> UpdateNote {
    notes
        .update(1)
        .text("text")
        .title("title")
        .priority(Priority::Low)
        .weight(1.5)
        .done(false)
        .due(due)
        .due(Clear)
        .tags(["a"])
        .place(Place::new("city"))
        .whom(Whom::Mail("mail".to_owned()))
        .secret("secret")
        .sort("kind")
}

pub async fn updated(notes: &Notes) -> Result<Updated<Note>, Error<WritingError>> {
    notes.update(1).send().await
}

pub async fn deleted(notes: &Notes) -> Result<Deleted, Error<ReadingError>> {
    let request: DeleteNote = notes.delete(1);
    request.send().await
}

pub fn lock(notes: &Notes) -> LockNote {
    let reason: Option<String> = None;
    notes.lock(1, 5).force(true).reason("reason").reason(Clear).reason(reason)
}

pub async fn locked(notes: &Notes) -> Result<Empty, Error<ReadingError>> {
    notes.lock(1, 5).send().await
}

pub fn acts(notes: &Notes) -> (UnlockNote, GuessNote) {
    (notes.unlock(1), notes.guess(1))
}

#[allow(deprecated, reason = "it is used still")]
pub fn shout(notes: &Notes) -> ShoutNote {
    notes.shout(1)
}

pub async fn export(notes: &Notes) -> Result<Text, Error<ReadingError>> {
    let request: NoteExport = notes.export(1);
    request.send().await
}

#[allow(deprecated, reason = "it is used still")]
pub fn fields(note: Note) -> String {
    let id: NoteId = note.id;
    let text: String = note.text;
    let title: Option<String> = note.title;
    let priority: Priority = note.priority;
    let color: Color = note.color;
    let author: Author = note.author;
    let pages: i64 = note.pages;
    let weight: f64 = note.weight;
    let done: Option<bool> = note.done;
    let due: Option<Date> = note.due;
    let tags: Vec<String> = note.tags;
    let answer: Answer = note.answer;
    let secret: Sensitive<String> = note.secret;
    let sort: String = note.sort;
    let old: String = note.old;
    let initial: String = note.initial;
    let next: Ref<Note> = note.next;
    let extra: Extra = note.extra;
    format!(
        "{id}{text}{title:?}{priority:?}{color:?}{author:?}{pages}{weight}{done:?}{due:?}{tags:?}\
         {answer:?}{secret:?}{sort}{old}{initial}{next:?}{extra:?}"
    )
}

pub fn author(author: Author) -> (String, Option<String>, Option<i64>) {
    (author.name, author.mail, author.age)
}

pub fn priority(priority: &Priority) -> &str {
    match priority {
        Priority::Low => "low",
        Priority::High => "high",
        other => other.as_str(),
    }
}

pub fn color(color: &Color) -> &str {
    match color {
        Color::Red => "red",
        Color::Blue => "blue",
        other => other.as_str(),
    }
}

pub fn order(order: &Order) -> &str {
    match order {
        Order::Asc => "asc",
        Order::Desc => "desc",
        other => other.as_str(),
    }
}

pub fn spare(spare: &Spare) -> bool {
    matches!(spare, Spare::One)
}

pub fn answer(answer: Answer) -> String {
    match answer {
        Answer::Text(text) => text,
        Answer::Number(number) => i64::to_string(&number),
        other => format!("{other:?}"),
    }
}

pub fn whom() -> [Whom; 2] {
    [Whom::Id(1_i64), Whom::Mail(String::new())]
}

pub fn reading(error: &ReadingError) -> &'static str {
    match error {
        ReadingError::NoSuchThing(_) => "no such thing",
        ReadingError::OtherNotFound(_) => "not found",
        ReadingError::TooManyRequests(_) => "too many",
    }
}

pub fn getting(error: &GetNoteError) -> &'static str {
    match error {
        GetNoteError::NoSuchThing(_) => "no such thing",
        GetNoteError::OtherNotFound(_) => "not found",
        GetNoteError::Locked(_) => "locked",
        GetNoteError::OtherConflict(_) => "conflict",
        GetNoteError::TooManyRequests(_) => "too many",
    }
}

pub fn writing(error: &WritingError) -> &'static str {
    match error {
        WritingError::InvalidInput(_) => "invalid",
        WritingError::OtherBadRequest(_) => "bad request",
        WritingError::NoSuchThing(_) => "no such thing",
        WritingError::OtherNotFound(_) => "not found",
        WritingError::TooManyRequests(_) => "too many",
    }
}

pub fn batch(error: &BatchError) -> &'static str {
    reading(error)
}

pub fn validation(code: &ValidationCode) -> &'static str {
    match code {
        ValidationCode::Required => "required",
        ValidationCode::TooLong => "too long",
        _ => "other",
    }
}

pub fn comments(comments: &Comments) -> (ListComments, GetComment) {
    (comments.list().page(1), comments.get(1))
}

pub fn comment(comment: Comment) -> String {
    comment.text
}

pub fn files(files: &Files, upload: Upload, bytes: Bytes) -> (GetFile, FileUpload, InstallFile) {
    let file = Upload::new("preview.png", "bytes");
    (files.get(1), files.upload(upload).preview(file).name("name"), files.install(bytes))
}

pub fn file(file: File) -> String {
    file.name
}

pub async fn got(files: &Files) -> Result<Envelope<File>, Error<ReadingError>> {
    files.get(1).send().await
}

pub fn linked(linked: &Linked) -> Option<Result<Note, Invalid>> {
    linked.note(NoteId::new(1))
}

pub fn reports(reports: &Reports) -> (ListReports, GetReport) {
    (reports.list().page(1), reports.get(1))
}

pub fn report(report: &Report) -> String {
    let id: ReportId = ReportId::new(1);
    let json: Json = report.clone().into_json();
    format!("{id}{report:?}{json:?}")
}
