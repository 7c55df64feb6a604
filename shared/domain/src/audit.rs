//! The audit log: the events of an account, as people look through them (AUD-1).

use crate::Event;

/// What somebody looks for. Empty: everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Who did it, as [`crate::Actor`] writes itself: an id, `visitor` or `system`.
    pub who: Option<String>,
    /// How the event's name begins: `customer`, `customer.changed`.
    pub action: Option<String>,
    /// The id of the thing.
    pub subject: Option<String>,
}

impl Filter {
    /// Whether every event that is audited will do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether this event is looked for.
    #[must_use]
    pub fn admits(&self, event: &Event) -> bool {
        is_audited(event)
            && self.who.as_ref().is_none_or(|who| event.actor.to_string() == *who)
            && self.action.as_ref().is_none_or(|action| event.name.starts_with(action))
            && self.subject.as_ref().is_none_or(|subject| event.subject == *subject)
    }
}

/// Mail on its way and work that goes on are how the house does things; nothing has changed by them.
fn is_audited(event: &Event) -> bool {
    !event.name.starts_with("mail.") && !event.name.ends_with(".continued")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AccountId, Actor, UserId, moment::testing::moment};

    #[test]
    fn a_filter_wants_all_that_it_says_and_mail_is_not_audited() {
        let moment = &mut moment(0);
        let (account, user) = (AccountId::new(moment), UserId::new(moment));
        let mut event = |name: &str| Event::new(moment, account, Actor::User(user), name, "cmp_1");
        let (changed, mail, going_on) =
            (event("company.changed"), event("mail.queued"), event("import.continued"));
        let filter = |who: &str, action: &str, subject: &str| {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            Filter { who: some(who), action: some(action), subject: some(subject) }
        };
        let me = user.to_string();
        for (looked_for, found) in [
            (filter("", "", ""), true),
            (filter(&me, "company.", "cmp_1"), true),
            (filter("system", "", ""), false),
            (filter("", "customer", ""), false),
            (filter(&me, "company", "cmp_2"), false),
        ] {
            assert_eq!(looked_for.admits(&changed), found, "{looked_for:?}");
            assert!(!looked_for.admits(&mail) && !looked_for.admits(&going_on));
        }
    }
}
