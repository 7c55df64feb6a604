//! What somebody looks for in the audit log.

use domain::{ApiKeyId, FieldError, Problem, Timestamp, UserId, audit::Filter};
use serde::Deserialize;
use store::AuditQuery;
use utoipa::IntoParams;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Search {
    /// Not before this.
    #[param(value_type = Option<String>, format = DateTime)]
    from: Option<String>,
    /// Before this.
    #[param(value_type = Option<String>, format = DateTime)]
    to: Option<String>,
    /// Who did it: the id of a user or API key, `visitor` or `system`.
    who: Option<String>,
    /// What was done, or how its name begins: `customer.changed`, `customer`.
    action: Option<String>,
    /// The id of the thing that it was done to.
    subject: Option<String>,
}

impl Search {
    /// The query, or every value that can't be one.
    pub fn read(self) -> Result<AuditQuery, Problem> {
        let mut errors = vec![];
        let mut time = |field: &str, value: Option<String>| {
            let value = value.filter(|value| !value.is_empty())?;
            let read = value.parse::<Timestamp>();
            read.map_err(|_| errors.push(FieldError::new(field, "wrong_type"))).ok()
        };
        let (from, to) = (time("from", self.from), time("to", self.to));
        let said = |value: Option<String>| value.filter(|value| !value.is_empty());
        let (who, action, subject) = (said(self.who), said(self.action), said(self.subject));
        if who.as_deref().is_some_and(|who| !is_somebody(who)) {
            errors.push(FieldError::new("who", "wrong_type"));
        }
        if !errors.is_empty() {
            return Err(Problem::Invalid(errors));
        }
        Ok(AuditQuery { filter: Filter { who, action, subject }, from, to })
    }
}

fn is_somebody(who: &str) -> bool {
    who.parse::<UserId>().is_ok() || who.parse::<ApiKeyId>().is_ok() || ["visitor", "system"].contains(&who)
}
