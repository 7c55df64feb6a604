//! A manager has other portals say what one says.

use std::collections::BTreeSet;

use axum::{Json, extract::State};
use domain::{FieldError, PortalId, Problem, permission::ManagePortals, portal::Part, text::Check};
use runtime::{Answer, App, Caller, Input, Named, Piecemeal, ProblemDocument};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// To which portals, and what.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[schema(as = PortalCopy)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Copy {
    /// The portals that are to say the same.
    portal_ids: BTreeSet<PortalId>,
    /// What, at least one.
    parts: BTreeSet<Part>,
}

/// What has become of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalCopies)]
pub(crate) struct Copies {
    /// The portals that say the same now.
    portal_ids: Vec<PortalId>,
}

/// Has other portals say what this one says, in the parts that are named.
#[utoipa::path(post, path = "/v1/portals/{id}/copy", tag = "portals", params(("id" = PortalId, Path)), request_body = Copy,
    responses((status = 200, body = Copies), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn copy_portal(
    State(app): State<App>,
    caller: Caller<ManagePortals>,
    _: Piecemeal,
    Named(id): Named<PortalId>,
    Input(copy): Input<Copy>,
) -> Answer<Json<Copies>> {
    let all = app.store().kept_portals(caller.account_id).await?;
    let from = all.iter().find(|kept| kept.thing.id == id).ok_or(Problem::NotFound)?;
    let mut check = Check::default();
    for (field, is_empty) in [("portal_ids", copy.portal_ids.is_empty()), ("parts", copy.parts.is_empty())] {
        if is_empty {
            check.refuse(FieldError::new(field, "required"));
        }
    }
    let knows = |id: PortalId| all.iter().any(|kept| kept.thing.id == id);
    for (at, _) in copy.portal_ids.iter().enumerate().filter(|(_, id)| !knows(**id)) {
        check.refuse(FieldError::new(format!("portal_ids.{at}"), "portal_unknown"));
    }
    check.finish(())?;
    let mut portal_ids = vec![];
    for before in all.iter().filter(|kept| copy.portal_ids.contains(&kept.thing.id)) {
        let portal = before.thing.clone();
        let moment = &mut app.moment();
        let changed = portal.take_over(moment, caller.actor(), (&from.thing, &copy.parts))?;
        portal_ids.push(app.store().update_portal(before, changed).await?.thing.id);
    }
    Ok(Json(Copies { portal_ids }))
}
