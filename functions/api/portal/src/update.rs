//! A customer changes their language, time zone or the format of their mail.

use axum::{extract::State, response::Response};
use domain::customer::Preferences;
use runtime::{Answer, App, IfMatch, Patch, PortalCaller, ProblemDocument, answer};

use crate::{me::whole, view::Me};

/// Changes one's own language, time zone or e-mail format. All else is the organisation's to change.
#[utoipa::path(patch, path = "/v1/portal/me", tag = "portal", request_body = Preferences,
    responses((status = 200, body = Me), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_portal_me(
    State(app): State<App>,
    caller: PortalCaller,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let (before, account) = app.store().customer_and_account(caller.account_id, caller.customer_id).await?;
    let before = if_match.admit(before)?;
    let wanted: Preferences = patch.apply(&before.thing.preferences())?;
    let changed = before.thing.clone().prefer(&mut app.moment(), &wanted)?;
    let kept = app.store().update_customer(&before, changed).await?;
    Ok(answer::show(whole(&app, kept.thing, account).await?, kept.version))
}
