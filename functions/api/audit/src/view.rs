//! The JSON that the outside sees.

use std::collections::BTreeMap;

use domain::{Actor, Event, EventId, Timestamp};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// Something that was done.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditEntry)]
pub(crate) struct Entry {
    /// Its id.
    id: EventId,
    /// When it was done.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// What was done: `<thing>.<happened>`.
    action: String,
    /// Who did it.
    actor: Who,
    /// The id of the thing.
    subject: String,
    /// What changed, as it was.
    before: Map<String, Value>,
    /// What changed, as it is.
    after: Map<String, Value>,
    /// What changed as well, and is personal: only the fields' names are kept.
    personal: Vec<String>,
    /// From where; null when Deskhand did it by itself or later, or where it would tell of a customer.
    origin: Option<Origin>,
}

/// Who did something.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditActor)]
pub(crate) struct Who {
    /// `user`, `key` (a program, by an API key), `visitor` (somebody with the link of a mail) or `system`.
    pub kind: &'static str,
    /// Of a user or key.
    pub id: Option<String>,
    /// What they are called, as long as they are there.
    pub name: Option<String>,
}

/// From where something was done.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditOrigin)]
pub(crate) struct Origin {
    /// The IP address.
    ip: String,
    /// The browser or program, as it calls itself.
    user_agent: String,
}

impl Who {
    /// Somebody, by their name among those that are known.
    pub fn new(actor: Actor, names: &BTreeMap<String, String>) -> Self {
        let kind = match actor {
            Actor::User(_) => "user",
            Actor::Key(_) => "key",
            Actor::Visitor => "visitor",
            Actor::System => "system",
        };
        let id = actor.to_string();
        let name = names.get(&id).cloned();
        Self { kind, id: Some(id).filter(|id| id != kind), name }
    }
}

impl Entry {
    /// An event, as the log shows it.
    pub fn new(event: Event, names: &BTreeMap<String, String>) -> Self {
        let Event { id, name: action, at, actor, origin, subject, before, after, personal, .. } = event;
        let origin = origin.map(|origin| Origin { ip: origin.ip, user_agent: origin.user_agent });
        Self { id, at, action, actor: Who::new(actor, names), subject, before, after, personal, origin }
    }
}
