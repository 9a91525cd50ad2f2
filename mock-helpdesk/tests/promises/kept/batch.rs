//! Batches of requests for described operations, more or less.

use bytes::Bytes;
use deskpro_mock::Dialect;
use http::{Request, header};
use serde_json::{Map, Value, json};

use super::described;
use super::desk::{api, ask, desk};
use super::dice::Dice;

/// The most requests of one batch.
const REQUESTS: u8 = 6;

/// Sends a batch that these bytes make up. Each of its requests has an answer with a status.
pub(crate) fn check(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let desk = desk(*dice.pick(&[Dialect::Guide, Dialect::Live]));
    let mut requests = Map::new();
    for number in 0..=dice.byte() % REQUESTS {
        let key = if dice.one_in(4) { dice.text() } else { number.to_string() };
        let request = match dice.byte() % 8 {
            0 => dice.json(),
            1 => json!(format!("/{}", dice.text())),
            2 => json!({ "url": format!("{}/batch", api().base_path), "method": "POST" }),
            _ => {
                let made = described::make(&desk, &mut dice);
                let payload = serde_json::from_slice(&made.body).unwrap_or(Value::Null);
                json!({ "method": made.method, "url": made.address, "payload": payload })
            }
        };
        requests.insert(key, request);
    }
    let sent = if dice.one_in(16) { dice.json() } else { json!({ "requests": requests }) };
    let request = Request::post(format!("{}/batch", api().base_path));
    let request = request.header(header::CONTENT_TYPE, "application/json");
    let request = request.body(Bytes::from(sent.to_string())).expect("a request");
    let answer = ask(&desk, request);
    if answer.status() != 200 {
        return;
    }
    let body: Value = serde_json::from_slice(answer.body()).expect("JSON");
    let answers: Vec<_> = match &body["responses"] {
        Value::Object(answers) => answers.values().collect(),
        Value::Array(answers) => answers.iter().collect(),
        other => panic!("no answers: {other}"),
    };
    assert_eq!(answers.len(), requests.len(), "{sent}\n{body}");
    for answer in answers {
        let status = answer["headers"]["status-code"].as_u64();
        assert!(status.is_some_and(|it| (200..500).contains(&it)), "{sent}\n{answer}");
    }
}
