//! Members reach their slots in whatever order they come, and whatever came before.

use deskpro_runtime::{Decode, Invalid, JsonReader};
use proptest::{collection::vec, prelude::*, sample::select};

/// The name that both shapes end with, in one place: it is part of what tells shapes apart.
const LAST: &str = "z";

/// Names that begin alike, are as long as a word or nearly, or are no plain words at all.
const SHAPES: [[&str; 12]; 2] = [
    [
        "date_first_agent_reply",
        "date_first_agent_assign",
        "date_first",
        "date_fir",
        "date_fi",
        "date",
        "",
        "größe",
        "with space",
        "a",
        "b",
        LAST,
    ],
    [
        "b",
        "date_first_agent",
        "date_fir",
        "date_fis",
        "date_f",
        "c",
        "a\\b",
        "with",
        "größen",
        "date_first_agent_assign",
        "total",
        LAST,
    ],
];

/// An object of one of these shapes.
struct Object {
    shape: [&'static str; 12],
    values: [u64; 12],
}

impl Decode for Object {
    fn decode(&mut self, json: &mut JsonReader<'_>) -> Result<(), Invalid> {
        let slots = self.values.iter_mut().map(|slot| slot as &mut dyn Decode);
        let mut slots: Vec<_> = self.shape.into_iter().zip(slots).collect();
        json.object(&mut slots)
    }
}

/// A member as it is written.
#[derive(Debug, Clone)]
struct Member {
    name: &'static str,
    value: u64,
    is_escaped: bool,
    space: &'static str,
}

impl Member {
    fn text(&self) -> String {
        let Self { name, value, is_escaped, space } = self;
        let name = match is_escaped {
            true => name.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect(),
            false => name.replace('\\', "\\\\"),
        };
        format!("{space}\"{name}\"{space}:{space}{value}{space}")
    }
}

fn member() -> impl Strategy<Value = Member> {
    let names: Vec<_> =
        SHAPES.concat().into_iter().chain(["unknown", "date_first_agent_"]).collect();
    let is_escaped = prop::bool::weighted(0.1);
    let space = select(vec!["", "", "", " ", "\n\t"]);
    (select(names), any::<u64>(), is_escaped, space)
        .prop_map(|(name, value, is_escaped, space)| Member { name, value, is_escaped, space })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..Default::default() })]

    #[test]
    fn every_slot_gets_the_last_member_of_its_name(objects in vec(vec(member(), 0..20), 1..6)) {
        let texts = objects.iter().map(|members| {
            format!("{{{}}}", members.iter().map(Member::text).collect::<Vec<_>>().join(","))
        });
        let text = format!("[{}]", texts.collect::<Vec<_>>().join(","));
        let mut read = Vec::new();
        JsonReader::new(text.as_bytes()).list_with(&mut |json| {
            let mut object = Object { shape: SHAPES[read.len() % 2], values: [0; 12] };
            object.decode(json)?;
            read.push(object);
            Ok(())
        })?;
        prop_assert_eq!(read.len(), objects.len());
        for (Object { shape, values }, members) in read.iter().zip(&objects) {
            let last = |name: &&str| members.iter().rfind(|member| member.name == *name);
            let expected: Vec<_> =
                shape.iter().map(|name| last(name).map_or(0, |member| member.value)).collect();
            prop_assert_eq!(&values[..], expected, "{}", text);
        }
    }
}
