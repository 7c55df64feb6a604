//! Who is at work in a module, and who waits for a seat (PPL-15).

use jiff::{SignedDuration, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{SeatModule, SeatPool};
use crate::{AccountId, Timestamp, UserId, user::SeatKind};

/// When it is, and for how long somebody counts as there who does not say so again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Now.
    pub now: Timestamp,
    /// For how long.
    pub timeout: SignedDuration,
}

/// Somebody who has come to a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Who.
    pub user_id: UserId,
    /// By which kind of seat.
    pub kind: SeatKind,
    /// Since when; the longest waits first.
    pub since: Timestamp,
    /// When they were last heard of.
    pub seen_at: Timestamp,
    /// Whether they have a seat, or wait for one.
    pub works: bool,
}

/// Everybody who is in a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occupancy {
    /// The account.
    pub account_id: AccountId,
    /// The module.
    pub module: SeatModule,
    /// Those who are there, the longest first.
    pub present: Vec<Presence>,
    /// The day (UTC) to which the peaks belong.
    pub day: Date,
    /// The most named seats in use at once on that day.
    pub named_peak: u32,
    /// The most shared seats in use at once on that day.
    pub shared_peak: u32,
}

/// What somebody is told who comes to a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They have a seat.
    Works,
    /// They wait; this many are before them.
    Waits {
        /// How many are before them.
        before: u32,
    },
}

impl Occupancy {
    /// Nobody is there.
    #[must_use]
    pub fn nobody(account_id: AccountId, module: SeatModule, now: Timestamp) -> Self {
        Self { account_id, module, present: vec![], day: day(now), named_peak: 0, shared_peak: 0 }
    }

    /// Somebody comes, or says that they are still there.
    #[must_use]
    pub fn arrive(mut self, pool: &SeatPool, (user_id, kind): (UserId, SeatKind), at: Patience) -> Self {
        let now = at.now;
        match self.present.iter_mut().find(|there| there.user_id == user_id) {
            Some(there) if there.kind == kind => there.seen_at = now,
            Some(there) => *there = Presence { user_id, kind, since: now, seen_at: now, works: false },
            None => self.present.push(Presence { user_id, kind, since: now, seen_at: now, works: false }),
        }
        self.settle(pool, at)
    }

    /// Somebody goes.
    #[must_use]
    pub fn leave(mut self, pool: &SeatPool, user_id: UserId, at: Patience) -> Self {
        self.present.retain(|there| there.user_id != user_id);
        self.settle(pool, at)
    }

    /// Forgets those who were not heard of, and gives free seats to those who have waited longest.
    fn settle(mut self, pool: &SeatPool, Patience { now, timeout }: Patience) -> Self {
        self.present.retain(|there| now.duration_since(there.seen_at) < timeout);
        self.present.sort_by_key(|there| (there.since, there.user_id));
        let mut free = pool.shared.saturating_sub(self.working(SeatKind::Shared));
        for there in self.present.iter_mut().filter(|there| !there.works) {
            there.works = there.kind == SeatKind::Named || free > 0;
            free -= u32::from(there.works && there.kind == SeatKind::Shared);
        }
        let peaks = (self.working(SeatKind::Named), self.working(SeatKind::Shared));
        let same = self.day == day(now);
        let of_day = |peak| if same { peak } else { 0 };
        (self.named_peak, self.shared_peak) =
            (peaks.0.max(of_day(self.named_peak)), peaks.1.max(of_day(self.shared_peak)));
        Self { day: day(now), ..self }
    }

    /// How many work by this kind of seat.
    #[must_use]
    pub fn working(&self, kind: SeatKind) -> u32 {
        count(self.present.iter().filter(|there| there.works && there.kind == kind))
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self) -> u32 {
        count(self.present.iter().filter(|there| !there.works))
    }

    /// The same without those who were not heard of for too long.
    #[must_use]
    pub fn at(self, pool: &SeatPool, at: Patience) -> Self {
        self.settle(pool, at)
    }

    /// What a user is told.
    #[must_use]
    pub fn standing(&self, user_id: UserId) -> Standing {
        let waiting = self.present.iter().filter(|there| !there.works);
        match self.present.iter().find(|there| there.user_id == user_id) {
            Some(there) if !there.works => {
                Standing::Waits { before: count(waiting.take_while(|other| other.user_id != user_id)) }
            }
            _ => Standing::Works,
        }
    }
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

fn day(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

#[cfg(test)]
mod tests {
    use super::{
        Standing::{Waits, Works},
        *,
    };
    use crate::moment::testing::moment;

    fn at(minutes: i64) -> Patience {
        let now = Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes);
        Patience { now, timeout: SignedDuration::from_mins(15) }
    }

    /// PPL-15.
    #[test]
    fn who_finds_all_shared_seats_taken_waits_in_line_until_somebody_goes_or_is_not_heard_of() {
        let account = AccountId::new(&mut moment(0));
        let [ada, bo, cy, di] = [1, 2, 3, 4].map(|at| UserId::new(&mut moment(at)));
        let pool = SeatPool { shared: 1, ..SeatPool::none(account, SeatModule::ServiceDesk) };
        let shared = |user| (user, SeatKind::Shared);
        let mut room = Occupancy::nobody(account, SeatModule::ServiceDesk, at(0).now);
        for (user, minute) in [(ada, 0), (bo, 1), (cy, 2)] {
            room = room.arrive(&pool, shared(user), at(minute));
        }
        let standings = |room: &Occupancy| [ada, bo, cy].map(|user| room.standing(user));
        assert_eq!(standings(&room), [Works, Waits { before: 0 }, Waits { before: 1 }]);
        room = room.arrive(&pool, (di, SeatKind::Named), at(3));
        assert_eq!((room.standing(di), room.named_peak, room.shared_peak), (Works, 1, 1));
        let gone = room.clone().leave(&pool, ada, at(4));
        assert_eq!((gone.standing(bo), gone.standing(cy)), (Works, Waits { before: 0 }));
        let (bo_stays, cy_stays) = (at(14), at(16));
        let late = room.arrive(&pool, shared(bo), bo_stays).arrive(&pool, shared(cy), cy_stays);
        assert_eq!(
            (late.standing(bo), late.standing(cy)),
            (Works, Waits { before: 0 }),
            "nobody hears of the first"
        );
        assert_eq!((late.working(SeatKind::Shared), late.waiting()), (1, 1));
        let next_day = late.arrive(&pool, shared(cy), at(24 * 60));
        assert_eq!((next_day.standing(cy), next_day.named_peak, next_day.shared_peak), (Works, 0, 1));
    }
}
