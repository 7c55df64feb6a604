//! Seats, who is at work by them, and how many were in use at most on each day (PPL-15).

use aws_sdk_dynamodb::types::{AttributeValue, TransactWriteItem, Update};
use domain::{
    AccountId, Changed, Problem, Timestamp,
    account::Account,
    seat::{Occupancy, Patience, SeatModule, SeatPool},
    user::{SeatKind, User},
};
use jiff::{SignedDuration, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    Store,
    item::{Kept, Record, bug, decode},
    keys::{self, Key},
    leg::Leg,
    table::Range,
    users::of_type,
};

/// For how long daily totals are kept: 25 months.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 762);

impl Record for SeatPool {
    const TYPE: &'static str = "seats";
    fn key(&self) -> Key {
        keys::seat_pool(self.account_id, self.module)
    }
}

impl Record for Occupancy {
    const TYPE: &'static str = "seat_use";
    fn key(&self) -> Key {
        keys::seat_use(self.account_id, self.module)
    }
}

/// The most seats that were in use at once on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatDay {
    account_id: AccountId,
    module: SeatModule,
    /// The day (UTC).
    pub day: Date,
    /// Named ones.
    pub named: u32,
    /// Shared ones.
    pub shared: u32,
}

impl Record for SeatDay {
    const TYPE: &'static str = "seat_day";
    fn key(&self) -> Key {
        keys::seat_day(self.account_id, self.module, &self.day.to_string())
    }
    fn expires_at(&self) -> Option<Timestamp> {
        let begin = self.day.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
        begin.saturating_add(KEPT).ok()
    }
}

/// The seats of a module, who is at work there, and how long somebody counts as there.
#[derive(Debug)]
pub struct Seating {
    /// The seats.
    pub pool: Kept<SeatPool>,
    /// Who is at work.
    pub room: Kept<Occupancy>,
    /// Now, and for how long somebody counts as there.
    pub patience: Patience,
}

impl Seating {
    /// Who is at work now.
    #[must_use]
    pub fn now(&self) -> Occupancy {
        self.room.thing.clone().at(&self.pool.thing, self.patience)
    }
}

impl Store {
    /// The seats of a module, and who is at work there; one round trip.
    pub async fn seats(
        &self,
        account: AccountId,
        module: SeatModule,
        now: Timestamp,
    ) -> Result<Seating, Problem> {
        let wanted =
            vec![keys::seat_pool(account, module), keys::seat_use(account, module), keys::account(account)];
        let items = self.batch_get(wanted, true).await?;
        let none = || Kept { thing: SeatPool::none(account, module), version: 0 };
        let nobody = || Kept { thing: Occupancy::nobody(account, module, now), version: 0 };
        let account = of_type::<Account>(&items).ok_or(Problem::NotFound)??.thing;
        Ok(Seating {
            pool: of_type(&items).transpose()?.unwrap_or_else(none),
            room: of_type(&items).transpose()?.unwrap_or_else(nobody),
            patience: Patience { now, timeout: account.seat_timeout() },
        })
    }

    /// Keeps how many seats there are. How many are assigned is not touched; should more have been meanwhile, it is stale.
    pub async fn change_seats(
        &self,
        before: &Kept<SeatPool>,
        changed: Changed<SeatPool>,
    ) -> Result<Kept<SeatPool>, Problem> {
        if changed.events.is_empty() {
            return Ok(before.clone());
        }
        let leg = if before.version == 0 {
            Leg::put_new(self, &changed.now, Problem::Stale)?
        } else {
            let now = &changed.now;
            let number = |number: u64| AttributeValue::N(number.to_string());
            let update = Update::builder()
                .update_expression("SET #data.#n = :named, #data.#s = :shared, #version = :next")
                .condition_expression("#version = :version AND #data.#na <= :named")
                .expression_attribute_names("#version", "version")
                .expression_attribute_names("#n", "named")
                .expression_attribute_names("#s", "shared")
                .expression_attribute_names("#na", "named_assigned")
                .expression_attribute_values(":named", number(now.named.into()))
                .expression_attribute_values(":shared", number(now.shared.into()))
                .expression_attribute_values(":version", number(before.version))
                .expression_attribute_values(":next", number(before.version + 1));
            update_leg(self, now.key(), update, Problem::Stale)?
        };
        self.commit(vec![leg], &changed.events).await?;
        Ok(Kept { thing: changed.now, version: before.version + 1 })
    }

    /// The legs by which a user takes the seats that they have got, and gives back those that they have no longer; refused
    /// when none is left.
    pub(crate) fn moved_seats(&self, before: Option<&User>, now: Option<&User>) -> Result<Vec<Leg>, Problem> {
        let mut legs = vec![];
        let Some(account) = before.or(now).map(|user| user.account_id) else { return Ok(legs) };
        for module in SeatModule::ALL {
            let kind = |user: Option<&User>| user.and_then(|user| module.of(user.duties.seats));
            let (old, new) = (kind(before), kind(now));
            if old != new {
                legs.push(self.move_seat((account, module), old, new)?);
            }
        }
        Ok(legs)
    }

    fn move_seat(
        &self,
        (account, module): (AccountId, SeatModule),
        old: Option<SeatKind>,
        new: Option<SeatKind>,
    ) -> Result<Leg, Problem> {
        let difference = |kind| i8::from(new == Some(kind)) - i8::from(old == Some(kind));
        let condition = match new {
            Some(SeatKind::Named) => "attribute_exists(pk) AND #data.#na < #data.#n",
            // However many share the pool, there must be one.
            Some(SeatKind::Shared) => "attribute_exists(pk) AND #data.#n > :none",
            None => "attribute_exists(pk)",
        };
        let mut update = Update::builder()
            .update_expression("SET #data.#na = #data.#na + :named, #data.#sa = #data.#sa + :shared")
            .condition_expression(condition)
            .expression_attribute_names("#na", "named_assigned")
            .expression_attribute_names("#sa", "shared_assigned")
            .expression_attribute_values(":named", AttributeValue::N(difference(SeatKind::Named).to_string()))
            .expression_attribute_values(
                ":shared",
                AttributeValue::N(difference(SeatKind::Shared).to_string()),
            );
        if let Some(kind) = new {
            let bought = if kind == SeatKind::Named { "named" } else { "shared" };
            update = update.expression_attribute_names("#n", bought);
        }
        if new == Some(SeatKind::Shared) {
            update = update.expression_attribute_values(":none", AttributeValue::N("0".into()));
        }
        let refused = Problem::field(&format!("seats.{}", module.name()), "seats_none_left");
        update_leg(self, keys::seat_pool(account, module), update, refused)
    }

    /// Keeps who is at work, and the day's peaks when they have grown. Two who come at once: one of them is stale, and asks
    /// again.
    pub async fn keep_occupancy(&self, before: &Kept<Occupancy>, now: &Occupancy) -> Result<(), Problem> {
        let mut legs = vec![if before.version == 0 {
            Leg::put_new(self, now, Problem::Stale)?
        } else {
            Leg::replace(self, now, before.version)?
        }];
        let peaks = |room: &Occupancy| (room.day, room.named_peak, room.shared_peak);
        if before.version == 0 || peaks(&before.thing) != peaks(now) {
            let Occupancy { account_id, module, day, named_peak, shared_peak, .. } = *now;
            let day = SeatDay { account_id, module, day, named: named_peak, shared: shared_peak };
            legs.push(Leg::put_over(self, &day)?);
        }
        self.commit(legs, &[]).await
    }

    /// How many seats were in use at most on each day from `from` on; one round trip.
    pub async fn seat_days(
        &self,
        account: AccountId,
        module: SeatModule,
        from: Date,
    ) -> Result<Vec<SeatDay>, Problem> {
        let range = Range {
            from: keys::seat_day(account, module, &from.to_string()).sk,
            to: keys::seat_day(account, module, "9").sk,
            limit: 1000,
            ..Range::of(keys::seat_pool(account, module).pk)
        };
        let items = self.query(&range).await?.items;
        items.into_iter().map(|item| decode(item).map(|kept| kept.thing)).collect()
    }
}

fn update_leg(
    store: &Store,
    key: Key,
    update: aws_sdk_dynamodb::types::builders::UpdateBuilder,
    otherwise: Problem,
) -> Result<Leg, Problem> {
    let update = update.table_name(&store.table).set_key(Some(key.attributes()));
    let update = update.expression_attribute_names("#data", "data").build().map_err(bug)?;
    Ok(Leg::new(TransactWriteItem::builder().update(update).build(), otherwise))
}
