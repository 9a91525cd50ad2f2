//! Dates that differ under a number.

use deskpro_spec::api::Field;
use serde_json::Value;

use super::super::dice::Dice;
use super::super::make_up::MakeUp;
use super::Varied;
use crate::{date, effect};

/// When the first objects were made.
const BEGIN: &str = "2023-05-01T08:02:02+0000";
/// Within how many seconds after that all of them were made: two years.
const SPAN: u64 = 2 * 365 * DAY;
/// How many seconds after it was made something may happen to an object.
const LATER: u64 = 14 * DAY;
/// How many seconds lie between the objects within another one, at most.
const BETWEEN: u64 = DAY / 3;
const DAY: u64 = 24 * 60 * 60;

impl Varied<'_, '_> {
    /// Moments rise with the ids; what happened to an object happened after it was made.
    pub(super) fn date(&self, field: &Field) -> Option<Value> {
        let of = field.name.strip_prefix("date_").unwrap_or(&field.name);
        if of == "created" || of == "created_at" {
            return Some(Value::from(date::seconds_after(BEGIN, self.age())));
        }
        // `date_resolved`: only of what is resolved.
        if let Some(stage) = effect::stage(self.made.api, self.made.own, of) {
            let is_so = self.made.field(stage) == of;
            // It is when the status last changed.
            let changed = format!("date_{}", stage.name);
            return is_so.then(|| self.later(&changed)).or(field.nullable.then_some(Value::Null));
        }
        let is_never = field.nullable && field.example.as_ref().is_none_or(Value::is_null);
        Some(if is_never { Value::Null } else { self.later(&field.name) })
    }

    fn later(&self, event: &str) -> Value {
        let MakeUp { api, seeds, own, id, .. } = *self.made;
        let mut dice = Dice::new(seeds.number(), [&api[own].name, event], id);
        let seconds = self.age().saturating_add(dice.below(LATER));
        Value::from(date::seconds_after(BEGIN, seconds))
    }

    /// How many seconds after the first one the object was made.
    fn age(&self) -> u64 {
        let MakeUp { api, seeds, own, id, .. } = *self.made;
        let mut dice = Dice::new(seeds.number(), [&api[own].name, "age"], id);
        let parent = api[own].parent.as_ref().zip(seeds.parent(own, id));
        if let Some((parent, parent_id)) = parent {
            let above = MakeUp::new(api, seeds, parent.resource, parent_id);
            let before = id.saturating_sub(seeds.children(own, parent_id).start);
            let step = before.saturating_mul(BETWEEN).saturating_add(dice.below(BETWEEN));
            return Varied { made: &above }.age().saturating_add(step);
        }
        let total = u128::from(seeds.total(own).max(1));
        let step = SPAN / seeds.total(own).max(1);
        let share = u128::from(SPAN) * u128::from(id.saturating_sub(1)) / total;
        u64::try_from(share).unwrap_or(SPAN).saturating_add(dice.below(step))
    }
}
