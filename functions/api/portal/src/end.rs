//! A customer signs out.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use domain::Event;
use runtime::{Answer, App, PortalCaller, ProblemDocument, answer};
use sign_in::cookie::{self, Portal};

/// Signs a customer out: ends the sign-in and takes the cookie away.
#[utoipa::path(delete, path = "/v1/portal/sign-in", tag = "portal", responses((status = 204), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn end_portal_sign_in(State(app): State<App>, caller: PortalCaller) -> Answer<Response> {
    let id = caller.sign_in_id;
    let event = Event::new(&mut app.moment(), caller.account_id, caller.actor(), "sign_in.ended", id);
    app.store().sign_out(caller.account_id, caller.customer_id, id, event).await?;
    Ok(([(header::SET_COOKIE, cookie::clear::<Portal>())], answer::done()).into_response())
}
