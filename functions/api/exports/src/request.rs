//! A manager wants the customers as a file.

use axum::{extract::State, response::Response};
use domain::{
    customer::{CustomerFilter, Selection},
    export::Export,
    job::Job,
    permission::ManageExports,
};
use runtime::{Answer, App, Caller, Input, ProblemDocument, Words, answer};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::view::View;

/// Whom the file is to hold.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[schema(as = ExportRequest)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Request {
    /// Those whom the list shows with this filter; left out or empty: everybody.
    filter: Option<CustomerFilter>,
}

/// Asks for an export (CUS-7). It is written in the background.
#[utoipa::path(post, path = "/v1/exports", tag = "exports", request_body = Request,
    responses((status = 202, body = View), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn request_export(
    State(app): State<App>,
    caller: Caller<ManageExports>,
    Input(request): Input<Request>,
) -> Answer<Response> {
    let filter = request.filter.filter(|filter| !filter.is_empty());
    let export = Export::of(filter.map_or(Selection::All, Selection::Matching));
    let changed = Job::request(&mut app.moment(), caller.account_id, caller.actor(), export);
    let kept = app.store().create_work(changed, vec![]).await?;
    let names = app.names(caller.account_id, vec![kept.thing.created_by]).await?;
    Ok(answer::accepted(View::new(kept.thing, None, &names, Words(caller.locale))))
}
