//! Staff look at the account's seats.

use axum::{Json, extract::State};
use domain::{permission::SeeSeats, seat::SeatModule};
use futures::future::try_join_all;
use runtime::{Answer, App, Caller, ProblemDocument};
use serde::Serialize;
use store::Seating;
use utoipa::ToSchema;

use crate::view::View;

/// The seats of an account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountSeats {
    /// Module by module.
    modules: Vec<View>,
}

/// The account's seats: bought, assigned, in use.
#[utoipa::path(get, path = "/v1/seats", tag = "seats",
    responses((status = 200, body = AccountSeats), (status = 401, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_seats(
    State(app): State<App>,
    caller: Caller<SeeSeats>,
) -> Answer<Json<AccountSeats>> {
    let (account, now) = (caller.account_id, app.now());
    let seats = SeatModule::ALL.map(|module| app.store().seats(account, module, now));
    let view = |seating: Seating| View::new(&seating.pool.thing, &seating.now());
    Ok(Json(AccountSeats { modules: try_join_all(seats).await?.into_iter().map(view).collect() }))
}
