//! A picture becomes the account's logo (SET-1).

use domain::{
    AccountId, LogoId, Problem,
    logo::{file_key, logo_at},
    picture::MAX_BYTES,
    sign_in::hex,
};
use runtime::App;
use sha2::{Digest, Sha256};

use crate::{NAME, picture};

/// Reads an upload, if it is the one that the account waits for. The file of a logo stays when another takes its place: mails that were
/// sent show it.
pub(crate) async fn read(
    app: &App,
    (account, upload): (AccountId, LogoId),
    key: &str,
) -> Result<(), Problem> {
    let (_, waiting) = app.store().account_and_logo(account).await?;
    if waiting.thing.awaited(upload).is_none() {
        return Ok(());
    }
    // It has been read and removed by the event's other delivery.
    let Some(bytes) = app.files()?.beginning(key, MAX_BYTES).await? else { return Ok(()) };
    let read = match picture::fitting(&bytes) {
        Err(fault) => Err(fault),
        Ok((png, size)) => {
            let mut hash = hex(&Sha256::digest(&png));
            hash.truncate(NAME);
            let file = file_key(account, &hash);
            app.files()?.save(&file, "image/png", png).await?;
            Ok(logo_at(&file, size))
        }
    };
    app.store().settle_logo((account, upload), &mut app.moment(), read).await
}
