//! Numbers that look thrown and depend on nothing but what they are for.

/// Throws numbers, always the same for the same purpose.
pub(super) struct Dice(u64);

impl Dice {
    /// Dice for a purpose, such as a field of an object, under the number of the seed.
    pub(super) fn new(number: u64, purpose: [&str; 2], id: u64) -> Self {
        let mut state = number;
        for byte in purpose.join(".").bytes() {
            // FNV-1a
            state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
        Self(state.wrapping_add(id.wrapping_mul(0xA24B_AED4_963E_E407)))
    }

    /// A number below this one; 0 where that is 0.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.next().checked_rem(limit).unwrap_or(0)
    }

    /// Whether something is so that is so this often in a hundred times.
    pub(super) fn in_hundred(&mut self, often: u64) -> bool {
        self.below(100) < often
    }

    /// One of these.
    pub(super) fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(usize::try_from(self.below(all.len() as u64)).ok()?)
    }

    /// One of these, each as often as its weight says.
    pub(super) fn weighed<T>(&mut self, all: impl Iterator<Item = (T, u64)> + Clone) -> Option<T> {
        let mut left = self.below(all.clone().map(|(_, weight)| weight).sum());
        for (one, weight) in all {
            match left.checked_sub(weight) {
                Some(rest) => left = rest,
                None => return Some(one),
            }
        }
        None
    }

    /// SplitMix64
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_purpose_throws_the_same() {
        let throw = |number, purpose, id| Dice::new(number, purpose, id).below(1_000_000);
        assert_eq!(throw(1, ["a", "b"], 1), throw(1, ["a", "b"], 1));
        let others = [throw(2, ["a", "b"], 1), throw(1, ["a", "c"], 1), throw(1, ["a", "b"], 2)];
        assert!(others.iter().all(|other| *other != throw(1, ["a", "b"], 1)), "{others:?}");
    }

    #[test]
    fn weights_say_how_often() {
        let mut counts = [0_u32; 3];
        for id in 0..1_000 {
            let mut dice = Dice::new(7, ["a", "b"], id);
            let one = dice.weighed([(0_usize, 7), (1, 3), (2, 0)].into_iter()).unwrap();
            counts[one] += 1;
        }
        assert!((600..800).contains(&counts[0]) && counts[2] == 0, "{counts:?}");
        assert_eq!(Dice::new(7, ["a", "b"], 1).weighed([("never", 0)].into_iter()), None);
        assert_eq!(Dice::new(7, ["a", "b"], 1).one_of::<u8>(&[]), None);
    }
}
