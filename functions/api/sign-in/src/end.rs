//! Somebody signs out.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use domain::{Event, permission::OwnSignIn};
use runtime::{Answer, App, Caller, ProblemDocument, answer};

use crate::cookie::{self, Staff};

/// Signs out: ends the sign-in and takes the cookie away.
#[utoipa::path(delete, path = "/v1/sign-in", tag = "sign-in", responses((status = 204), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn end_sign_in(State(app): State<App>, caller: Caller<OwnSignIn>) -> Answer<Response> {
    let id = caller.sign_in_id()?;
    let event = Event::new(&mut app.moment(), caller.account_id, caller.actor(), "sign_in.ended", id);
    app.store().sign_out(caller.account_id, caller.user_id, id, event).await?;
    Ok(([(header::SET_COOKIE, cookie::clear::<Staff>())], answer::done()).into_response())
}
