//! The JSON that the outside sees.

use domain::{Event, EventId, Timestamp};
use runtime::{Names, Who};
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

/// From where something was done.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditOrigin)]
pub(crate) struct Origin {
    /// The IP address.
    ip: String,
    /// The browser or program, as it calls itself.
    user_agent: String,
}

impl Entry {
    /// An event, as the log shows it.
    pub fn new(event: Event, names: &Names) -> Self {
        let Event { id, name: action, at, actor, origin, subject, before, after, personal, .. } = event;
        let origin = origin.map(|origin| Origin { ip: origin.ip, user_agent: origin.user_agent });
        Self { id, at, action, actor: names.who(actor), subject, before, after, personal, origin }
    }
}
