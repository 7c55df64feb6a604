//! The JSON that the outside sees.

use domain::{
    seat::{Occupancy, SeatModule, SeatPool},
    user::SeatKind,
};
use serde::Serialize;
use utoipa::ToSchema;

/// The seats of a module.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ModuleSeats)]
pub struct View {
    /// The module.
    pub module: SeatModule,
    /// Those that belong to one user each.
    pub named: KindView,
    /// Those that many share.
    pub shared: KindView,
    /// How many wait for a shared one.
    pub waiting: u32,
}

/// The seats of a kind.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeatCounts)]
pub struct KindView {
    /// How many there are.
    pub bought: u32,
    /// To how many users they are assigned; more than there are may share them.
    pub assigned: u32,
    /// By how many somebody is at work now.
    pub in_use: u32,
}

impl View {
    /// The seats, and who is at work.
    #[must_use]
    pub fn new(pool: &SeatPool, room: &Occupancy) -> Self {
        let kind = |bought, assigned, kind| KindView { bought, assigned, in_use: room.working(kind) };
        Self {
            module: pool.module,
            named: kind(pool.named, pool.named_assigned, SeatKind::Named),
            shared: kind(pool.shared, pool.shared_assigned, SeatKind::Shared),
            waiting: room.waiting(),
        }
    }
}
