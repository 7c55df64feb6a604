//! Staff look how many seats have been in use.

use axum::{Json, extract::State};
use domain::{FieldError, Problem, permission::SeeSeats, seat::SeatModule};
use jiff::{ToSpan, tz::TimeZone};
use runtime::{Answer, App, Caller, Named, ProblemDocument, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// The most days that can be looked back: 25 months.
const MOST_DAYS: u32 = 762;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Span {
    /// How many days to look back, today included.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 762)]
    days: Option<String>,
}

/// How many seats have been in use.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SeatUse {
    /// Day by day, the oldest first; days on which nobody came are left out.
    days: Vec<DayView>,
}

/// The most seats that were in use at once on a day.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeatDay)]
pub(crate) struct DayView {
    /// The day (UTC).
    #[schema(value_type = String, format = Date)]
    day: jiff::civil::Date,
    /// Named ones.
    named: u32,
    /// Shared ones.
    shared: u32,
}

/// The most seats of a module that were in use at once, day by day; 90 days unless said otherwise.
#[utoipa::path(get, path = "/v1/seats/{module}/use", tag = "seats", params(("module" = SeatModule, Path), Span),
    responses((status = 200, body = SeatUse), (status = 404, body = ProblemDocument, content_type = "application/problem+json"), (status = 422, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn show_seat_use(
    State(app): State<App>,
    caller: Caller<SeeSeats>,
    Named(module): Named<SeatModule>,
    Query(span): Query<Span>,
) -> Answer<Json<SeatUse>> {
    let days = span.days.as_deref().filter(|days| !days.is_empty()).map_or(Ok(90), str::parse::<u32>);
    let days = days.ok().filter(|days| (1..=MOST_DAYS).contains(days)).ok_or_else(|| {
        Problem::Invalid(vec![FieldError::new("days", "out_of_range").with("min", 1).with("max", MOST_DAYS)])
    })?;
    let today = app.now().to_zoned(TimeZone::UTC).date();
    let from = today.saturating_sub((days - 1).cast_signed().days());
    let days = app.store().seat_days(caller.account_id, module, from).await?;
    let days = days.into_iter().map(|day| DayView { day: day.day, named: day.named, shared: day.shared });
    Ok(Json(SeatUse { days: days.collect() }))
}
