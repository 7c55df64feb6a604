use proptest::prelude::*;

use super::*;
use crate::{Problem, moment::testing::moment};

/// What a level says in a test.
fn said(value: Value, locked: bool) -> Said {
    Said { value, locked, by: Actor::System, at: Timestamp::UNIX_EPOCH }
}

fn features(said: impl IntoIterator<Item = (Key, Said)>) -> Features {
    Features(said.into_iter().collect())
}

fn value(key: Key) -> BoxedStrategy<Value> {
    match key.kind() {
        Kind::Switch => any::<bool>().prop_map(Value::Switch).boxed(),
        Kind::Limit => {
            let (least, most) = key.bounds().unwrap();
            (least..=most).prop_map(Value::Limit).boxed()
        }
        Kind::EndPrompt => {
            let all = vec![EndPrompt::Off, EndPrompt::Optional, EndPrompt::Required];
            proptest::sample::select(all).prop_map(Value::EndPrompt).boxed()
        }
        Kind::RecordLocation => {
            let all = vec![RecordLocation::Cloud, RecordLocation::Representative, RecordLocation::Customer];
            proptest::sample::select(all).prop_map(Value::RecordLocation).boxed()
        }
    }
}

/// A level that says something of a feature, or nothing.
fn level(key: Key) -> impl Strategy<Value = Features> {
    proptest::option::of((value(key), any::<bool>()))
        .prop_map(move |says| features(says.map(|(value, locked)| (key, said(value, locked)))))
}

/// A feature, what account, team, subteam and representative say of it, and what the portal says.
fn case() -> impl Strategy<Value = (Key, [Features; 4], Features)> {
    proptest::sample::select(Key::ALL)
        .prop_flat_map(|key| (Just(key), [level(key), level(key), level(key), level(key)], level(key)))
}

fn chain(levels: &[Features; 4]) -> Chain<'_> {
    let [account, team, subteam, representative] = levels.each_ref().map(Some);
    Chain { account, team, subteam, representative }
}

/// What holds at a portal, or at none.
fn decide(key: Key, chain: &Chain<'_>, portal: Option<&Features>) -> Decided {
    super::decide(key, chain).at(portal.and_then(|said| said.get(key)))
}

proptest! {
    /// SET-3.
    #[test]
    fn what_a_portal_has_off_is_off_whoever_says_otherwise((key, levels, _) in case()) {
        let off = match key.kind() {
            Kind::Switch => Value::Switch(false),
            Kind::EndPrompt => Value::EndPrompt(EndPrompt::Off),
            _ => return Ok(()),
        };
        let decided = decide(key, &chain(&levels), Some(&features([(key, said(off, false))])));
        prop_assert_eq!(decided, Decided { value: off, level: Level::Portal });
    }

    /// SET-3. A portal that allows something gives it to nobody.
    #[test]
    fn a_portal_only_ever_takes_away((key, levels, portal) in case()) {
        let (with, without) = (decide(key, &chain(&levels), Some(&portal)), decide(key, &chain(&levels), None));
        let less = match (with.value, without.value) {
            (Value::Switch(with), Value::Switch(without)) => with <= without,
            (Value::Limit(with), Value::Limit(without)) => with <= without,
            (Value::EndPrompt(with), Value::EndPrompt(without)) => with <= without,
            _ => true,
        };
        prop_assert!(less, "{:?} {:?}", with, without);
    }

    /// SET-3.
    #[test]
    fn below_a_lock_nothing_that_is_said_changes_anything((key, mut levels, portal) in case(), at in 0..4_usize) {
        let Some(word) = levels[at].get(key).copied() else { return Ok(()) };
        levels[at] = features([(key, Said { locked: true, ..word })]);
        let said_below = decide(key, &chain(&levels), Some(&portal));
        levels[at + 1..].fill(Features::default());
        prop_assert_eq!(said_below, decide(key, &chain(&levels), Some(&portal)));
    }

    /// SET-3.
    #[test]
    fn a_level_that_says_nothing_is_as_if_it_were_not_there((key, levels, portal) in case()) {
        let all = decide(key, &chain(&levels), Some(&portal));
        let speaking = |features: &'_ Features| -> bool { features.get(key).is_some() };
        let [account, team, subteam, representative] =
            levels.each_ref().map(|features| Some(features).filter(|features| speaking(features)));
        let speakers = Chain { account, team, subteam, representative };
        prop_assert_eq!(all, decide(key, &speakers, Some(&portal).filter(|portal| speaking(portal))));
    }

    /// SET-3. The narrowest level with a word decides, where none above has locked it; of numbers the smallest holds.
    #[test]
    fn the_narrowest_word_holds_and_of_numbers_the_smallest((key, levels, _) in case()) {
        let decided = decide(key, &chain(&levels), None);
        let mut heard = vec![];
        for features in &levels {
            let Some(said) = features.get(key) else { continue };
            heard.push(said.value);
            if said.locked { break }
        }
        let smallest = heard.iter().filter_map(|value| if let Value::Limit(value) = value { Some(*value) } else { None }).min();
        let expected = smallest.map(Value::Limit).or(heard.last().copied()).unwrap_or(key.default());
        prop_assert_eq!(decided.value, expected);
    }

    /// SET-4. What is told as the reason is what has decided.
    #[test]
    fn whoever_is_told_to_have_decided_says_that_value_and_counts((key, levels, portal) in case()) {
        let told = why(key, &chain(&levels), Some(&portal));
        let of_decider: Vec<_> = told.chain.iter().filter(|step| step.level == told.decided.level).collect();
        match told.decided.level {
            Level::Default => prop_assert!(told.decided.value == key.default() && of_decider.is_empty()),
            _ => prop_assert!(of_decider.len() == 1 && of_decider[0].counts && of_decider[0].value == told.decided.value),
        }
    }

    /// What a level says reads back from how it is kept.
    #[test]
    fn what_is_kept_reads_back((_, levels, portal) in case()) {
        for features in levels.into_iter().chain([portal]) {
            let kept = serde_json::to_value(&features).unwrap();
            prop_assert_eq!(serde_json::from_value::<Features>(kept).unwrap(), features);
        }
    }
}

fn input(said: impl IntoIterator<Item = (Key, Value, bool)>) -> FeaturesInput {
    said.into_iter().map(|(key, value, locked)| (key, FeatureInput { value, locked })).collect()
}

/// SET-3.
#[test]
fn every_wrong_word_is_named_and_what_is_locked_above_takes_no_new_one() {
    let account = features([(Key::Chat, said(Value::Switch(true), true))]);
    let above = Chain { account: Some(&account), ..Chain::default() };
    let wrong = input([
        (Key::Chat, Value::Switch(false), false),
        (Key::Annotate, Value::Limit(1), false),
        (Key::MaxConcurrentSessions, Value::Limit(9), false),
        (Key::Clipboard, Value::Switch(true), true),
    ]);
    let level = (Level::Representative, &above);
    let Err(Problem::Invalid(errors)) = Features::default().change(&moment(0), Actor::System, level, &wrong)
    else {
        panic!("four wrong words")
    };
    let told: Vec<_> = errors.iter().map(|error| format!("{} {}", error.field, error.code)).collect();
    let expected = [
        "chat.value locked_above",
        "annotate.value feature_value",
        "clipboard.locked nothing_below",
        "max_concurrent_sessions.value out_of_range",
    ];
    assert_eq!(told, expected);
}

/// SET-4. Who has changed a word last stays known, and a lock that comes later is no obstacle to saving what is there.
#[test]
fn what_stays_as_it_was_keeps_whoever_said_so() {
    let first = moment(0).now;
    let before = features([(Key::Chat, Said { at: first, ..said(Value::Switch(false), false) })]);
    let account = features([(Key::Chat, said(Value::Switch(true), true))]);
    let above = Chain { account: Some(&account), ..Chain::default() };
    let both =
        input([(Key::Chat, Value::Switch(false), false), (Key::Annotate, Value::Switch(false), false)]);
    let later = moment(5);
    let now = before.change(&later, Actor::Visitor, (Level::Team, &above), &both).unwrap();
    assert_eq!(now.get(Key::Chat), before.get(Key::Chat));
    let new = now.get(Key::Annotate).unwrap();
    assert_eq!((new.by, new.at), (Actor::Visitor, later.now));
    assert_eq!(now.input(), both);
    let less = now.change(&later, Actor::System, (Level::Team, &above), &input([])).unwrap();
    assert!(less.is_empty());
}

/// Names are for ever, and every number begins at the most that can be said.
#[test]
fn a_feature_is_called_the_same_everywhere() {
    for key in Key::ALL {
        assert_eq!(serde_json::to_value(key).unwrap(), key.text());
        if let (Value::Limit(value), Some((_, most))) = (key.default(), key.bounds()) {
            assert_eq!(value, most, "{key:?}");
        }
    }
    assert_eq!(Key::ALL.len(), 27);
}
