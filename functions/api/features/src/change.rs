//! A change that is only tried (SET-5).

use domain::{
    AccountId, Problem,
    organisation::{Impact, Organisation},
};
use runtime::App;
use store::Whose;

/// What would be different, and for whom of those who are asked about.
pub(crate) async fn tried(
    app: &App,
    account: AccountId,
    whose: Whose,
    after: impl FnOnce(&Organisation) -> Organisation,
) -> Result<Option<Impact>, Problem> {
    let before = app.store().organisation(account, whose).await?;
    Ok(Some(before.impact(&after(&before))))
}
