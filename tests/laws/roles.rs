//! What the table of permissions says of staff, every endpoint does: for each role, within the companies that they have access to
//! and beyond, with a module open to them and not. Whoever is nobody is in `authentication.rs`, a customer of the portal in
//! `portal.rs`, a program in `keys.rs`.

use std::collections::BTreeSet;

use domain::{
    Locale,
    company_access::CompanyAccess,
    permission::{Reach, TABLE},
    user::{Duties, Module, Right, Role, UserInput},
};
use serde_json::Value;
use testkit::{House, Person, Reply, whole};

use crate::{
    interface::{Endpoint, Things, endpoints},
    problems::is_german_problem,
};

/// Somebody who asks every endpoint.
struct Asking {
    name: String,
    person: Person,
    duties: Duties,
    /// Whether they have access to the companies of the things.
    inside: bool,
}

impl Asking {
    async fn new(house: &House, manager: &Person, (name, said): (&str, UserInput), inside: bool) -> Self {
        let said = UserInput { locale: Some(Locale::De), ..said };
        let person = house.hire(manager, name, said).await;
        let duties = serde_json::from_value(person.user.clone()).unwrap();
        Self { name: name.to_owned(), person, duties, inside }
    }

    /// The answer of an endpoint about a thing. Whoever signs out has signed in for that.
    async fn ask(&self, house: &House, endpoint: &Endpoint, id: &str) -> Reply {
        let body = (endpoint.method != "GET").then(|| "{}".to_owned());
        if endpoint.name() == "DELETE /v1/sign-in" {
            let again = house.sign_in(&format!("{}@house.example", self.name)).await;
            return endpoint.ask(&again, id, body).await;
        }
        endpoint.ask(&self.person, id, body).await
    }
}

/// The roles that do not have the whole account anyway, with each module by itself, inside and outside of the companies; the others;
/// and one of another account.
async fn everybody(house: &House, manager: &Person, things: &Things) -> Vec<Asking> {
    let elsewhere = manager.post("/v1/companies", &serde_json::json!({ "name": "Elsewhere" })).await.id();
    let mut all = vec![];
    for role in [Role::CompanyManager, Role::ApiManager] {
        let said = UserInput { role, ..whole() };
        all.push(Asking::new(house, manager, (role.name(), said), true).await);
    }
    for role in [Role::TeamManager, Role::Representative] {
        for module in Module::ALL {
            for (place, inside) in [("inside", true), ("outside", false)] {
                let access = if inside { things.companies() } else { serde_json::json!([elsewhere]) };
                let company_access: CompanyAccess = serde_json::from_value(access).unwrap();
                let modules = BTreeSet::from([module]);
                let (team_ids, rights) = match role {
                    Role::TeamManager if inside => (BTreeSet::from([things.team()]), Right::ALL.into()),
                    _ => Default::default(),
                };
                let team_id = (role == Role::Representative && inside).then(|| things.team());
                let name = format!("{}.{}.{place}", role.name(), module.name());
                let said = UserInput { role, company_access, modules, team_ids, rights, team_id, ..whole() };
                all.push(Asking::new(house, manager, (&name, said), inside).await);
            }
        }
    }
    let other = house.manager("other").await;
    let stranger = UserInput { role: Role::Representative, ..whole() };
    all.push(Asking::new(house, &other, ("stranger", stranger), false).await);
    all
}

/// PPL-1, PPL-4. Who may not do something at all hears 403, whatever it is about; what is beyond one's companies or account is
/// as if there were no such thing.
#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_does_for_every_role_what_the_table_says() {
    let house = House::start().await;
    let manager = house.manager("acme").await;
    let things = Things::of(&manager).await;
    let (mut allowed, mut refused) = (BTreeSet::new(), 0);
    for somebody in everybody(&house, &manager, &things).await {
        for endpoint in endpoints() {
            let Some(row) = endpoint.permission else { continue };
            let what = format!("{} of {}", endpoint.name(), somebody.name);
            if row.is_given_by(&somebody.duties) {
                may(&house, &somebody, (&endpoint, row.reach), &things, &what).await;
                allowed.insert(row.name);
            } else {
                let reply = somebody.ask(&house, &endpoint, things.id_or_none(&endpoint)).await;
                is_german_problem(&reply, 403, "forbidden", &what);
                refused += 1;
            }
        }
        let me = somebody.person.get("/v1/me").await;
        let told: BTreeSet<&str> =
            me.json["permissions"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let given = TABLE.iter().filter(|row| row.is_given_by(&somebody.duties)).map(|row| row.name.text());
        assert_eq!(told, given.collect(), "{} is told what they may do", somebody.name);
        let caller = format!("{}; role={}", me.json["id"].as_str().unwrap(), somebody.duties.role.name());
        assert_eq!(me.headers["deskhand-caller"], caller, "PPL-10");
    }
    assert_eq!(allowed.len(), TABLE.len(), "every permission lets somebody do something");
    assert!(refused > 500, "{refused} refusals");
}

/// An endpoint that somebody may call. Nothing of the things is changed: changes are asked for of what there is not.
async fn may(
    house: &House,
    who: &Asking,
    (endpoint, reach): (&Endpoint, Reach),
    things: &Things,
    what: &str,
) {
    let found = match reach {
        // Whoever is of another account is beyond the whole of this one.
        Reach::Account => who.name != "stranger",
        // A representative is in the team, and manages nobody who is.
        Reach::Teams if who.duties.role == Role::Representative => {
            who.inside && ["teams", "queries"].contains(&endpoint.resource())
        }
        Reach::Companies | Reach::Teams => who.inside,
        // The things are their maker's.
        Reach::Own => false,
    };
    let invented = who.ask(house, endpoint, "0").await;
    assert!(![401, 403].contains(&invented.status) && invented.status < 500, "{what}: {invented:?}");
    let harmless = endpoint.method == "GET" || (!found && who.duties.role != Role::CompanyManager);
    if endpoint.names_a_thing() && harmless {
        let reply = who.ask(house, endpoint, things.id(endpoint)).await;
        if found {
            assert!(reply.status < 400, "{what}: {reply:?}");
        } else {
            is_german_problem(&reply, 404, "not_found", what);
            assert_eq!(reply.text, invented.text, "{what}: as if there were no such thing");
        }
    }
    if endpoint.method == "GET" && !endpoint.names_a_thing() {
        assert!(invented.status < 400, "{what}: {invented:?}");
        let lists = endpoint.parameters.iter().any(|name| name == "limit");
        let reach_is_narrow = matches!(reach, Reach::Companies | Reach::Teams);
        if reach_is_narrow && !who.inside {
            assert_eq!(things.told(&invented), Vec::<&str>::new(), "{what}");
        } else if reach == Reach::Companies && lists {
            assert!(things.told(&invented).contains(&things.id(endpoint)), "{what}: {invented:?}");
        }
    }
}

/// PPL-1. An endpoint that asks who one is says what one must be allowed to; nothing is allowed that no endpoint asks for.
#[test]
fn every_endpoint_for_staff_names_a_permission_and_every_permission_is_asked_for() {
    let (mut asked, endpoints) = (BTreeSet::new(), endpoints());
    for endpoint in &endpoints {
        let staff = endpoint.signed_in && !endpoint.is_portal();
        assert_eq!(endpoint.permission.is_some(), staff, "{}", endpoint.name());
        asked.extend(endpoint.permission.map(|row| row.name));
    }
    assert_eq!(asked, TABLE.iter().map(|row| row.name).collect());
}
