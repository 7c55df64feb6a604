//! Who may do what is written down for people to read, and what is written is not stale.

use std::{collections::BTreeMap, fmt::Write, fs};

use domain::{
    permission::{Reach, Row, TABLE},
    user::{Module, Right, Role},
};
use testkit::House;

use crate::interface::{Endpoint, endpoints};

/// PPL-1. `UPDATE=1` writes the page anew; `make permissions` says so.
#[test]
#[expect(clippy::disallowed_methods, reason = "how a developer asks for the new page")]
fn the_page_of_permissions_that_is_checked_in_is_the_one_that_the_code_makes() {
    let path = House::root().join("docs/permissions.md");
    let made = page();
    if std::env::var("UPDATE").is_ok() {
        fs::write(&path, &made).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "docs/permissions.md is stale: run make permissions");
}

const HEAD: &str = "# Who may do what\n\n\
    Deny by default: what is not in this table, nobody may. The table is `shared/domain/src/permission.rs`; a handler names its row in its\n\
    signature (`Caller<SeeCustomers>`), the [OpenAPI document](../infra/openapi.json) tells it as `x-permission`, `GET /v1/me` tells everybody\n\
    their own, and a law asks every endpoint as every role. Made by `make permissions`; a test refuses it when it is stale.\n\n\
    - **Nobody, or a token or key that is good for nothing here: 401.** A customer's token opens the portal and nothing of the staff's; an API key\n  \
    opens what names its scope.\n\
    - **Not one's right: 403**, before anything is looked up and whatever it is about, so that the answer tells of nothing that there is.\n\
    - **Not one's thing: 404**, as if there were none: that of another account, of a company to which one has no access, of a team that one\n  \
    does not manage, of another user.\n\
    - A change of role, status or password ends sign-ins; companies and modules that are taken from somebody are gone within a minute.\n\
    - Every answer to somebody who is signed in says who they are and with which role: `Deskhand-Caller: usr_…; role=representative`.\n\n\
    **Reach:** *own*: what is one's own; *companies*: what belongs to the companies to which one has access; *teams*: what belongs to the\n\
    teams that one manages or is in; *account*: everything. **Right:** a team manager must have been given it. **Module:** must be\n\
    open to the user. **Scope:** by which an API key of a company manager or an API manager may do it; none: no key may.\n";

fn page() -> String {
    let mut page = String::from(HEAD);
    let endpoints = endpoints();
    let roles = Role::ALL.map(Role::name).join(" | ");
    writeln!(
        page,
        "\n| permission | reach | {roles} | right | module | scope |\n|---|---|:-:|:-:|:-:|:-:|---|---|---|"
    )
    .unwrap();
    for row in TABLE {
        let has = Role::ALL.map(|role| if row.roles.contains(&role) { "✓" } else { "" }).join(" | ");
        let right = row.right.map(Right::name).unwrap_or_default();
        let module = row.module.map(Module::name).unwrap_or_default();
        let scope = row.scope.map(|scope| format!("`{}`", scope.name())).unwrap_or_default();
        let name = row.name.text();
        writeln!(page, "| [{name}](#{name}) | {} | {has} | {right} | {module} | {scope} |", reach(row))
            .unwrap();
    }
    for row in TABLE {
        let asking = |endpoint: &&Endpoint| endpoint.permission.is_some_and(|asked| asked.name == row.name);
        section(&mut page, row.name.text(), row.does.trim(), endpoints.iter().filter(asking));
    }
    let mut others: BTreeMap<&str, Vec<&Endpoint>> = BTreeMap::new();
    for endpoint in endpoints.iter().filter(|endpoint| endpoint.permission.is_none()) {
        others.entry(whose(endpoint)).or_default().push(endpoint);
    }
    for (who, endpoints) in others {
        section(&mut page, who, "No permission is asked for.", endpoints.into_iter());
    }
    page
}

fn section<'a>(page: &mut String, title: &str, does: &str, endpoints: impl Iterator<Item = &'a Endpoint>) {
    writeln!(page, "\n## {title}\n\n{does}\n").unwrap();
    for endpoint in endpoints {
        writeln!(page, "- `{}`", endpoint.name()).unwrap();
    }
}

fn reach(row: &Row) -> &'static str {
    match row.reach {
        Reach::Own => "own",
        Reach::Companies => "companies",
        Reach::Teams => "teams",
        Reach::Account => "account",
    }
}

/// Whose an endpoint is that asks for no permission.
fn whose(endpoint: &Endpoint) -> &'static str {
    match (endpoint.signed_in, endpoint.is_open) {
        (true, _) => "Customers, in the portal",
        (false, true) => "Everybody",
        (false, false) => "A device, by its key",
    }
}
