//! Whether a user is in the care of whoever asks (PPL-1).

use domain::{
    Problem,
    permission::ManageUsers,
    team::Teams,
    user::{Role, User},
};
use runtime::{App, Caller};

/// All teams, where somebody names some or a team manager asks; else none.
pub(crate) async fn teams(app: &App, caller: &Caller<ManageUsers>, named: bool) -> Result<Teams, Problem> {
    if named || caller.duties.role == Role::TeamManager {
        app.store().teams(caller.account_id).await
    } else {
        Ok(Teams::default())
    }
}

/// For a team manager to whom somebody is not given there is no such user.
pub(crate) async fn check(app: &App, caller: &Caller<ManageUsers>, user: &User) -> Result<(), Problem> {
    let teams = teams(app, caller, false).await?;
    if caller.duties.care_for(user, &teams) { Ok(()) } else { Err(Problem::NotFound) }
}
