//! The denylist: who is not to come in (DEN-1). No readable address is kept: a keyed hash, and a hint for people.

mod hits;
mod mark;
mod what;

pub use hits::{Denied, Hits};
pub use mark::{MAX_LABELS, Mark, Marker};
use what::What;

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, DenialId, Event, FieldError, Moment, Problem, Timestamp, UserId,
    text::{Check, Email, MAX_TEXT},
};

/// What an entry denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = DenialKind)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One address.
    Address,
    /// Every address of a domain and of its subdomains.
    Domain,
}

/// An entry of the denylist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Denial {
    /// Its id.
    pub id: DenialId,
    /// The account that denies.
    pub account_id: AccountId,
    /// What it denies.
    pub kind: Kind,
    /// The keyed hash under which it is found.
    pub mark: Mark,
    /// The domain, or what is shown of the address (`j…@e…e.com`).
    pub hint: String,
    /// Why, for people.
    pub reason: String,
    /// Who added it.
    pub created_by: UserId,
    /// When it was added.
    pub created_at: Timestamp,
    /// From when on it no longer counts; nothing: for ever.
    pub expires_at: Option<Timestamp>,
    /// How often it has kept somebody out.
    pub hits: u64,
}

/// What somebody wants denied: an address, or a domain with all its subdomains.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DenialInput {
    /// The address; kept as a keyed hash alone.
    #[schema(max_length = 254)]
    pub address: Option<String>,
    /// The domain, instead of an address. Its subdomains are denied too.
    #[schema(max_length = 253)]
    pub domain: Option<String>,
    /// Why.
    #[schema(max_length = 255)]
    pub reason: String,
    /// From when on it no longer counts.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub expires_at: Option<Timestamp>,
}

impl Denial {
    /// Adds an entry. `own` are the caller's own addresses: nobody shuts themselves out.
    pub fn create(
        moment: &mut Moment,
        marker: &Marker,
        (by, actor): (UserId, Actor),
        input: &DenialInput,
        own: &[&Email],
    ) -> Result<Changed<Self>, Problem> {
        let mut check = Check::default();
        let reason = check.text("reason", &input.reason, MAX_TEXT);
        if input.expires_at.is_some_and(|at| at <= moment.now) {
            check.refuse(FieldError::new("expires_at", "in_the_past"));
        }
        let denied = What::parse(&mut check, input);
        if let Some(what) = &denied {
            let mark = what.mark(marker);
            if own.iter().any(|own| marker.marks(own).contains(&mark)) {
                check.refuse(FieldError::new(what.field(), "denies_yourself"));
            }
        }
        let what = check.finish_some(denied)?;
        let now = Self { expires_at: input.expires_at, ..Self::new(moment, marker, by, &what, reason) };
        let event = Self::told(moment, marker.account_id(), actor, std::slice::from_ref(&now));
        Ok(Changed { now, events: vec![event] })
    }

    /// Denies all of somebody's addresses for ever (CUS-8), in one event.
    pub fn of_addresses<'a>(
        moment: &mut Moment,
        marker: &Marker,
        (by, actor): (UserId, Actor),
        addresses: impl Iterator<Item = &'a Email>,
        reason: &str,
    ) -> Result<Changed<Vec<Self>>, Problem> {
        let mut check = Check::default();
        let reason = check.text("reason", reason, MAX_TEXT);
        let reason = check.finish(reason)?;
        let what = addresses.map(|address| What::Address(address.clone()));
        let now: Vec<_> = what.map(|what| Self::new(moment, marker, by, &what, reason.clone())).collect();
        let event = Self::told(moment, marker.account_id(), actor, &now);
        Ok(Changed { now, events: vec![event] })
    }

    fn new(moment: &mut Moment, marker: &Marker, by: UserId, what: &What, reason: String) -> Self {
        Self {
            id: DenialId::new(moment),
            account_id: marker.account_id(),
            kind: what.kind(),
            mark: what.mark(marker),
            hint: what.hint(),
            reason,
            created_by: by,
            created_at: moment.now,
            expires_at: None,
            hits: 0,
        }
    }

    fn told(moment: &mut Moment, account: AccountId, actor: Actor, added: &[Self]) -> Event {
        let ids: Vec<String> = added.iter().map(|entry| entry.id.to_string()).collect();
        Event::new(moment, account, actor, "denylist.added", account).with("denylist_ids", ids)
    }

    /// Takes an entry off.
    pub fn remove(self, moment: &mut Moment, actor: Actor) -> Changed<Self> {
        let event = Event::new(moment, self.account_id, actor, "denylist.removed", self.id);
        Changed { now: self, events: vec![event] }
    }

    /// Whether it still counts at `now`. The table forgets late what has expired.
    #[must_use]
    pub fn holds(&self, now: Timestamp) -> bool {
        self.expires_at.is_none_or(|at| at > now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Id, moment::testing::moment};

    fn marker() -> Marker {
        Marker::new([7; 32], AccountId::derived(Timestamp::UNIX_EPOCH, &[]))
    }

    fn create(input: &DenialInput, own: &[&Email]) -> Result<Denial, Problem> {
        let by = Id::derived(Timestamp::UNIX_EPOCH, &[b"by"]);
        Denial::create(&mut moment(0), &marker(), (by, Actor::User(by)), input, own)
            .map(|changed| changed.now)
    }

    fn address(text: &str) -> DenialInput {
        DenialInput { address: Some(text.into()), ..DenialInput::default() }
    }

    fn domain(text: &str) -> DenialInput {
        DenialInput { domain: Some(text.into()), ..DenialInput::default() }
    }

    /// DEN-1.
    #[test]
    fn an_entry_holds_no_readable_address() {
        let entry = create(&address("jemima@elsewhere.com"), &[]).unwrap();
        let kept = serde_json::to_string(&entry).unwrap();
        assert!(!kept.contains("jemima") && !kept.contains("elsewhere"), "{kept}");
        assert_eq!(entry.hint, "j…@e…e.com");
    }

    /// DEN-1. A domain denies its subdomains, and nothing that only ends alike.
    #[test]
    fn a_domain_denies_its_addresses_and_those_of_its_subdomains() {
        let entry = create(&domain(" @Spam.Example "), &[]).unwrap();
        let denies = |text: &str| marker().marks(&Email::parse(text).unwrap()).contains(&entry.mark);
        assert_eq!((entry.hint.as_str(), entry.kind), ("spam.example", Kind::Domain));
        assert!(
            denies("a@spam.example")
                && denies("A@mail.SPAM.example")
                && denies("a@a.b.c.d.e.f.g.h.spam.example")
        );
        assert!(
            !denies("a@notspam.example") && !denies("a@example.org") && !denies("spam.example@b.example")
        );
    }

    /// DEN-1. Nobody shuts themselves out.
    #[test]
    fn what_would_deny_oneself_is_refused() {
        let me = Email::parse("me@own.example").unwrap();
        for (input, wrong) in [(address("ME@own.example"), "address"), (domain("own.example"), "domain")] {
            assert_eq!(create(&input, &[&me]), Err(Problem::field(wrong, "denies_yourself")));
        }
    }

    #[test]
    fn every_mistake_of_an_entry_is_named_at_once() {
        let past = Some(Timestamp::UNIX_EPOCH);
        let long = "x".repeat(256);
        for (input, wrong) in [
            (DenialInput::default(), ("address", "address_or_domain")),
            (
                DenialInput { domain: Some("a.example".into()), ..address("a@b.example") },
                ("address", "address_or_domain"),
            ),
            (address("nobody"), ("address", "email")),
            (domain("com"), ("domain", "domain")),
            (domain("a b.example"), ("domain", "domain")),
            (domain("1.2.3.4.5.6.7.8.example"), ("domain", "domain")),
        ] {
            let input = DenialInput { expires_at: past, reason: long.clone(), ..input };
            let Err(Problem::Invalid(errors)) = create(&input, &[]) else { panic!("{input:?}") };
            let told: Vec<_> = errors.iter().map(|e| (e.field.as_str(), e.code.as_str())).collect();
            assert_eq!(told, [("reason", "too_long"), ("expires_at", "in_the_past"), wrong]);
        }
    }
}
