//! Who did something, as the outside sees it.

use std::collections::BTreeMap;

use domain::{AccountId, Actor, Problem};
use serde::Serialize;
use utoipa::ToSchema;

use crate::App;

/// Who did something.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Who {
    /// `user`, `customer` (in the portal), `key` (a program, by an API key), `visitor` (somebody with the link of a mail) or `system`.
    pub kind: &'static str,
    /// Of a user, customer or key.
    pub id: Option<String>,
    /// What a user is called, or a key where keys are told of; null when they are there no longer. Of a customer, the id alone
    /// is told.
    pub name: Option<String>,
}

/// What those who did something are called, by id.
#[derive(Debug, Default)]
pub struct Names(pub BTreeMap<String, String>);

impl Names {
    /// Somebody, by their name among those that are known.
    #[must_use]
    pub fn who(&self, actor: impl Into<Actor>) -> Who {
        let actor = actor.into();
        let kind = match actor {
            Actor::User(_) => "user",
            Actor::Customer(_) => "customer",
            Actor::Key(_) => "key",
            Actor::Visitor => "visitor",
            Actor::System => "system",
        };
        let id = actor.to_string();
        let name = self.0.get(&id).cloned();
        Who { kind, id: Some(id).filter(|id| id != kind), name }
    }
}

impl App {
    /// What the users among those who did something are called. One read for each hundred; none for none.
    pub async fn names(&self, account: AccountId, actors: Vec<Actor>) -> Result<Names, Problem> {
        let users = actors.into_iter().filter(|actor| matches!(actor, Actor::User(_)));
        self.store().names_of(account, users).await.map(Names)
    }
}
