//! A manager looks what a file would change.

use axum::{Json, extract::State};
use domain::{
    organisation::{File, Step, reform},
    permission::ManageOrganisation,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the organisation is to be.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Wanted {
    /// The organisation as it is to be.
    pub file: File,
    /// Whether portals and teams that the file does not name are deleted. Companies never are.
    pub prune: bool,
}

/// What has to be done so that the organisation is as a file says.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OrganisationPlan)]
pub(crate) struct Plan {
    /// What, in the order in which it is done; nothing when all is as the file says.
    pub steps: Vec<Step>,
}

/// What would be done so that the organisation is as a file says. Nothing is. Every wrong value is named by its place in the file.
#[utoipa::path(post, path = "/v1/organisation/plan", tag = "organisation", request_body = Wanted,
    responses((status = 200, body = Plan), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn plan_organisation(
    State(app): State<App>,
    caller: Caller<ManageOrganisation>,
    Input(wanted): Input<Wanted>,
) -> Answer<Json<Plan>> {
    let blueprint = Box::pin(app.store().blueprint(caller.account_id)).await?;
    let moment = &mut app.moment();
    let deeds = reform(moment, caller.actor(), blueprint.present(), (&wanted.file, wanted.prune))?;
    Ok(Json(Plan { steps: deeds.into_iter().map(|(_, step)| step).collect() }))
}
