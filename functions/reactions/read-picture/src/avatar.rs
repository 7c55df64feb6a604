//! A picture becomes a customer's avatar, in two sizes (CUS-5).

use domain::{AccountId, AvatarId, Changed, CustomerId, Problem, avatar::Avatar, picture::MAX_BYTES};
use runtime::App;
use sha2::{Digest, Sha256};

use crate::{NAME, picture};

/// Reads an upload, if it is the one that its customer waits for.
pub(crate) async fn read(
    app: &App,
    (account, customer, upload): (AccountId, CustomerId, AvatarId),
    key: &str,
) -> Result<(), Problem> {
    let (_, before) = app.store().customer_and_avatar(account, customer).await?;
    let Some(awaited) = before.thing.awaited(upload) else { return sweep(app, &before.thing).await };
    // It has been read and removed by the event's other delivery.
    let Some(bytes) = app.files()?.beginning(key, MAX_BYTES).await? else { return Ok(()) };
    let moment = &mut app.moment();
    let decide = |avatar: Avatar, decision: &mut dyn FnMut(Avatar) -> Changed<Avatar>| {
        // A newer picture may have been asked for meanwhile.
        let waits = avatar.awaited(upload).is_some();
        Ok(if waits { decision(avatar) } else { Changed { now: avatar, events: vec![] } })
    };
    match picture::squares(&bytes, awaited.crop) {
        Err(fault) => {
            let mut refuse = |avatar: Avatar| avatar.refuse(moment, fault.clone());
            app.store().change_avatar(account, customer, |avatar| decide(avatar, &mut refuse)).await?;
        }
        Ok(squares) => {
            let picture = name(upload, &squares);
            for ((_, key), square) in before.thing.files(&picture).zip(squares) {
                app.files()?.save(&key, "image/png", square).await?;
            }
            let mut keep = |avatar: Avatar| avatar.keep(moment, picture.clone());
            let after =
                app.store().change_avatar(account, customer, |avatar| decide(avatar, &mut keep)).await?;
            if after.picture.as_ref() != Some(&picture) {
                remove(app, &after, &picture).await?;
            }
            sweep(app, &after).await?;
        }
    }
    Ok(())
}

/// A picture's name: a hash of what it shows and of its upload, so that no other upload's files are ever the same.
fn name(upload: AvatarId, squares: &[Vec<u8>]) -> String {
    let mut hash = Sha256::new();
    hash.update(upload.bytes());
    for square in squares {
        hash.update(Sha256::digest(square));
    }
    let mut name = domain::sign_in::hex(&hash.finalize());
    name.truncate(NAME);
    name
}

/// Removes the files of the picture before. Done again when it was cut off.
async fn sweep(app: &App, avatar: &Avatar) -> Result<(), Problem> {
    match &avatar.previous {
        Some(picture) => remove(app, avatar, picture).await,
        None => Ok(()),
    }
}

async fn remove(app: &App, avatar: &Avatar, picture: &str) -> Result<(), Problem> {
    for (_, key) in avatar.files(picture) {
        app.files()?.remove(&key).await?;
    }
    Ok(())
}
