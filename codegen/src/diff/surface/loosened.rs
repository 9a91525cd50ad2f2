//! Whether a method takes all that it took, and more.

/// Types of arguments that convert into free JSON.
const INTO_JSON: &[&str] = &["bool", "f64", "i64"];

/// Whether every caller of a method with the old arguments can call it with the new ones.
pub(super) fn is_loosened(old: &[String], new: &[String]) -> bool {
    old.len() == new.len() && old.iter().zip(new).all(|(old, new)| takes(new, old))
}

/// Whether an argument of this type takes whatever one of the other took.
fn takes(new: &str, old: &str) -> bool {
    let within = |text: &'static str| {
        move |ty: &str| Some(ty.strip_prefix(text)?.strip_suffix('>')?.to_owned())
    };
    let (into, set) = (within("impl Into<"), within("impl IntoSet<"));
    let each = within("impl IntoIterator<Item=");
    if old == new {
        return true;
    }
    match (into(new), set(new), each(new)) {
        // What converts into a value converts into one that is set.
        (_, Some(target), _) => into(old).is_some_and(|it| it == target) || old == target,
        (Some(target), _, _) => old == target || target == "Json" && INTO_JSON.contains(&old),
        (_, _, Some(item)) => each(old).is_some_and(|it| takes(&item, &it)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_loosened;

    fn loosened(old: &str, new: &str) -> bool {
        is_loosened(&["&self".to_owned(), old.to_owned()], &["&self".to_owned(), new.to_owned()])
    }

    #[test]
    fn conversions_take_more() {
        assert!(loosened("i64", "impl Into<i64>"));
        assert!(loosened("impl Into<String>", "impl IntoSet<String>"));
        assert!(loosened("impl IntoIterator<Item=i64>", "impl IntoIterator<Item=impl Into<i64>>"));
        assert!(!loosened("impl Into<i64>", "i64"));
        assert!(!loosened("impl IntoSet<String>", "impl Into<String>"));
        assert!(!loosened("i64", "f64"));
    }
}
