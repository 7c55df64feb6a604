//! Staff look at the settings of a company, and a manager changes them (SET-1).

use axum::{extract::State, response::Response};
use domain::{
    CompanyId,
    permission::{ManageSettings, SeeSettings},
    settings::{Effective, Settings},
};
use runtime::{Answer, App, Caller, IfMatch, Named, Patch, ProblemDocument, Query, Trial, answer};

/// The settings as they hold in a company: each with its value, and whether company, account or nobody has said so.
#[utoipa::path(get, path = "/v1/companies/{id}/settings", tag = "settings", params(("id" = CompanyId, Path)),
    responses((status = 200, body = Effective), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_company_settings(
    State(app): State<App>,
    caller: Caller<SeeSettings>,
    Named(id): Named<CompanyId>,
) -> Answer<Response> {
    caller.check_company(Some(id))?;
    let (account, company) = app.store().account_and_company(caller.account_id, id).await?;
    Ok(answer::show(company.thing.effective(&account), company.version))
}

/// Changes what a company says instead of its account, where it may. Null takes it back, so that what the account says holds again. A
/// part of a value can be changed by itself: the rest stays as it holds. With `dry_run`, the answer is what would hold, and nothing is
/// changed.
#[utoipa::path(patch, path = "/v1/companies/{id}/settings", tag = "settings", params(("id" = CompanyId, Path), Trial), request_body = Settings,
    responses((status = 200, body = Effective), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_company_settings(
    State(app): State<App>,
    caller: Caller<ManageSettings>,
    Named(id): Named<CompanyId>,
    if_match: IfMatch,
    Query(trial): Query<Trial>,
    patch: Patch,
) -> Answer<Response> {
    let (account, before) = app.store().account_and_company(caller.account_id, id).await?;
    let before = if_match.admit(before)?;
    let present =
        before.thing.settings.clone().written_out(&patch.parts(), &before.thing.effective(&account));
    let input = patch.apply(&present)?;
    let changed = before.thing.clone().change_settings(&mut app.moment(), caller.actor(), &input)?;
    if trial.dry_run {
        return Ok(answer::show(changed.now.effective(&account), before.version));
    }
    let kept = app.store().update_company(&before, changed).await?;
    Ok(answer::show(kept.thing.effective(&account), kept.version))
}
