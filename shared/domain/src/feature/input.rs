//! What somebody says of features at a level, and the checks that make it hold (SET-3).

use std::collections::BTreeMap;

use super::{Chain, FeatureInput, Features, FeaturesInput, Key, Level, Said, Value};
use crate::{Actor, FieldError, Moment, Problem, text::Check};

impl Features {
    /// What a level says after `input`; what stays as it was keeps whoever said so. Nobody says anything new of what a level
    /// of `above` has locked.
    pub fn change(
        &self,
        moment: &Moment,
        actor: Actor,
        (level, above): (Level, &Chain<'_>),
        input: &FeaturesInput,
    ) -> Result<Self, Problem> {
        let mut check = Check::default();
        let mut now = BTreeMap::new();
        for (key, FeatureInput { value, locked }) in input.said() {
            let before = self.get(key).filter(|said| said.value == value && said.locked == locked);
            if before.is_none() {
                refuse(&mut check, key, (value, locked), (level, above));
            }
            let new = Said { value, locked, by: actor, at: moment.now };
            now.insert(key, before.copied().unwrap_or(new));
        }
        check.finish(Self(now))
    }

    /// What is said, as [`Features::change`] takes it.
    #[must_use]
    pub fn input(&self) -> FeaturesInput {
        let said = |(key, said): (Key, &Said)| (key, FeatureInput { value: said.value, locked: said.locked });
        self.said().map(said).collect()
    }
}

fn refuse(check: &mut Check, key: Key, (value, locked): (Value, bool), (level, above): (Level, &Chain<'_>)) {
    let field = |name: &str| format!("{}.{name}", key.text());
    if value.kind() != key.kind() {
        check.refuse(FieldError::new(field("value"), "feature_value"));
    }
    if let (Value::Limit(value), Some((min, max))) = (value, key.bounds())
        && !(min..=max).contains(&value)
    {
        check.refuse(FieldError::new(field("value"), "out_of_range").with("min", min).with("max", max));
    }
    if locked && matches!(level, Level::Representative | Level::Portal) {
        check.refuse(FieldError::new(field("locked"), "nothing_below"));
    }
    if level != Level::Portal && above.lock_above(level, key).is_some() {
        check.refuse(FieldError::new(field("value"), "locked_above"));
    }
}
