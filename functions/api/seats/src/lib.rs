//! Seats: how many there are, who has them, who is at work by them (PPL-15).

mod history;
mod list;
mod own;
mod show;
mod update;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::show_seats))
        .routes(routes!(show::show_module_seats, update::update_seats))
        .routes(routes!(history::show_seat_use))
        .routes(routes!(own::take_seat, own::leave_seat))
}
