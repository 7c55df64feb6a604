//! API keys: how programs sign in (PPL-16).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, ApiKeyId, Changed, Event, FieldError, Moment, Problem, Timestamp, UserId,
    scope::Scope,
    text::{Check, MAX_TEXT},
    token::{self, Opens},
    user::{Role, Status, User},
};

/// Marks keys of programs.
pub enum Program {}
impl Opens for Program {
    const PREFIX: &'static str = "dhk_";
}
/// A key of a program: `dhk_…`.
pub type Token = token::Token<Program>;

/// A key as it is kept: without the key itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApiKey {
    /// Its id.
    pub id: ApiKeyId,
    /// The account it opens.
    pub account_id: AccountId,
    /// Whose it is. It is good for as long as they are active and may have it.
    pub user_id: UserId,
    /// What its owner calls it.
    pub name: String,
    /// Its first characters, by which people know it again.
    pub prefix: String,
    /// SHA-256 of the key, in hex.
    pub hash: String,
    /// What it may be used for.
    pub scopes: BTreeSet<Scope>,
    /// When it ends by itself, if ever.
    pub expires_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// What somebody says of a new key.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ApiKeyInput {
    /// What to call it.
    #[schema(max_length = 255)]
    pub name: String,
    /// What it may be used for; at least one.
    pub scopes: Vec<Scope>,
    /// When it ends by itself; left out: never.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub expires_at: Option<Timestamp>,
}

impl ApiKey {
    /// Makes a key for a user, and the key itself, which is shown once.
    pub fn create(
        moment: &mut Moment,
        account_id: AccountId,
        (user_id, role): (UserId, Role),
        input: &ApiKeyInput,
    ) -> Result<(Changed<Self>, Token), Problem> {
        let mut check = Check::default();
        let name = check.required("name", &input.name, MAX_TEXT);
        if input.scopes.is_empty() {
            check.refuse(FieldError::new("scopes", "required"));
        }
        for (at, scope) in input.scopes.iter().enumerate().filter(|(_, scope)| !scope.is_open_to(role)) {
            check.refuse(
                FieldError::new(format!("scopes.{at}"), "scope_not_open").with("scope", scope.name()),
            );
        }
        if input.expires_at.is_some_and(|at| at <= moment.now) {
            check.refuse(FieldError::new("expires_at", "in_the_past"));
        }
        let name = check.finish(name)?;
        let token = Token::new(moment);
        let now = Self {
            id: ApiKeyId::new(moment),
            account_id,
            user_id,
            name,
            prefix: token.visible(),
            hash: token.hash(),
            scopes: input.scopes.iter().copied().collect(),
            expires_at: input.expires_at,
            created_at: moment.now,
        };
        let event = Event::new(moment, account_id, Actor::User(user_id), "api_key.created", now.id)
            .between(None, Some(&now))
            .without("hash");
        Ok((Changed { now, events: vec![event] }, token))
    }

    /// Ends it for good.
    pub fn revoke(self, moment: &mut Moment, actor: Actor) -> Changed<Self> {
        let event = Event::new(moment, self.account_id, actor, "api_key.revoked", self.id)
            .between(Some(&self), None)
            .without("hash");
        Changed { now: self, events: vec![event] }
    }

    /// What it may be used for at `now`, when `owner` is as they are: nothing any more once it has expired, or the owner
    /// may not have it.
    #[must_use]
    pub fn scopes_at(&self, now: Timestamp, owner: &User) -> BTreeSet<Scope> {
        let good = self.expires_at.is_none_or(|at| at > now) && owner.status == Status::Active;
        self.scopes.iter().copied().filter(|scope| good && scope.is_open_to(owner.duties.role)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        moment::testing::moment,
        user::{Duties, testing::user},
    };

    fn input() -> ApiKeyInput {
        ApiKeyInput {
            name: "Directory".into(),
            scopes: vec![Scope::CustomersRead, Scope::AuditRead, Scope::CustomersRead],
            expires_at: moment(3600).now.into(),
        }
    }

    fn owner(role: Role) -> User {
        let duties = Duties { role, ..user().duties };
        User { duties, status: Status::Active, ..user() }
    }

    fn made() -> ApiKey {
        let owner = owner(Role::CompanyManager);
        let whose = (owner.id, owner.duties.role);
        let (changed, token) = ApiKey::create(&mut moment(1), owner.account_id, whose, &input()).unwrap();
        let event = serde_json::to_string(&changed.events).unwrap();
        assert!(!event.contains(token.as_str()) && !event.contains(&token.hash()), "{event}");
        changed.now
    }

    /// PPL-16.
    #[test]
    fn a_key_is_good_until_it_expires_or_its_owner_may_not_have_it() {
        let key = made();
        let scopes = |seconds, owner: &User| key.scopes_at(moment(seconds).now, owner).len();
        let manager = owner(Role::CompanyManager);
        assert_eq!((scopes(2, &manager), scopes(3600, &manager)), (2, 0));
        assert_eq!(scopes(2, &owner(Role::ApiManager)), 1, "no audit log for them");
        assert_eq!(scopes(2, &owner(Role::Representative)), 0);
        for status in [Status::Suspended, Status::Invited] {
            assert_eq!(scopes(2, &User { status, ..manager.clone() }), 0);
        }
    }

    #[test]
    fn every_wrong_field_of_a_new_key_is_named() {
        let input = ApiKeyInput { name: " ".into(), expires_at: Some(moment(0).now), ..input() };
        let owner = owner(Role::ApiManager);
        let refused = ApiKey::create(&mut moment(0), owner.account_id, (owner.id, owner.duties.role), &input);
        let Err(Problem::Invalid(errors)) = refused.map(|(changed, _)| changed) else { panic!("refused") };
        let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["name", "scopes.1", "expires_at"]);
    }
}
