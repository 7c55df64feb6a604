//! Every minute: devices that were online and have not reported for five minutes are told to have gone offline (DEV-1).

use domain::{AccountId, DeviceId, Problem};
use jiff::SignedDuration;
use runtime::{App, Deadline};
use serde_json::{Value, json};

/// With less time left than this, the rest waits for the next minute.
const SPARE: SignedDuration = SignedDuration::from_secs(10);

/// Looks after every device that is due. Told twice is no harm: one outage is told once, whoever tells it.
pub async fn handle(app: App, _: Value, deadline: Deadline) -> Result<Value, Problem> {
    let (mut looked, mut offline) = (0, 0);
    loop {
        let due = app.store().due_devices(app.now()).await?;
        let mut moved = false;
        for (account, device, hash) in due {
            if deadline.is_near(app.now(), SPARE) {
                return Ok(json!({ "looked_after": looked, "offline": offline }));
            }
            let told = look_after(&app, (account, device), &hash).await?;
            looked += 1;
            offline += u32::from(told == Some(true));
            moved |= told.is_some();
        }
        // What could not be moved is left for the next minute, so that nobody goes round in circles.
        if !moved {
            tracing::info!(looked, offline, "looked after devices");
            return Ok(json!({ "looked_after": looked, "offline": offline }));
        }
    }
}

/// Whether the device has gone offline; `None` when there was nothing to do, or somebody else did it.
async fn look_after(
    app: &App,
    (account, device): (AccountId, DeviceId),
    hash: &str,
) -> Result<Option<bool>, Problem> {
    // The index lags behind: whoever has another key by now, is gone, or was told already, is due no longer.
    let Some(pulse) = app.store().pulse(hash).await?.filter(|pulse| pulse.thing.online) else {
        return Ok(None);
    };
    if pulse.thing.is_online(app.now()) {
        app.store().postpone(&pulse.thing).await?;
        return Ok(Some(false));
    }
    let Some(seen_at) = pulse.thing.seen_at else { return Ok(None) };
    let device = match app.store().device(account, device).await {
        Ok(device) => device,
        Err(Problem::NotFound) => return Ok(None),
        Err(problem) => return Err(problem),
    };
    let changed = device.thing.clone().went_offline(&mut app.moment(), seen_at);
    match app.store().tell_pulse((&device, &pulse), changed).await {
        Ok(()) => Ok(Some(true)),
        Err(Problem::Stale) => Ok(None),
        Err(problem) => Err(problem),
    }
}
