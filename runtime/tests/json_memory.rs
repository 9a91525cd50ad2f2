//! Lists that are short as texts and large in memory.

use deskpro_runtime::{Decode, Invalid, JsonReader, Map, from_json};

/// As large as a ticket.
#[derive(Debug, Clone)]
struct Large([u64; 184]);

impl Default for Large {
    fn default() -> Self {
        Self([0; 184])
    }
}

impl Decode for Large {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        json.object(&mut [("id", &mut self.0[0])])
    }
}

fn list(item: &str, count: usize) -> String {
    format!("[{}]", vec![item; count].join(","))
}

#[test]
fn what_is_no_more_than_a_page_may_be_as_sparse_as_it_likes() {
    assert_eq!(from_json::<Vec<Large>>(list("{}", 5_000).as_bytes()).unwrap().len(), 5_000);
}

#[test]
fn long_lists_of_nearly_nothing_are_a_fault() {
    let fault = from_json::<Vec<Large>>(list("{}", 100_000).as_bytes()).unwrap_err();
    // 8 MiB and 16 times the text of 300,001 bytes hold 8,959 items of 1,472 bytes.
    assert_eq!(
        fault.to_string(),
        "[8959]: expected fewer items, found more than their text is worth in memory (byte 26880)"
    );
    let entries: Vec<String> = (0..100_000).map(|key| format!("\"{key}\":{{}}")).collect();
    let text = format!("{{{}}}", entries.join(","));
    from_json::<Map<Large>>(text.as_bytes()).unwrap_err();
}

#[test]
fn items_that_are_worth_their_text_are_read_however_many() {
    let item = format!("{{\"id\":7,\"text\":\"{}\"}}", "x".repeat(100));
    assert_eq!(from_json::<Vec<Large>>(list(&item, 20_000).as_bytes()).unwrap().len(), 20_000);
    assert_eq!(from_json::<Vec<u64>>(list("7", 2_000_000).as_bytes()).unwrap().len(), 2_000_000);
}
