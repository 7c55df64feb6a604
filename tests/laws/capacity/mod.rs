//! What each endpoint asks of the table, and what that costs: no growth unnoticed.

mod desk;
mod rest;
mod staff;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
};

use local::{Data, Template, Trigger, Usage};
use serde_json::Value;
use testkit::{House, Person};

use crate::interface::lazy;

/// Architecture 9. `UPDATE=1` writes the table anew; `make capacity` says so.
#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::disallowed_methods, reason = "how a developer asks for the new table")]
async fn each_endpoint_asks_the_table_for_no_more_than_is_written_down() {
    let path = House::root().join("docs/capacity.md");
    let house = House::start().await;
    let mut costs = measure(&house, desk::asked(&house).await).await;
    costs.extend(measure(&house, staff::asked(&house).await).await);
    costs.extend(measure(&house, staff::crowded(&house).await).await);
    costs.extend(measure(&house, rest::asked(&house).await).await);
    costs.extend(measure(&house, crate::portals::asked(&house).await).await);
    costs.extend(measure(&house, crate::portals::codes_asked(&house).await).await);
    // Here nobody does the work that is waited for.
    let waiting =
        House::start_with(Data::Memory, lazy(&["change-access", "write-export", "merge-companies"])).await;
    costs.extend(measure(&waiting, rest::waited_for(&waiting).await).await);
    let measured: BTreeSet<_> = costs.keys().cloned().collect();
    let there: BTreeSet<_> =
        endpoints(house.running.template()).map(|(function, ..)| function.to_owned()).collect();
    let missing: Vec<_> = there.difference(&measured).collect();
    assert!(missing.is_empty(), "desk.rs, staff.rs or rest.rs must ask {missing:?}, too");
    let made = page(costs);
    if std::env::var("UPDATE").is_ok() {
        fs::write(&path, &made).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "docs/capacity.md is stale; look at the difference, then run make capacity\n{made}"
    );
}

/// A request whose cost is written down.
pub(crate) struct Asked {
    who: Person,
    method: &'static str,
    path: String,
    body: Value,
}

impl Asked {
    pub(crate) fn new(who: &Person, method: &'static str, path: &str, body: Value) -> Self {
        Self { who: who.clone(), method, path: path.to_owned(), body }
    }
}

/// What a function asked of the table, by operation.
type Costs = BTreeMap<String, BTreeMap<String, Usage>>;

async fn measure(house: &House, all: Vec<Asked>) -> Costs {
    let mut costs = BTreeMap::new();
    for Asked { who, method, path, body } in all {
        who.get(if who.user["email"] == "ina@example.org" { "/v1/portal/me" } else { "/v1/me" }).await;
        house.quiet().await;
        house.running.forget_calls();
        let reply = who.send(method.parse().unwrap(), &path, Some(body.to_string())).await;
        assert!(reply.status < 400, "{method} {path}: {reply:?}");
        let function = function(house.running.template(), method, &path);
        let calls = house.running.calls().remove(&function).unwrap_or_default();
        costs.insert(function, calls.operations);
        house.quiet().await;
    }
    costs
}

/// The functions with routes: function, method and path.
fn endpoints(template: &Template) -> impl Iterator<Item = (&str, &str, &str)> {
    let routes = template.functions.iter().map(|function| (function.id.as_str(), &function.triggers));
    routes.flat_map(|(id, triggers)| {
        triggers.iter().filter_map(move |trigger| match trigger {
            Trigger::Http { method, path } => Some((id, method.as_str(), path.as_str())),
            _ => None,
        })
    })
}

/// The function that a request wakes: of the routes that fit, the one with the most said.
fn function(template: &Template, method: &str, path: &str) -> String {
    let path: Vec<&str> = path.split(['?']).next().unwrap_or_default().split('/').collect();
    let fits = |route: &str| {
        let route: Vec<&str> = route.split('/').collect();
        route.len() == path.len()
            && route.iter().zip(&path).all(|(said, part)| said.starts_with('{') || said == part)
    };
    let fitting = endpoints(template).filter(|(_, said, route)| *said == method && fits(route));
    let best = fitting.min_by_key(|(_, _, route)| route.matches('{').count());
    best.unwrap_or_else(|| panic!("no function for {method} {path:?}")).0.to_owned()
}

const HEAD: &str = "# What each endpoint asks of the table\n\n\
    Operations and capacity units of one request, as the local cloud counts them: a small account, a customer of a few\n\
    hundred bytes, lists of 50. The look at the sign-in, once a minute for each warm function, is in the figures.\n\
    Made by `make capacity`; a test refuses it when it is stale, and when an endpoint is missing.\n\n\
    | function | operations (units) | units |\n|---|---|---|\n";

fn page(costs: Costs) -> String {
    let mut page = String::from(HEAD);
    for (function, operations) in costs {
        let told: Vec<_> = operations
            .iter()
            .map(|(name, usage)| format!("{} × {} ({})", usage.count, short(name), usage.units))
            .collect();
        let units = operations.values().fold(0.0, |sum, usage| sum + usage.units);
        writeln!(page, "| {function} | {} | {units} |", told.join(", ")).unwrap();
    }
    page
}

fn short(operation: &str) -> &str {
    operation.split([' ', ':']).next().unwrap_or(operation)
}
