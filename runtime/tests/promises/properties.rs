//! Every promise, over answers of every kind.

use deskpro_runtime::{Envelope, Json, to_json};
use proptest::{prelude::*, sample::Index};

use crate::{
    answers::{answers, answers_with, leading, statuses},
    bodies::long_bodies,
    header_values::{addresses, dispositions, waits},
    kept::{
        answer::{Answer, GET},
        headers, locations, responses,
    },
    ticket::{Ticket, tickets},
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn an_answer_is_read_or_an_error_says_why_not(answer in answers()) {
        responses::check::<Json>(&answer);
        responses::check::<Ticket>(&answer);
        responses::check_others(&answer);
        headers::check(&answer);
    }

    #[test]
    fn waiting_times_are_read_or_nothing(answer in answers_with("retry-after", waits())) {
        headers::check(&answer);
    }

    #[test]
    fn file_names_are_no_paths(answer in answers_with("content-disposition", dispositions())) {
        headers::check(&answer);
    }

    #[test]
    fn any_bytes_after_a_status_are_an_answer(text in any::<Vec<u8>>(), status in 100_u16..999) {
        let text = [status.to_string().as_bytes(), b"\n", &text].concat();
        let answer = Answer::parse(&text).expect("a status");
        responses::check::<Json>(&answer);
        headers::check(&answer);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_breaks_off_is_not_shown(ticket in tickets(), end in any::<Index>()) {
        let ticket = Ticket { subject: "very private".to_owned(), ..ticket };
        let body = format!(r#"{{"data":{}}}"#, to_json(&ticket));
        let cut: String = body.chars().take(end.index(body.chars().count())).collect();
        let error = Answer::json(200, cut).ask::<Envelope<Ticket>>(&GET).expect_err("cut off");
        prop_assert!(!format!("{error} {error:?} {error:#?}").contains("private"), "{error}");
    }
}

proptest! {
    // They are so long that a few of them will do.
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn long_texts_are_cut(status in statuses(), body in long_bodies()) {
        let answer = Answer { status, ..Answer::json(200, body) };
        responses::check::<Ticket>(&answer);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_key_stays_at_home(answer in answers_with("location", addresses()), status in leading()) {
        locations::check(&Answer { status, ..answer });
    }
}
