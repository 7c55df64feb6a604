//! A representative takes a code back.

use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::{Problem, permission::HoldCodes};
use runtime::{Answer, App, Caller, ProblemDocument, answer};

/// Takes a code of one's own back: it is good no more.
#[utoipa::path(delete, path = "/v1/codes/{code}", tag = "codes", params(("code" = String, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn delete_code(
    State(app): State<App>,
    caller: Caller<HoldCodes>,
    Path(digits): Path<String>,
) -> Answer<Response> {
    let codes = app.store().codes(caller.account_id, caller.user_id, app.now()).await?;
    let before = codes.iter().find(|kept| kept.thing.digits == digits).ok_or(Problem::NotFound)?;
    app.store().delete_code(before).await?;
    Ok(answer::done())
}
