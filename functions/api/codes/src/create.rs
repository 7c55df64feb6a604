//! A representative makes a code (POR-5).

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    Problem,
    code::{Code, CodeInput},
    permission::HoldCodes,
};
use futures::future::try_join3;
use runtime::{Answer, App, Caller, Input, ProblemDocument};
use store::Whose;

use crate::view::View;

/// How often other digits are tried where some wait already, or another code takes the place meanwhile.
const ATTEMPTS: usize = 5;

/// Makes a code for the portal that one serves, by which a customer comes to oneself: good for 15 minutes or as long as is said, and for
/// one time. As many wait at once as the feature `max_active_codes` allows, at most eight.
#[utoipa::path(post, path = "/v1/codes", tag = "codes", request_body = CodeInput,
    responses((status = 201, body = View), (status = 409, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json"), (status = 503, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn create_code(
    State(app): State<App>,
    caller: Caller<HoldCodes>,
    Input(input): Input<CodeInput>,
) -> Answer<Response> {
    let (account, store) = (caller.account_id, app.store());
    for _ in 0..ATTEMPTS {
        let (user, organisation, waiting) = Box::pin(try_join3(
            store.user(account, caller.user_id),
            store.organisation(account, Whose::Nobody),
            store.codes(account, caller.user_id, app.now()),
        ))
        .await?;
        let waiting: Vec<Code> = waiting.into_iter().map(|kept| kept.thing).collect();
        let changed = Code::create(&mut app.moment(), (&user.thing, &organisation), &waiting, &input)?;
        match store.create_code(changed).await {
            Err(Problem::Stale) => {}
            kept => return Ok((StatusCode::CREATED, Json(View::from(kept?))).into_response()),
        }
    }
    Err(Problem::Unavailable("no free digits were found".into()).into())
}
