//! The body of a refusal.

use std::fmt;

use crate::{ErrorTree, Invalid, JsonReader, Kind, shown::Shown};

/// How many errors of fields `Debug` shows.
const SHOWN: usize = 10;

/// What the body of a refusal says, as far as it could be read.
#[derive(Clone, Default)]
pub(crate) struct ErrorBody {
    pub(crate) status: Option<u16>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) tree: ErrorTree,
}

impl ErrorBody {
    /// Reads a body; where it is no JSON or breaks off, what came before counts.
    pub(crate) fn read(body: &[u8]) -> Self {
        let mut read = Self::default();
        let mut json = JsonReader::new(body);
        if json.kind() == Kind::Object {
            // A body that breaks off still said what it said; the raw one is kept beside this.
            let _ = json.object_with(&mut |name, json| read.member(name, json));
        }
        read
    }

    fn member(&mut self, name: &str, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let is_text = matches!(json.kind(), Kind::String | Kind::Number);
        match name {
            "status" if is_text => self.status = json.text(|text| text.parse().ok())?,
            "code" if is_text => self.code = Some(json.text(str::to_owned)?),
            "message" if is_text => self.message = Some(json.text(str::to_owned)?),
            "errors" => {
                self.tree = ErrorTree::default();
                self.tree.read(json)?;
            }
            _ => json.skip()?,
        }
        Ok(())
    }
}

/// Shows no more of it than is bearable: a body can be as long as the limit allows.
impl fmt::Debug for ErrorBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { status, code, message, tree } = self;
        f.debug_struct("ErrorBody")
            .field("status", status)
            .field("code", &code.as_deref().map(Shown))
            .field("message", &message.as_deref().map(Shown))
            .field("errors", &fmt::from_fn(|f| first_errors(tree, f)))
            .finish()
    }
}

/// Path, code and message of the first errors.
fn first_errors(tree: &ErrorTree, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut list = f.debug_list();
    for error in tree.leaves::<()>().take(SHOWN) {
        list.entry(&(Shown(error.path()), Shown(error.raw_code()), Shown(error.message())));
    }
    match tree.count() > SHOWN {
        true => list.finish_non_exhaustive(),
        false => list.finish(),
    }
}

#[cfg(test)]
mod tests {
    use super::ErrorBody;

    #[test]
    fn debug_shows_the_start() {
        let body = ErrorBody::read(
            br#"{"status": 400, "code": "invalid_input", "errors": {"fields": {"date": ["No."]}}}"#,
        );
        assert_eq!(
            format!("{body:?}"),
            r#"ErrorBody { status: Some(400), code: Some("invalid_input"), message: None, errors: [("date", "", "No.")] }"#
        );
        let long = "x".repeat(100_000);
        let errors = [r#"{"code": "a"}"#; 11].join(",");
        let body = format!(r#"{{"code": "{long}", "message": "{long}", "errors": [{errors}]}}"#);
        let debug = format!("{:?}", ErrorBody::read(body.as_bytes()));
        assert!(debug.len() < 1000 && debug.ends_with(r#"("", "a", ""), ..] }"#), "{debug}");
    }

    #[test]
    fn the_shape_of_the_guide() {
        let read = ErrorBody::read(
            br#"{"status": 400, "code": "invalid_json_body", "message": "Invalid JSON body"}"#,
        );
        assert_eq!(read.status, Some(400));
        assert_eq!(read.code.as_deref(), Some("invalid_json_body"));
        assert_eq!(read.message.as_deref(), Some("Invalid JSON body"));
        assert_eq!(read.tree, Default::default());
    }

    #[test]
    fn members_may_be_missing_null_or_of_another_kind() {
        let read = ErrorBody::read(br#"{"code": 404, "message": null, "errors": null}"#);
        assert_eq!(read.code.as_deref(), Some("404"));
        assert_eq!(read.message, None);
        let read = ErrorBody::read(br#"{"status": "four", "code": [], "message": {"a": 1}}"#);
        assert_eq!((read.status, read.code, read.message), (None, None, None));
    }

    #[test]
    fn what_is_no_json_says_nothing_and_what_breaks_off_says_what_came_before() {
        for body in ["", "<html>", "[]", "\"text\"", "null"] {
            assert_eq!(ErrorBody::read(body.as_bytes()).code, None, "{body}");
        }
        let read = ErrorBody::read(
            br#"{"code": "invalid_input", "errors": {"errors": [{"code": "dupe_ticket"}], "fie"#,
        );
        assert_eq!(read.code.as_deref(), Some("invalid_input"));
        assert!(read.tree.has_code("dupe_ticket"));
    }
}
