//! People and programs of an account whom no endpoint makes as a test needs them.

use deskhand::seed_app;
use domain::{
    Actor, Changed, Event,
    company_access::CompanyAccess,
    user::{Module, Named, Role, User, UserInput},
};
use runtime::password;
use serde_json::{Value, json};

use crate::{House, PASSWORD, Person};

/// Access to everything.
#[must_use]
pub fn whole() -> UserInput {
    UserInput { company_access: CompanyAccess::ALL, modules: Module::ALL.into(), ..UserInput::default() }
}

impl House {
    /// Somebody with this role in the account of `manager`, with all companies and modules, signed in.
    pub async fn staff(&self, manager: &Person, role: Role, name: &str) -> Person {
        self.hire(manager, name, UserInput { role, ..whole() }).await
    }

    /// Somebody of whom this is said, in the account of `manager`, signed in. Name and login are given.
    pub async fn hire(&self, manager: &Person, name: &str, said: UserInput) -> Person {
        let app = seed_app(&self.running).unwrap();
        let account = manager.user["account"]["id"].as_str().unwrap().parse().unwrap();
        let companies = said.company_access.listed().into_iter().flatten().copied();
        let (account, companies) = app.store().account_and_companies(account, companies).await.unwrap();
        let login = format!("{name}@house.example");
        let input =
            UserInput { first_name: name.into(), last_name: "Staff".into(), login: login.clone(), ..said };
        let moment = &mut app.moment();
        let hash = password::hash(moment, PASSWORD).unwrap();
        let teams = app.store().teams(account.id).await.unwrap();
        let named = Named { companies, teams, ..account.clone().into() };
        let invited = User::invite(moment, Actor::System, &input, &named).unwrap();
        let id = invited.now.id;
        app.store().create_user(invited, None).await.unwrap();
        let kept = app.store().user(account.id, id).await.unwrap();
        let active = kept.thing.clone().activate(moment);
        app.store().set_password(&kept, active, (hash, moment.now), vec![]).await.unwrap();
        self.sign_in(&login).await
    }

    /// Makes somebody something else behind the endpoints' back: suspended, of another role, and still signed in.
    pub async fn change_user(&self, person: &Person, change: impl FnOnce(&mut User)) {
        let app = seed_app(&self.running).unwrap();
        let id = |value: &Value| value.as_str().unwrap().to_owned();
        let account = id(&person.user["account"]["id"]).parse().unwrap();
        let before = app.store().user(account, id(&person.user["id"]).parse().unwrap()).await.unwrap();
        let mut now = before.thing.clone();
        change(&mut now);
        let event = Event::new(&mut app.moment(), account, Actor::System, "user.changed", now.id)
            .between(Some(&before.thing), Some(&now));
        app.store().update_user(&before, Changed { now, events: vec![event] }, None).await.unwrap();
    }
}

impl Person {
    /// A program with a new key of theirs, that may do this.
    pub async fn program(&self, scopes: &[&str]) -> Self {
        let made = self.post("/v1/api-keys", &json!({ "name": "Program", "scopes": scopes })).await;
        assert_eq!(made.status, 201, "{made:?}");
        let token = made.json["key"].as_str().map(str::to_owned);
        let mut program = self.clone();
        (program.token, program.cookie, program.user) = (token, None, made.json);
        program
    }
}
