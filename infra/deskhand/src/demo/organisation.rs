//! Two portals, two teams, one of them with two subteams, and who works in them.

use domain::{
    Actor, Problem, TeamId,
    account::Account,
    portal::{Mode, Portal, PortalInput},
    team::{Team, TeamInput},
    user::Role,
};
use runtime::App;

use super::{Staff, user};

/// Fills an account whose manager is there.
pub(super) async fn fill(app: &App, account: &Account, hash: &str) -> Result<(), Problem> {
    let web = portal(app, account, ("demo-help", "Help on the web", Mode::Web), 0).await?;
    let phone = portal(app, account, ("demo-phone", "Help on the telephone", Mode::Phone), 1).await?;
    let desk = team(app, account, ("Service desk", None), Some(&web)).await?;
    let early = team(app, account, ("Early shift", Some(desk)), None).await?;
    let late = team(app, account, ("Late shift", Some(desk)), None).await?;
    let telephone = team(app, account, ("Telephone", None), Some(&phone)).await?;
    for (login, name, role, team) in [
        ("representative", ("Rui", "Santos"), Role::Representative, early),
        ("lena", ("Lena", "Vogel"), Role::Representative, early),
        ("omar", ("Omar", "Haddad"), Role::Representative, late),
        ("sofia", ("Sofia", "Ricci"), Role::Representative, late),
        ("noah", ("Noah", "Petit"), Role::Representative, telephone),
        ("teammanager", ("Tara", "Novak"), Role::TeamManager, desk),
    ] {
        user(app, account, &Staff { login, name, role, team_id: Some(team) }, hash).await?;
    }
    Ok(())
}

async fn portal(
    app: &App,
    account: &Account,
    (slug, name, mode): (&str, &str, Mode),
    there: usize,
) -> Result<Portal, Problem> {
    let input = PortalInput { slug: slug.into(), name: name.into(), mode, ..PortalInput::default() };
    let added = Portal::create(&mut app.moment(), (account.id, Actor::System), &input, there)?;
    Ok(app.store().create_portal(added).await?.thing)
}

async fn team(
    app: &App,
    account: &Account,
    (name, parent_id): (&str, Option<TeamId>),
    portal: Option<&Portal>,
) -> Result<TeamId, Problem> {
    let input = TeamInput {
        name: name.into(),
        parent_id,
        portal_id: portal.map(|portal| portal.id),
        ..TeamInput::default()
    };
    let teams = app.store().teams(account.id).await?;
    let added = Team::create(&mut app.moment(), (account.id, Actor::System), &input, (&teams, portal))?;
    Ok(app.store().create_team(added).await?.thing.id)
}
