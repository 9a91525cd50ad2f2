//! Values of custom fields: what they hold when read, what is sent, and what is wrong with them.

use deskpro_runtime::{Date, DateTime, Decode, FieldError, Json, Map, from_json, to_json};

use crate::types::CustomFieldValue;

/// What a custom field holds, read as what it is.
///
/// A value does not say what kind of field it is of, so each of these reads it in one way, and says
/// `None`, or nothing, where it cannot be read so.
///
/// ```
/// use deskpro_client::runtime::from_json;
/// use deskpro_client::types::CustomFieldValue;
///
/// let floor: CustomFieldValue = from_json(br#"{
///     "aliases": ["7", "field7"], "value": [31], "detail": {"31": {"id": 31, "title": "Ground floor"}}
/// }"#)?;
/// assert_eq!(floor.choices(), [31]);
/// assert_eq!(floor.choice_titles(), ["Ground floor"]);
///
/// let since: CustomFieldValue = from_json(br#"{"value": "2025-01-31T00:00:00"}"#)?;
/// assert_eq!(since.date().map(|date| date.to_string()).as_deref(), Some("2025-01-31T00:00:00"));
/// assert_eq!((since.number(), since.choices()), (None, vec![]));
/// # Ok::<_, deskpro_client::Invalid>(())
/// ```
///
/// Source: ZAP, ITK, HMRC.
impl CustomFieldValue {
    /// The ids of the options that are chosen, in the order in which they were sent.
    ///
    /// The value of a choice is the id of an option, its digits, or a list of such. What else is in
    /// a list is passed over.
    pub fn choices(&self) -> Vec<u64> {
        match &self.value {
            Some(Json::Array(options)) => options.iter().filter_map(option_id).collect(),
            Some(Json::Object(options)) => options.values().filter_map(option_id).collect(),
            Some(option) => option_id(option).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// The titles of the options that are chosen, as far as `detail` names them.
    pub fn choice_titles(&self) -> Vec<&str> {
        let chosen = self.choices();
        chosen.iter().filter_map(|id| self.option(*id)?.get("title")?.as_str()).collect()
    }

    /// The text, where the value is one; that of a date is the date as it was sent.
    pub fn text(&self) -> Option<&str> {
        self.value.as_ref()?.as_str()
    }

    /// The number, where the value is one or spells one.
    pub fn number(&self) -> Option<f64> {
        self.read()
    }

    /// Whether it is on, where the value is a boolean, 0, 1, or the text of one of these.
    pub fn boolean(&self) -> Option<bool> {
        self.read()
    }

    /// The date, where the value names one. Helpdesks send it with a time and without an offset.
    pub fn date(&self) -> Option<Date> {
        self.text()?;
        self.read().filter(|date: &Date| date.day().is_some())
    }

    /// The date and time, where the value names one; without an offset it is taken as UTC.
    pub fn date_time(&self) -> Option<DateTime> {
        self.text()?;
        self.read().filter(|date: &DateTime| date.timestamp().is_some())
    }

    /// What `detail` has for an option, by its key or by the `id` in it.
    fn option(&self, id: u64) -> Option<&Json> {
        let detail = self.detail.as_ref()?;
        let of_id = |option: &&Json| option.get("id").and_then(option_id) == Some(id);
        // A list of options has been read as a map of its places, so a key may be none of an id.
        detail
            .values()
            .find(of_id)
            .or_else(|| detail.get_id(id).filter(|it| it.get("id").is_none()))
    }

    fn read<T: Decode + Default>(&self) -> Option<T> {
        let value = self.value.as_ref().filter(|value| !value.is_null())?;
        from_json(to_json(value).as_bytes()).ok()
    }
}

/// The id of an option, from a number or its digits.
fn option_id(option: &Json) -> Option<u64> {
    option.as_u64().or_else(|| option.as_str()?.parse().ok())
}

/// Values to set custom fields to: what `fields` of a create or an update takes.
///
/// Custom fields that are not named stay as they are. A client of one's own description gives each
/// custom field a name and a type instead: `examples/custom-fields` shows how.
///
/// ```
/// use deskpro_client::{Client, CustomFields};
///
/// # fn example(client: Client) -> Result<(), deskpro_client::Invalid> {
/// let fields = CustomFields::new()
///     .set(3, "EC1A 1AA")
///     .set(4, true)
///     .choose(7, [31])
///     .date(9, "2025-01-31".parse()?)
///     .clear(11);
/// # #[cfg(feature = "tickets")]
/// let request = client.tickets().update(13).fields(fields);
/// # Ok(()) }
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CustomFields(Map<Json>);

impl CustomFields {
    /// With nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a field to a text, a number or a boolean, or to any JSON that it takes.
    #[must_use]
    pub fn set(mut self, field: u64, value: impl Into<Json>) -> Self {
        self.0.insert(field.to_string(), value.into());
        self
    }

    /// Chooses options by their ids, one or several, in the place of those chosen before.
    ///
    /// Sent is a list of ids, also for one (ZAP).
    #[must_use]
    pub fn choose(self, field: u64, options: impl IntoIterator<Item = u64>) -> Self {
        self.set(field, options.into_iter().collect::<Vec<u64>>())
    }

    /// Sets a date.
    ///
    /// It is sent with the first moment of the day and without an offset, `2025-01-31T00:00:00`, as
    /// helpdesks were seen to take it (HMRC). A text that names no day is sent as it is.
    #[must_use]
    pub fn date(self, field: u64, date: Date) -> Self {
        let text = date.day().map_or_else(|| date.to_string(), |day| format!("{day}T00:00:00"));
        self.set(field, text)
    }

    /// Sets a field to null.
    #[must_use]
    pub fn clear(self, field: u64) -> Self {
        self.set(field, Json::Null)
    }
}

impl From<CustomFields> for Map<Json> {
    fn from(fields: CustomFields) -> Self {
        fields.0
    }
}

/// Which custom field an error is about.
pub trait CustomFieldError {
    /// The id of the custom field that this is about.
    ///
    /// In the tree of errors, the custom field 7 is called `fields_7` below `fields` (ZAP).
    ///
    /// ```
    /// use deskpro_client::errors::ValidationCode;
    /// use deskpro_client::{CustomFieldError, runtime::Refusal};
    ///
    /// fn fields_to_mark(refusal: &Refusal<ValidationCode>) -> Vec<u64> {
    ///     refusal.errors().filter_map(|error| error.custom_field()).collect()
    /// }
    /// ```
    fn custom_field(&self) -> Option<u64>;
}

impl<V> CustomFieldError for FieldError<'_, V> {
    fn custom_field(&self) -> Option<u64> {
        self.entry_of("fields")
    }
}

#[cfg(test)]
mod tests {
    use deskpro_runtime::{Json, Map, from_json, to_json};

    use super::{CustomFieldValue, CustomFields};

    fn value(json: &str) -> CustomFieldValue {
        from_json(json.as_bytes()).expect(json)
    }

    #[test]
    fn the_choices_of_a_value_are_one_id_its_digits_or_a_list() {
        for (json, ids) in [
            (r#"{"value": 31}"#, &[31][..]),
            (r#"{"value": "31"}"#, &[31]),
            (r#"{"value": [32, "31", null, "x"]}"#, &[32, 31]),
            (r#"{"value": {"0": 31, "2": "33"}}"#, &[31, 33]),
            (r#"{"value": "Ground floor"}"#, &[]),
            (r#"{"value": null}"#, &[]),
            (r#"{"value": []}"#, &[]),
            ("{}", &[]),
        ] {
            assert_eq!(value(json).choices(), ids, "{json}");
        }
    }

    #[test]
    fn titles_are_found_by_key_or_by_id() {
        for detail in [
            r#"{"31": {"id": 31, "title": "Ground"}, "32": {"id": 32, "title": "First"}}"#,
            r#"{"31": {"title": "Ground"}, "32": {"title": "First"}}"#,
            r#"[{"id": "31", "title": "Ground"}, {"id": 32, "title": "First"}]"#,
        ] {
            let value = value(&format!(r#"{{"value": [32, 31, 40], "detail": {detail}}}"#));
            assert_eq!(value.choice_titles(), ["First", "Ground"], "{detail}");
        }
        // The place of another option in a list is no id.
        let listed =
            r#"{"value": 1, "detail": [{"id": 5, "title": "a"}, {"id": 6, "title": "b"}]}"#;
        assert_eq!(value(listed).choice_titles(), [""; 0]);
        assert_eq!(value(r#"{"value": 31, "detail": []}"#).choice_titles(), [""; 0]);
    }

    #[test]
    fn a_value_is_read_as_what_it_can_be() {
        let text = value(r#"{"value": "12.5"}"#);
        assert_eq!((text.text(), text.number(), text.boolean()), (Some("12.5"), Some(12.5), None));
        let on = value(r#"{"value": 1}"#);
        assert_eq!((on.text(), on.number(), on.boolean()), (None, Some(1.0), Some(true)));
        assert_eq!(value(r#"{"value": false}"#).boolean(), Some(false));
        assert_eq!(value(r#"{"value": "0"}"#).boolean(), Some(false));
        let nothing = value(r#"{"value": null}"#);
        assert_eq!((nothing.text(), nothing.number(), nothing.boolean()), (None, None, None));
        assert_eq!((nothing.date(), nothing.date_time()), (None, None));
        assert_eq!(value(r#"{"value": 20250131}"#).date(), None);
        assert_eq!(value(r#"{"value": "soon"}"#).date(), None);
        let since = value(r#"{"value": "2025-01-31T08:30:00"}"#);
        assert_eq!(since.date().unwrap().day().unwrap().to_string(), "2025-01-31");
        let moment = since.date_time().unwrap().timestamp().unwrap();
        assert_eq!(moment.to_string(), "2025-01-31T08:30:00Z");
    }

    #[test]
    fn each_kind_of_value_is_sent_as_helpdesks_take_it() {
        let fields = CustomFields::new()
            .set(3, "EC1A 1AA")
            .set(4, true)
            .set(5, 12)
            .choose(7, [31, 32])
            .choose(8, [])
            .date(9, "2025-01-31".parse().unwrap())
            .date(10, "2025-01-31T08:30:00".parse().unwrap())
            .clear(11)
            .set(3, "EC1A 1AB");
        assert_eq!(
            to_json(&Map::<Json>::from(fields)),
            concat!(
                r#"{"3":"EC1A 1AB","4":true,"5":12,"7":[31,32],"8":[],"9":"2025-01-31T00:00:00","#,
                r#""10":"2025-01-31T00:00:00","11":null}"#
            )
        );
    }
}
