//! A client of the description.

#[rustfmt::skip]
mod generated;

pub use deskpro_runtime::{Bytes, Date, DateTime, Json, Upload};
pub use generated::*;

#[cfg(all(test, feature = "type", feature = "two-words"))]
mod tests {
    use deskpro_runtime::{Encode, from_json, to_json};

    use crate::selves::Selve;
    use crate::values::{Choice, Odd, Written};

    #[test]
    fn every_value_stays_itself() {
        let values = [
            ("open", Odd::Open),
            ("Open", Odd::OpenCapital),
            ("OPEN", Odd::OpenCapitals),
            ("open!", Odd::OpenPunctuation),
            (" open ", Odd::OpenSpaces),
            ("", Odd::Nothing),
            ("unknown", Odd::SaidUnknown),
            ("unknown_value", Odd::UnknownValue),
            ("self", Odd::Itself),
            ("1", Odd::V1),
            ("日本", Odd::Japan),
            ("\"quoted\" \\ back {}", Odd::QuotedBack),
            ("else", Odd::Unknown("else".to_owned())),
        ];
        for (text, value) in values {
            assert_eq!(Odd::from(text), value);
            assert_eq!(value.as_str(), text);
            let json = to_json(&value);
            assert_eq!(from_json::<Odd>(json.as_bytes()).unwrap(), value);
        }
    }

    #[test]
    fn every_key_stays_itself() {
        let json = br#"{"type":null,"2fa":"a","$ref":"b","":"c","new\nline\n~~~\ncompile_error!()":"d",
            "Self":5,"self":6,"quote\"":"e"}"#;
        let selve = from_json::<Selve>(json).unwrap();
        assert_eq!(selve._2fa, "a");
        assert_eq!(selve.dollar_ref, "b");
        assert_eq!(selve.nothing, "c");
        assert_eq!(selve.new_line_compile_error, "d");
        assert_eq!(selve.quote, "e");
        assert_eq!(selve.itself.map(|id| id.get()), Some(5));
        assert_eq!(selve.self_.map(|id| id.get()), Some(6));
        assert_eq!(from_json::<Selve>(to_json(&selve).as_bytes()).unwrap(), selve);
    }

    #[test]
    fn choices_are_told_apart() {
        let choice = |json: &str| from_json::<Choice>(json.as_bytes()).unwrap();
        assert_eq!(choice("\"open\""), Choice::Itself(Odd::Open));
        assert_eq!(choice("true"), Choice::Some(true));
        assert!(matches!(choice("7"), Choice::Type(id) if id.get() == 7));
        assert!(matches!(choice("[{\"a\":[1]}]"), Choice::List(list) if list.len() == 1));
        assert!(matches!(choice("{\"type\":\"t\"}"), Choice::Object(it) if it.type_ == "t"));
        let error = from_json::<Choice>(b"null").unwrap_err().to_string();
        let expected = "a list, an object, a string, a boolean or a number";
        assert!(error.contains(expected), "{error}");
        assert_eq!(written(Written::from("text")), "\"text\"");
        assert_eq!(written(Written::from(1.5)), "1.5");
    }

    fn written(value: impl Encode) -> String {
        to_json(&value)
    }
}
