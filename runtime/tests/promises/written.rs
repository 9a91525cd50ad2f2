//! What is written as helpdesks write it is read as what it was.

use std::time::Duration;

use deskpro_runtime::{
    Content, Envelope, ErrorItem, ErrorTree, Map, Page, Refusal, Response, to_json,
};
use jiff::{Timestamp, fmt::rfc2822};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use proptest::{collection::vec, prelude::*};

use crate::{
    answers::{texts, value},
    kept::{
        answer::{Answer, GET},
        refusals,
    },
    ticket::{Ticket, tickets},
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    #[test]
    fn resources(ticket in tickets(), others in vec(tickets(), 0..4)) {
        let answer = Answer::json(200, format!(r#"{{"data":{}}}"#, to_json(&ticket)));
        prop_assert_eq!(&answer.ask::<Envelope<Ticket>>(&GET).expect("an envelope").data, &ticket);
        let page = [&[ticket], others.as_slice()].concat();
        for body in [to_json(&page), format!(r#"{{"data":{}}}"#, to_json(&page))] {
            let read = Answer::json(200, body).ask::<Page<Ticket>>(&GET);
            prop_assert_eq!(&read.expect("a page").data, &page);
        }
    }

    #[test]
    fn errors(tree in trees()) {
        refusals::check_written(&tree);
    }

    #[test]
    fn names_of_files(name in "[^/\\\\\\p{Cc}]{1,30}") {
        prop_assume!(name.trim() == name && !matches!(name.as_str(), "." | ".."));
        let encoded = utf8_percent_encode(&name, NON_ALPHANUMERIC);
        let quoted = name.replace('"', "\\\"");
        for header in [
            format!("attachment; filename*=UTF-8''{encoded}"),
            format!("attachment; filename=\"{quoted}\""),
            format!("attachment; filename=\"x\"; size=3; filename*=utf-8'en'{encoded}"),
        ] {
            let mut answer = Answer::json(200, "");
            answer.headers.insert("content-disposition", value(&header).expect("a header"));
            let content: Content = answer.ask(&GET).expect("a file");
            prop_assert_eq!(content.file_name(), Some(name.clone()), "{}", header);
        }
    }

    #[test]
    fn dates_to_wait_for(sent in 0_i64..4_000_000_000, wait in 0_u32..) {
        let date = |second| {
            let moment = Timestamp::from_second(second).expect("a moment");
            rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&moment).expect("a date")
        };
        let mut answer = Answer::json(503, "");
        let headers = [("date", sent), ("retry-after", sent + i64::from(wait))];
        for (name, second) in headers {
            answer.headers.insert(name, value(date(second)).expect("a header"));
        }
        let error = answer.ask::<Response>(&GET).expect_err("503");
        prop_assert_eq!(error.retry_after(), Some(Duration::from_secs(wait.into())));
        let refusal = Refusal::<String>::new(error.response().expect("an answer").clone());
        prop_assert_eq!(refusal.retry_after(), error.retry_after());
    }
}

fn trees() -> impl Strategy<Value = ErrorTree> {
    let errors = vec((texts(), texts()), 0..3).prop_map(|errors| {
        let item = |(code, message)| ErrorItem { code, message };
        errors.into_iter().map(item).collect::<Vec<_>>()
    });
    let leaf = errors.clone().prop_map(|errors| ErrorTree { errors, fields: Map::new() });
    leaf.prop_recursive(4, 20, 3, move |inner| {
        (errors.clone(), vec((texts(), inner), 0..4))
            .prop_map(|(errors, fields)| ErrorTree { errors, fields: Map::from_iter(fields) })
    })
}
