//! A manager writes the organisation out as a file.

use axum::{Json, extract::State};
use domain::{organisation::File, permission::SeeOrganisation};
use runtime::{Answer, App, Caller, ProblemDocument};

/// The organisation as a file: settings, features, companies, portals and teams, and no people. Things are named by their names, so that
/// the file can be kept in version control and applied to another account.
#[utoipa::path(get, path = "/v1/organisation", tag = "organisation",
    responses((status = 200, body = File), (status = 409, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_organisation(
    State(app): State<App>,
    caller: Caller<SeeOrganisation>,
) -> Answer<Json<File>> {
    let blueprint = Box::pin(app.store().blueprint(caller.account_id)).await?;
    Ok(Json(File::of(&blueprint.present())))
}
