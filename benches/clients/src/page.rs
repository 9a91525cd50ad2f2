//! Pages of tickets as a helpdesk sends them.

/// The members of a ticket, one in a line.
///
/// Names, order and kinds of values are those of recorded answers of a live helpdesk; values are
/// made up. `labels` and `followers` have lists, since serde's derives refuse what was recorded.
const TICKET: &str = include_str!("ticket.json");

/// Members that nobody describes.
const UNKNOWN: &str = include_str!("unknown.json");

/// Members with the texts of people who write more than ASCII and more than a line, as PHP writes them.
const ESCAPED: &str = include_str!("escaped.json");

/// What the members of a ticket are like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// In the order of a live helpdesk.
    Helpdesk,
    /// By name, `id` first: the order of the slots of the generated `Ticket`.
    Slots,
    /// In another order in every ticket.
    Shuffled,
    /// In the order of a live helpdesk, with six members between them that are not described.
    Unknown,
    /// In the order of a live helpdesk, with escapes in texts.
    Escaped,
}

/// Which tickets a page has.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The number of the page, from 1.
    pub page: usize,
    /// How many tickets a page has.
    pub per_page: usize,
    /// How many tickets there are on all pages.
    pub total: usize,
}

impl Variant {
    /// What it is called in figures.
    pub fn title(self) -> &'static str {
        match self {
            Self::Helpdesk => "a helpdesk's order",
            Self::Slots => "the order of the slots",
            Self::Shuffled => "shuffled",
            Self::Unknown => "with unknown members",
            Self::Escaped => "with escapes",
        }
    }
}

/// The body of a page, without white space, as PHP writes it.
pub fn page(variant: Variant, place: Place) -> String {
    let Place { page, per_page, total } = place;
    let first = (page.saturating_sub(1) * per_page).min(total);
    let last = (first + per_page).min(total);
    let tickets: Vec<String> = (first..last).map(|index| ticket(variant, index)).collect();
    let (count, pages) = (last - first, total.div_ceil(per_page));
    format!(
        r#"{{"data":[{}],"meta":{{"pagination":{{"total":{total},"count":{count},"per_page":{per_page},"current_page":{page},"total_pages":{pages}}}}},"linked":{{}}}}"#,
        tickets.join(",")
    )
}

/// The body of an answer with a single ticket, whose id is 13.
pub fn single() -> String {
    let ticket = filled(&lines(TICKET), [13, 4, 7, 13]);
    format!(r#"{{"data":{ticket},"meta":{{}},"linked":{{}}}}"#)
}

fn ticket(variant: Variant, index: usize) -> String {
    let mut members = lines(TICKET);
    match variant {
        Variant::Helpdesk => {}
        Variant::Slots => members.sort_by_key(|member| (!member.starts_with("\"id\""), *member)),
        Variant::Shuffled => shuffle(&mut members, index as u64),
        Variant::Unknown => {
            for (number, unknown) in lines(UNKNOWN).into_iter().enumerate() {
                members.insert(3 + 11 * number, unknown);
            }
        }
        Variant::Escaped => {
            for escaped in lines(ESCAPED) {
                let mut members = members.iter_mut();
                if let Some(member) = members.find(|member| name(member) == name(escaped)) {
                    *member = escaped;
                }
            }
        }
    }
    filled(&members, [1000 + index, 40 + index / 3, index % 60, index])
}

/// The members of an object, one in a line.
fn lines(members: &str) -> Vec<&str> {
    members.lines().map(|line| line.trim_end_matches(',')).collect()
}

fn name(member: &str) -> &str {
    member.split(':').next().unwrap_or_default()
}

/// The object, with its numbers in their places.
fn filled(members: &[&str], [id, person, second, pad]: [usize; 4]) -> String {
    let text = members.join(",");
    let text = text.replace("@id", &id.to_string());
    let text = text.replace("@person", &person.to_string());
    let text = text.replace("@second", &format!("{second:02}"));
    format!("{{{}}}", text.replace("@pad", &format!("{pad:04}")))
}

/// Fisher and Yates' shuffle, the same for the same seed.
fn shuffle(members: &mut [&str], seed: u64) {
    let mut state = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    for last in (1..members.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        members.swap(last, (state % (last as u64 + 1)) as usize);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{Place, Variant, page, single};

    #[test]
    fn pages_follow_one_another() -> Result<(), serde_json::Error> {
        let ids = |number| {
            let place = Place { page: number, per_page: 2, total: 5 };
            let page: Value = serde_json::from_str(&page(Variant::Helpdesk, place))?;
            let ids = page["data"].as_array().into_iter().flatten();
            Ok::<_, serde_json::Error>(ids.filter_map(|it| it["id"].as_u64()).collect::<Vec<_>>())
        };
        assert_eq!((ids(1)?, ids(2)?), (vec![1000, 1001], vec![1002, 1003]));
        assert_eq!((ids(3)?, ids(4)?), (vec![1004], vec![]));
        assert_eq!(serde_json::from_str::<Value>(&single())?["data"]["id"], 13);
        Ok(())
    }

    /// In another order a ticket is the same; what is put in or replaced is all that differs.
    #[test]
    fn variants_differ_in_what_they_say() -> Result<(), serde_json::Error> {
        let ticket = |variant| {
            let page = page(variant, Place { page: 1, per_page: 1, total: 1 });
            Ok::<_, serde_json::Error>(serde_json::from_str::<Value>(&page)?["data"][0].take())
        };
        let plain = ticket(Variant::Helpdesk)?;
        assert_eq!(plain, ticket(Variant::Slots)?);
        assert_eq!(plain, ticket(Variant::Shuffled)?);
        let count = |ticket: &Value| ticket.as_object().map(serde_json::Map::len);
        assert_eq!(count(&ticket(Variant::Unknown)?), count(&plain).map(|count| count + 6));
        let escaped = ticket(Variant::Escaped)?;
        assert_eq!(count(&escaped), count(&plain));
        let subject = "Drucker in Büro 1000 brennt 🔥, und \"es riecht\"\nBitte löschen!";
        assert_eq!(escaped["subject"], subject);
        Ok(())
    }
}
