//! Somebody comes to work in a module, stays, and goes (PPL-15).

use axum::{Json, extract::State, response::Response};
use domain::{
    Problem,
    permission::OwnProfile,
    seat::{Occupancy, Patience, SeatModule, SeatPool, Standing},
    user::SeatKind,
};
use runtime::{Answer, App, Caller, Named, ProblemDocument, answer};
use serde::Serialize;
use store::Seating;
use utoipa::ToSchema;

/// How often it is tried when others come at the same moment.
const TRIES: u32 = 8;

/// Whether one has a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SeatState {
    /// One may work.
    Working,
    /// All shared seats are taken.
    Waiting,
}

/// One's own seat in a module.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OwnSeat {
    /// The module.
    module: SeatModule,
    /// Which kind of seat.
    kind: SeatKind,
    /// Whether one has it.
    state: SeatState,
    /// How many wait before one.
    waiting_before: u32,
    /// Within how many seconds to say again that one is still there.
    again_within: i64,
}

/// Takes a seat, and keeps it: to be asked again every few minutes. When all shared seats are taken one waits, and has the
/// next one that becomes free. Who is not heard of for as long as the setting `shared_seat_timeout` says gives theirs up.
#[utoipa::path(put, path = "/v1/me/seats/{module}", tag = "seats", params(("module" = SeatModule, Path)),
    responses((status = 200, body = OwnSeat), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn take_seat(
    State(app): State<App>,
    caller: Caller<OwnProfile>,
    Named(module): Named<SeatModule>,
) -> Answer<Json<OwnSeat>> {
    // Who has no seat there has nothing to take.
    let kind = module.of(caller.duties.seats).ok_or(Problem::NotFound)?;
    let user = caller.user_id;
    let (room, patience) =
        settle(&app, &caller, module, |room, pool, at| room.arrive(pool, (user, kind), at)).await?;
    let (state, waiting_before) = match room.standing(user) {
        Standing::Works => (SeatState::Working, 0),
        Standing::Waits { before } => (SeatState::Waiting, before),
    };
    Ok(Json(OwnSeat { module, kind, state, waiting_before, again_within: patience.timeout.as_secs() / 3 }))
}

/// Gives one's seat back; whoever has waited longest has it.
#[utoipa::path(delete, path = "/v1/me/seats/{module}", tag = "seats", params(("module" = SeatModule, Path)),
    responses((status = 204), (status = 404, body = ProblemDocument, content_type = "application/problem+json")))]
pub(crate) async fn leave_seat(
    State(app): State<App>,
    caller: Caller<OwnProfile>,
    Named(module): Named<SeatModule>,
) -> Answer<Response> {
    settle(&app, &caller, module, |room, pool, at| room.leave(pool, caller.user_id, at)).await?;
    Ok(answer::done())
}

/// Moves somebody in or out, again and again when others do so at the same moment.
async fn settle(
    app: &App,
    caller: &Caller<OwnProfile>,
    module: SeatModule,
    change: impl Fn(Occupancy, &SeatPool, Patience) -> Occupancy,
) -> Result<(Occupancy, Patience), Problem> {
    for _ in 0..TRIES {
        let Seating { pool, room: before, patience } =
            app.store().seats(caller.account_id, module, app.now()).await?;
        let now = change(before.thing.clone(), &pool.thing, patience);
        if now == before.thing {
            return Ok((now, patience));
        }
        match app.store().keep_occupancy(&before, &now).await {
            Ok(()) => return Ok((now, patience)),
            Err(Problem::Stale) => {}
            Err(problem) => return Err(problem),
        }
    }
    Err(Problem::Unavailable("too many come to a module at once".into()))
}
