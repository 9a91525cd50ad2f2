//! A page of tickets as a helpdesk sends it.

/// How many tickets the page has.
pub(crate) const TICKETS: usize = 100;

/// The members of a ticket, one in a line.
///
/// Names, order and kinds of values are those of recorded answers of a live helpdesk; values are
/// made up. `labels` and `followers` have lists, since serde's derives refuse what was recorded.
const TICKET: &str = include_str!("ticket.json");

/// In which order the members of a ticket are.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Order {
    /// That of a live helpdesk.
    Helpdesk,
    /// By name, `id` first: that of the slots of the generated `Ticket`.
    Slots,
    /// Another one in every ticket.
    Shuffled,
}

/// The whole body, without white space, as PHP writes it.
pub(crate) fn page(order: Order) -> String {
    let tickets: Vec<String> = (0..TICKETS).map(|index| ticket(index, order)).collect();
    format!(
        r#"{{"data":[{}],"meta":{{"pagination":{{"total":5445,"count":{TICKETS},"per_page":{TICKETS},"current_page":1,"total_pages":55}}}},"linked":{{}}}}"#,
        tickets.join(",")
    )
}

fn ticket(index: usize, order: Order) -> String {
    let mut members: Vec<&str> = TICKET.lines().map(|line| line.trim_end_matches(',')).collect();
    match order {
        Order::Helpdesk => {}
        Order::Slots => members.sort_by_key(|member| (!member.starts_with("\"id\""), *member)),
        Order::Shuffled => shuffle(&mut members, index as u64),
    }
    let text = members.join(",");
    let text = text.replace("@id", &(1000 + index).to_string());
    let text = text.replace("@person", &(40 + index / 3).to_string());
    let text = text.replace("@second", &format!("{:02}", index % 60));
    format!("{{{}}}", text.replace("@pad", &format!("{index:04}")))
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
