//! Codes: nine digits that a representative says on the telephone, by which a customer comes to that representative (POR-5).

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, Event, FieldError, Moment, PortalId, Problem, SubportalId, Timestamp, UserId,
    feature::{Key, Value},
    organisation::Organisation,
    portal::{Kind, Portal},
    tally::Limit,
    text::Check,
    user::User,
};

/// How many digits a code has.
pub const LENGTH: usize = 9;
/// The most codes of a representative that wait at once, whatever features say.
pub const MAX_ACTIVE: u8 = 8;
/// How many codes are tried from one place.
pub const PER_PLACE: Limit = Limit::new(5, 10);
/// How many codes are tried at one portal.
pub const PER_PORTAL: Limit = Limit::new(60, 10);
/// How many codes are tried in one account.
pub const PER_ACCOUNT: Limit = Limit::new(200, 10);
/// For how many minutes a code is good when nothing is said.
const MINUTES: u32 = 15;
/// The fewest and the most minutes.
const MINUTES_RANGE: (u32, u32) = (1, 24 * 60);
/// The most characters of a label.
const MAX_LABEL: usize = 128;

/// A code that waits for a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Nine digits, unique among those that wait in the deployment.
    pub digits: String,
    /// The account it belongs to.
    pub account_id: AccountId,
    /// The representative whose it is.
    pub user_id: UserId,
    /// Which of their places it takes, from 0.
    pub place: u8,
    /// The portal where it is entered.
    pub portal_id: PortalId,
    /// The subportal to which its query goes.
    pub subportal_id: Option<SubportalId>,
    /// For whom it is, as the representative notes it.
    pub label: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it is good.
    pub expires_at: Timestamp,
}

/// What a representative says of a new code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CodeInput {
    /// For whom it is.
    #[schema(max_length = 128)]
    pub label: String,
    /// For how many minutes it is good, 1 to 1440; null: 15.
    #[schema(minimum = 1, maximum = 1440)]
    pub minutes: Option<u32>,
    /// The subportal to which its query goes; null: the portal's first.
    pub subportal_id: Option<SubportalId>,
}

impl Code {
    /// Makes a code for the portal that a representative serves, which must be one where codes are entered; `waiting` are those of
    /// theirs that are still good. At most as many wait as the feature `max_active_codes` allows.
    pub fn create(
        moment: &mut Moment,
        (user, organisation): (&User, &Organisation),
        waiting: &[Self],
        input: &CodeInput,
    ) -> Result<Changed<Self>, Problem> {
        let portal =
            organisation.served_by(user).filter(|portal| portal.is_open() && portal.kind == Kind::Code);
        let portal = portal.ok_or_else(|| Problem::conflict("no_portal_for_codes"))?;
        let most = allowed(organisation, user, portal);
        let place = (0..most).find(|place| waiting.iter().all(|code| code.place != *place));
        let place = place.ok_or_else(|| Problem::conflict_with("too_many_codes", "max", most))?;
        let mut check = Check::default();
        let label = check.text("label", &input.label, MAX_LABEL);
        check.in_range("minutes", input.minutes, MINUTES_RANGE);
        let minutes = input.minutes.unwrap_or(MINUTES);
        if input.subportal_id.is_some_and(|id| !portal.has(id)) {
            check.refuse(FieldError::new("subportal_id", "subportal_unknown"));
        }
        check.finish(())?;
        let now = Self {
            digits: digits(moment),
            account_id: user.account_id,
            user_id: user.id,
            place,
            portal_id: portal.id,
            subportal_id: input.subportal_id,
            label,
            created_at: moment.now,
            expires_at: moment
                .now
                .saturating_add(SignedDuration::from_mins(minutes.into()))
                .unwrap_or(moment.now),
        };
        // Neither digits nor label: whoever reads the log must not come in, nor learn who was helped.
        let event = Event::new(moment, now.account_id, Actor::User(now.user_id), "code.created", now.user_id)
            .with("portal_id", now.portal_id.to_string());
        Ok(Changed { now, events: vec![event] })
    }

    /// Whether it is still good.
    #[must_use]
    pub fn waits(&self, now: Timestamp) -> bool {
        self.expires_at > now
    }
}

/// How many codes of a representative wait at once at a portal.
fn allowed(organisation: &Organisation, user: &User, portal: &Portal) -> u8 {
    let said = portal.features.get(Key::MaxActiveCodes);
    let decided = crate::feature::decide(Key::MaxActiveCodes, &organisation.chain(user)).at(said);
    if let Value::Limit(most) = decided.value { most.min(MAX_ACTIVE) } else { 0 }
}

/// Nine random digits, each nine as likely as any other.
fn digits(moment: &mut Moment) -> String {
    const SPAN: u32 = 1_000_000_000;
    loop {
        let number = u32::from_be_bytes(moment.bytes::<4>());
        // What is above the last whole span would make small numbers likelier.
        if number < SPAN * (u32::MAX / SPAN) {
            return format!("{:09}", number % SPAN);
        }
    }
}

/// The digits of what somebody types as a code, spaces and hyphens left out; `None` when they are not nine.
#[must_use]
pub fn typed(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
    (digits.len() == LENGTH && digits.bytes().all(|digit| digit.is_ascii_digit())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        feature::{Chain, FeatureInput, FeaturesInput},
        moment::testing::moment,
        portal::{Mode, PortalInput},
        team::{Team, TeamInput, Teams},
        user::testing,
    };

    /// A representative who serves a portal of this mode, where so many codes may wait.
    fn serving(mode: Mode, most: u8) -> (User, Organisation) {
        let (mut moment, account) = (moment(3), testing::account());
        let whose = (account.id, Actor::System);
        let input = PortalInput { slug: "help".into(), name: "Help".into(), mode, ..PortalInput::default() };
        let portal = Portal::create(&mut moment, whose, &input, 0).unwrap().now;
        let team = TeamInput { name: "Day".into(), portal_id: Some(portal.id), ..TeamInput::default() };
        let team = Team::create(&mut moment, whose, &team, (&Teams::default(), Some(&portal))).unwrap().now;
        let mut user = testing::user();
        user.duties.team_id = Some(team.id);
        let said = FeatureInput { value: Value::Limit(most), locked: false };
        let says: FeaturesInput = [(Key::MaxActiveCodes, said)].into_iter().collect();
        let user = user.change_features(&mut moment, Actor::System, &Chain::default(), &says).unwrap().now;
        let teams = [team].into_iter().collect();
        let portals = [(portal.id, portal)].into();
        (user, Organisation { teams, portals, ..Organisation::default() })
    }

    /// POR-5. As many as the feature allows, each in a place of its own; one that is gone makes room.
    #[test]
    fn a_representative_has_as_many_codes_as_the_feature_allows() {
        let (user, organisation) = serving(Mode::Phone, 2);
        let make = |at: i64, waiting: &[Code]| {
            let input = CodeInput { label: "Ada".into(), ..CodeInput::default() };
            Code::create(&mut moment(at), (&user, &organisation), waiting, &input)
        };
        let first = make(10, &[]).unwrap().now;
        let second = make(11, std::slice::from_ref(&first)).unwrap().now;
        assert_eq!((first.place, second.place, first.digits.len()), (0, 1, LENGTH));
        let both = [first.clone(), second.clone()];
        assert_eq!(make(12, &both), Err(Problem::conflict_with("too_many_codes", "max", 2)));
        assert_eq!(make(12, std::slice::from_ref(&second)).unwrap().now.place, 0);
        assert!(first.waits(moment(10 + 899).now) && !first.waits(moment(10 + 900).now));
        let told = serde_json::to_string(&make(10, &[]).unwrap().events).unwrap();
        assert!(!told.contains(&first.digits) && !told.contains("Ada"), "{told}");
    }

    /// POR-2. Codes are entered where a portal is for them.
    #[test]
    fn there_are_no_codes_for_a_portal_where_none_is_entered_and_wrong_fields_are_named() {
        let (user, organisation) = serving(Mode::Web, 8);
        let make = |(user, organisation): (&User, &Organisation), input: &CodeInput| {
            Code::create(&mut moment(10), (user, organisation), &[], input)
        };
        let refused = make((&user, &organisation), &CodeInput::default());
        assert_eq!(refused, Err(Problem::conflict("no_portal_for_codes")));
        let (user, organisation) = serving(Mode::Phone, 8);
        let subportal_id = Some(SubportalId::new(&mut moment(99)));
        let wrong = CodeInput { minutes: Some(0), subportal_id, ..CodeInput::default() };
        let Err(Problem::Invalid(errors)) = make((&user, &organisation), &wrong) else {
            panic!("two wrong fields")
        };
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["minutes", "subportal_id"]);
    }

    #[test]
    fn what_is_typed_is_nine_digits_however_they_are_grouped() {
        assert_eq!(typed(" 123-456 789"), Some("123456789".into()));
        for wrong in ["12345678", "1234567890", "12345678x", "١٢٣٤٥٦٧٨٩", ""] {
            assert_eq!(typed(wrong), None, "{wrong}");
        }
        let many: BTreeSet<String> = (0..200).map(|at| digits(&mut moment(at))).collect();
        assert!(many.len() > 150 && many.iter().all(|code| typed(code).as_ref() == Some(code)), "{many:?}");
    }
}
