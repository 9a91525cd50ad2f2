//! The table that the list was made from, which is not part of this repository.

use std::fs;
use std::path::Path;

/// Method, path and evidence of every row; `None` where the table is not there.
pub(crate) fn rows() -> Option<Vec<[String; 3]>> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(repository.join("../shared/deskpro/endpoints.csv")).ok()?;
    let mut records = text.lines().map(fields);
    let head = records.next().expect("a head");
    let column = |name| head.iter().position(|field| field == name).expect("a column");
    let columns = ["verb", "path", "evidence"].map(column);
    Some(records.map(|record| columns.map(|column| record[column].clone())).collect())
}

/// The fields of a record. A field in quotes may hold commas, and quotes that are doubled; none of
/// the table has a line end.
fn fields(record: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut is_quoted = false;
    let mut characters = record.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                fields.last_mut().expect("a field").extend(characters.next());
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => fields.push(String::new()),
            c => fields.last_mut().expect("a field").push(c),
        }
    }
    fields
}

#[test]
fn records_are_taken_apart() {
    assert_eq!(fields(r#"GET,/batch,"a, ""b""",,docs"#), ["GET", "/batch", "a, \"b\"", "", "docs"]);
}
