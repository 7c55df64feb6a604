//! A manager changes the access of many customers.

use axum::{extract::State, response::Response};
use domain::{
    access_change::{AccessChange, AccessChangeInput},
    job::Job,
    permission::ManageCustomers,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, Query, Trial, Words, answer};
use store::SHARDS;

use super::view::View;

/// Changes the access of chosen customers, of those who match a filter, or of all, in the background. Those who would break
/// a rule are skipped and listed (CUS-6). With `dry_run`, nobody changes.
#[utoipa::path(post, path = "/v1/customers/access", tag = "customers", params(Trial), request_body = AccessChangeInput,
    responses((status = 202, body = View), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn request_access_change(
    State(app): State<App>,
    caller: Caller<ManageCustomers>,
    Query(trial): Query<Trial>,
    Input(input): Input<AccessChangeInput>,
) -> Answer<Response> {
    let named: Vec<_> = input.services().collect();
    let (_, named) = app.store().named(caller.account_id, None, &named).await?;
    let work = AccessChange { dry_run: trial.dry_run, ..input.check(&named.services)? };
    let changed = Job::request(&mut app.moment(), caller.account_id, caller.actor(), work);
    let lanes = app.store().new_lanes(&changed.now.lanes(SHARDS))?;
    let kept = app.store().create_work(changed, lanes).await?;
    let who = app.names(caller.account_id, vec![kept.thing.created_by]).await?;
    Ok(answer::accepted(View::new(kept.thing, &who, Words(caller.locale))))
}
