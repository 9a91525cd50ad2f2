//! What a description means does not depend on the order of its keys.

use deskpro_spec::{Sources, load};
use proptest::prelude::*;
use serde_yaml::{Mapping, Value};

proptest! {
    // Each case is the whole description, so a few are enough.
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn keys_may_stand_in_any_order(seed in any::<u64>()) {
        let builtin = Sources::builtin();
        let mut order = Order(seed);
        let shuffled = (0..builtin.len() as u32).map(|file| {
            let value = serde_yaml::from_str(builtin.text(file)).unwrap();
            let text = serde_yaml::to_string(&order.shuffle(value)).unwrap();
            (builtin.relative(file).to_owned(), text)
        });
        let shuffled = Sources::from_files(shuffled.collect::<Vec<_>>());
        prop_assert_ne!(shuffled.text(0), builtin.text(0));
        prop_assert!(model(&shuffled) == model(&builtin), "seed {seed} makes another model");
    }
}

/// The model as text, without places.
fn model(sources: &Sources) -> String {
    match load(sources) {
        Ok(api) => format!("{:#?}", api.without_places()),
        Err(problems) => panic!("{}", problems.terminal(sources, false)),
    }
}

/// Numbers that look random, the same ones for the same seed.
struct Order(u64);

impl Order {
    /// The same value with the keys of every mapping in another order.
    fn shuffle(&mut self, value: Value) -> Value {
        match value {
            Value::Sequence(items) => items.into_iter().map(|item| self.shuffle(item)).collect(),
            Value::Mapping(entries) => {
                let mut entries: Vec<(Value, Value)> = entries.into_iter().collect();
                for last in (1..entries.len()).rev() {
                    entries.swap(last, self.below(last + 1));
                }
                let shuffled = entries.into_iter().map(|(key, value)| (key, self.shuffle(value)));
                Value::Mapping(shuffled.collect::<Mapping>())
            }
            other => other,
        }
    }

    /// A number below another.
    fn below(&mut self, bound: usize) -> usize {
        // A step of the generator splitmix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}
