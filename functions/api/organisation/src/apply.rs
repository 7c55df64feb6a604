//! A manager makes the organisation what a file says.

use axum::{Json, extract::State};
use domain::{
    Problem,
    organisation::{Action, Deed, reform},
    permission::ManageOrganisation,
};
use runtime::{Answer, App, Caller, Input, Piecemeal, ProblemDocument};
use store::Blueprint;

use crate::plan::{Plan, Wanted};

/// Makes the organisation what a file says; the answer tells what was done. It is done step by step: where something comes in between,
/// what was done stays, and applying the file again does the rest.
#[utoipa::path(post, path = "/v1/organisation/apply", tag = "organisation", request_body = Wanted,
    responses((status = 200, body = Plan), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn apply_organisation(
    State(app): State<App>,
    caller: Caller<ManageOrganisation>,
    _: Piecemeal,
    Input(wanted): Input<Wanted>,
) -> Answer<Json<Plan>> {
    let blueprint = Box::pin(app.store().blueprint(caller.account_id)).await?;
    let moment = &mut app.moment();
    let deeds = reform(moment, caller.actor(), blueprint.present(), (&wanted.file, wanted.prune))?;
    let mut steps = vec![];
    for (deed, step) in deeds {
        Box::pin(keep(&app, &blueprint, deed)).await?;
        steps.push(step);
    }
    Ok(Json(Plan { steps }))
}

async fn keep(app: &App, blueprint: &Blueprint, deed: Deed) -> Result<(), Problem> {
    let store = app.store();
    match deed {
        Deed::Account(changed) => store.update_account(&blueprint.account, changed).await.map(drop),
        Deed::Company(Action::Create, changed) => store.create_company(changed).await.map(drop),
        Deed::Company(_, changed) => {
            store.update_company(blueprint.company(changed.now.id)?, changed).await.map(drop)
        }
        Deed::Portal(Action::Create, changed) => store.create_portal(changed).await.map(drop),
        Deed::Portal(Action::Change, changed) => {
            store.update_portal(blueprint.portal(changed.now.id)?, changed).await.map(drop)
        }
        Deed::Portal(Action::Delete, changed) => {
            store.delete_portal(blueprint.portal(changed.now.id)?, changed).await
        }
        Deed::Team(Action::Create, changed) => store.create_team(changed).await.map(drop),
        Deed::Team(Action::Change, changed) => {
            store.update_team(blueprint.team(changed.now.id)?, changed).await.map(drop)
        }
        Deed::Team(Action::Delete, changed) => {
            store.delete_team(blueprint.team(changed.now.id)?, changed).await
        }
    }
}
