//! Staff look at the seats of a module.

use axum::{extract::State, response::Response};
use domain::{permission::SeeSeats, seat::SeatModule};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};

use crate::view::View;

/// The seats of a module: bought, assigned, in use.
#[utoipa::path(get, path = "/v1/seats/{module}", tag = "seats", params(("module" = SeatModule, Path)),
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_module_seats(
    State(app): State<App>,
    caller: Caller<SeeSeats>,
    Named(module): Named<SeatModule>,
) -> Answer<Response> {
    let seating = app.store().seats(caller.account_id, module, app.now()).await?;
    Ok(answer::show(View::new(&seating.pool.thing, &seating.now()), seating.pool.version))
}
