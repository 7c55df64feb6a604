//! A manager merges another company into one, after a look at what would become of it.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use domain::{
    CompanyId, Problem,
    company::merge::{Merge, MergeInput},
    permission::ManageCompanies,
};
use futures::future::try_join;
use runtime::{Answer, App, Caller, Input, Named, ProblemDocument, Query, Trial, answer};

use super::view::{EqualNames, Name, Preview, View};

/// How many names a preview gives as examples.
const EXAMPLES: usize = 10;

/// Merges another company into this one, in the background: whatever is the other one's becomes this one's, and the other one
/// is no more. With `dry_run`, the answer says what would move and who would see more.
#[utoipa::path(post, path = "/v1/companies/{id}/merge", tag = "companies", params(("id" = CompanyId, Path), Trial), request_body = MergeInput,
    responses((status = 200, body = Preview), (status = 202, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn request_company_merge(
    State(app): State<App>,
    caller: Caller<ManageCompanies>,
    Named(id): Named<CompanyId>,
    Query(trial): Query<Trial>,
    Input(input): Input<MergeInput>,
) -> Answer<Response> {
    let (account, store) = (caller.account_id, app.store());
    let into = store.company(account, id).await?;
    let from = store.named_company(account, "company_id", input.check(id)?).await?;
    let begun = Merge::begin(&mut app.moment(), caller.actor(), &from.thing, &into.thing)?;
    if trial.dry_run {
        let lost = from.thing.settings.said().collect();
        let preview = Box::pin(preview(&app, &begun.merge.now.work, (&caller, lost))).await?;
        return Ok(Json(preview).into_response());
    }
    let kept = store.begin_merge((&from, &into), begun).await?;
    Ok(answer::accepted(View::from(kept.thing)))
}

async fn preview(
    app: &App,
    merge: &Merge,
    (caller, settings_lost): (&Caller<ManageCompanies>, Vec<&'static str>),
) -> Result<Preview, Problem> {
    let (account, both) = (caller.account_id, (merge.from, merge.into));
    let ((moves, lists), (devices, first)) = try_join(
        app.store().belongings(account, merge.from),
        app.store().equal_device_names(account, both, EXAMPLES),
    )
    .await?;
    let mut services = lists.services_of_one(merge.from, merge.into);
    services.truncate(EXAMPLES);
    Ok(Preview {
        from: Name { id: merge.from, name: merge.from_name.clone() },
        into: Name { id: merge.into, name: merge.into_name.clone() },
        moves,
        users_who_see_more: lists.users_of_one(merge.from, merge.into),
        services_for_both: services,
        equal_device_names: EqualNames { devices, first },
        settings_lost,
    })
}
