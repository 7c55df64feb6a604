//! Imports of customers from a CSV file.

mod cancel;
mod change;
mod confirm;
mod list;
mod read_anew;
mod rejected;
mod request;
mod row_view;
mod rows;
mod sample;
mod show;
mod undo;
mod view;

use runtime::App;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Every endpoint of the resource.
#[must_use]
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list_imports, request::request_import))
        .routes(routes!(sample::show_sample))
        .routes(routes!(show::show_import))
        .routes(routes!(rows::list_rows))
        .routes(routes!(rejected::show_rejected))
        .routes(routes!(confirm::confirm_import))
        .routes(routes!(read_anew::read_import_anew))
        .routes(routes!(cancel::cancel_import))
        .routes(routes!(undo::undo_import))
}
