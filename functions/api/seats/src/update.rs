//! A manager says how many seats there are.

use axum::{extract::State, response::Response};
use domain::{permission::ManageSeats, seat::SeatModule};
use runtime::{Answer, App, Caller, IfMatch, Named, Patch, ProblemDocument, answer};
use store::Seating;

use crate::view::View;

/// Says how many seats there are for a module; no fewer named ones than belong to somebody.
#[utoipa::path(patch, path = "/v1/seats/{module}", tag = "seats", params(("module" = SeatModule, Path)), request_body = domain::seat::SeatsInput,
    responses((status = 200, body = View), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 412, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn update_seats(
    State(app): State<App>,
    caller: Caller<ManageSeats>,
    Named(module): Named<SeatModule>,
    if_match: IfMatch,
    patch: Patch,
) -> Answer<Response> {
    let seating = app.store().seats(caller.account_id, module, app.now()).await?;
    let before = if_match.admit(seating.pool.clone())?;
    let input = patch.apply(&before.thing.input())?;
    let changed = before.thing.clone().change(&mut app.moment(), caller.actor(), input)?;
    let kept = app.store().change_seats(&before, changed).await?;
    let seating = Seating { pool: kept, ..seating };
    Ok(answer::show(View::new(&seating.pool.thing, &seating.now()), seating.pool.version))
}
