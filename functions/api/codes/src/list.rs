//! A representative looks at their codes.

use axum::{Json, extract::State};
use domain::permission::HoldCodes;
use runtime::{Answer, App, Caller};
use serde::Serialize;
use utoipa::ToSchema;

use crate::view::View;

/// The codes that wait; at most eight.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CodeList)]
pub(crate) struct Codes {
    /// The oldest first.
    items: Vec<View>,
}

/// One's own codes that wait for a customer.
#[utoipa::path(get, path = "/v1/codes", tag = "codes", responses((status = 200, body = Codes)))]
pub(crate) async fn list_codes(State(app): State<App>, caller: Caller<HoldCodes>) -> Answer<Json<Codes>> {
    let mut codes = app.store().codes(caller.account_id, caller.user_id, app.now()).await?;
    codes.sort_by_key(|kept| kept.thing.created_at);
    Ok(Json(Codes { items: codes.into_iter().map(|kept| kept.thing.into()).collect() }))
}
