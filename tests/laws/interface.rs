//! The endpoints, as the `OpenAPI` document tells them: what laws walk over.

use std::{collections::HashMap, fs, sync::Arc};

use domain::{
    TeamId,
    permission::{Row, TABLE},
    user::Role,
};
use local::MakeFunction;
use reqwest::Method;
use serde_json::{Value, json};
use testkit::{House, Person, Reply, Table};

/// An endpoint.
pub(crate) struct Endpoint {
    pub method: Method,
    pub path: String,
    /// Whether it needs somebody's token; a device's own key is none.
    pub signed_in: bool,
    /// Whether it asks nobody who they are.
    pub is_open: bool,
    /// The permission that whoever is signed in must have; none in the portal, where everything is the customer's own.
    pub permission: Option<Row>,
    /// The scope by which a program may call it with an API key.
    pub scope: Option<String>,
    /// Whether it takes a body.
    pub takes_body: bool,
    /// Its query parameters.
    pub parameters: Vec<String>,
    /// The statuses that it is documented to answer.
    pub answers: Vec<String>,
}

impl Endpoint {
    /// Its name for people.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The list of what it is about.
    pub(crate) fn list(&self) -> String {
        match self.resource() {
            // Mass changes are looked at one by one: what they make is told by their customers.
            "access" => "/v1/customers".into(),
            "merges" => "/v1/companies/merges".into(),
            // Methods stand with their contacts.
            "methods" => "/v1/contacts".into(),
            // Subportals stand with their portals.
            "subportals" => "/v1/portals".into(),
            "totp" => "/v1/me/sign-ins".into(),
            // What restoring brings back are services.
            "settings" => "/v1/services".into(),
            // A file brings teams among others.
            "organisation" => "/v1/teams".into(),
            resource => format!("/v1/{resource}"),
        }
    }

    /// Whether it names a thing by its id.
    pub(crate) fn names_a_thing(&self) -> bool {
        self.path.contains("{id}")
    }

    /// Whether it is for representatives alone.
    pub(crate) fn is_for_representatives(&self) -> bool {
        self.permission.is_some_and(|row| row.roles == [Role::Representative])
    }

    /// Whether it is the portal's, and its token a customer's.
    pub(crate) fn is_portal(&self) -> bool {
        self.path.starts_with("/v1/portal/")
    }

    /// Its path with this id or token; those of a contact and a method, or a portal and a subportal, stand with a `/` between them.
    pub(crate) fn at(&self, id: &str) -> String {
        let (id, method) = id.split_once('/').unwrap_or((id, id));
        let path = self
            .path
            .replace("{id}", id)
            .replace("{token}", id)
            .replace("{code}", id)
            .replace("{method_id}", method);
        path.replace("{subportal_id}", method).replace("{module}", "service_desk")
    }

    /// Where the thing with the version is: a method has its contact's, a subportal its portal's, what is said of a thing the thing's.
    pub(crate) fn versioned(&self, id: &str) -> String {
        let path = self.at(id);
        let thing = path.split("/methods/").next().unwrap_or(&path);
        let thing = thing.split("/subportals/").next().unwrap_or(thing);
        let said_of_it = if self.names_a_thing() { ["/features", "/team"] } else { [""; 2] };
        said_of_it.into_iter().fold(thing, |thing, end| thing.strip_suffix(end).unwrap_or(thing)).to_owned()
    }

    /// Asks it with a body or none.
    pub(crate) async fn ask(&self, person: &Person, id: &str, body: Option<String>) -> Reply {
        person.send(self.method.clone(), &self.at(id), body).await
    }

    /// The first part of its path behind `/v1`: `customers`, `imports`, …; `sign-ins` for one's own, `access` for mass changes,
    /// `merges` for those of companies.
    pub(crate) fn resource(&self) -> &str {
        let parts: Vec<&str> = self.path.split('/').collect();
        match (parts.get(2).copied().unwrap_or_default(), parts.get(3).copied()) {
            ("me", own) => own.unwrap_or("me"),
            ("customers", Some("access")) => "access",
            ("companies", Some("merges")) => "merges",
            ("contacts", _) if self.path.contains("{method_id}") => "methods",
            ("portals", _) if self.path.contains("{subportal_id}") => "subportals",
            (resource, _) => resource,
        }
    }
}

/// The row of the table with this name.
fn row(name: &str) -> Row {
    let row = TABLE.iter().find(|row| row.name.text() == name);
    *row.unwrap_or_else(|| panic!("no permission is called {name}"))
}

/// Every endpoint of the document.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    let document: Value =
        serde_json::from_str(&fs::read_to_string(House::root().join("infra/openapi.json")).unwrap()).unwrap();
    let mut endpoints = vec![];
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let query = |parameter: &&Value| parameter["in"] == "query";
            let named = |parameter: &Value| parameter["name"].as_str().unwrap().to_owned();
            endpoints.push(Endpoint {
                method: Method::from_bytes(method.to_uppercase().as_bytes()).unwrap(),
                path: path.clone(),
                signed_in: operation["security"][0]["token"].is_array(),
                is_open: operation["security"].is_null(),
                permission: operation["x-permission"].as_str().map(row),
                scope: operation["security"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .find_map(|needed| Some(needed["key"][0].as_str()?.to_owned())),
                takes_body: operation["requestBody"].is_object(),
                parameters: operation["parameters"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter(query)
                    .map(named)
                    .collect(),
                answers: operation["responses"].as_object().unwrap().keys().cloned().collect(),
            });
        }
    }
    endpoints
}

/// Functions of which those of some codes take no event, so that what was asked for waits.
pub(crate) fn lazy(codes: &'static [&'static str]) -> MakeFunction {
    let make = deskhand::make_function();
    Arc::new(move |name: &str, environment: &HashMap<String, String>, clock| {
        make(if codes.contains(&name) { "meta" } else { name }, environment, clock)
    })
}

/// A thing of each kind, in the account of whoever asked for them; what may belong to a company belongs to one of two.
pub(crate) struct Things(Value);

impl Things {
    /// Makes them.
    pub(crate) async fn of(manager: &Person) -> Self {
        let company = manager.post("/v1/companies", &json!({ "name": "Things" })).await.id();
        let of = manager.post("/v1/companies", &json!({ "name": "Of things" })).await.id();
        let service = json!({ "name": "Things", "company_ids": [of] });
        let service = manager.post("/v1/services", &service).await.id();
        let customer = json!({ "last_name": "Lovelace", "email": "things@example.org", "company_id": of });
        let customer = manager.post("/v1/customers", &customer).await.id();
        let denial = manager.post("/v1/denylist", &json!({ "domain": "things.example" })).await.id();
        let gone = json!({ "last_name": "Gone", "email": "gone@example.org" });
        let gone = manager.post("/v1/customers", &gone).await.id();
        let erasure = Self::erased(manager, &gone).await;
        let import = manager.preview(Table::people("p", 3)).await["id"].clone();
        // Nobody has a service that this access needs, so that there is a list of skipped customers.
        let change = json!({ "customer_ids": [customer], "portal_access": "standard" });
        let change = manager.ask_for("/v1/customers/access", &change).await;
        let change = manager.watch(&change, &["done"]).await["id"].clone();
        let export = manager.post("/v1/exports", &json!({})).await.id();
        let sign_in = manager.get("/v1/me/sign-ins").await.json["items"][0]["id"].clone();
        manager.patch("/v1/seats/service_desk", &json!({ "named": 3 })).await;
        // A slug is one account's in the deployment.
        let slug = format!("things-{}", &company[company.len() - 8..]);
        let served = manager.post("/v1/portals", &json!({ "slug": slug, "name": "Served" })).await.id();
        let portal = json!({ "slug": format!("{slug}-one"), "name": "Things" });
        let portal = manager.post("/v1/portals", &portal).await.id();
        let query = json!({ "name": "T", "email": "query@example.org", "question": "Things?" });
        let query = manager.post(&format!("/p/{slug}/queries"), &query).await.id();
        let subportal = Self::subportal(manager, &format!("{slug}-two")).await;
        let team = json!({ "name": "Things", "portal_id": served });
        let team = manager.post("/v1/teams", &team).await.id();
        let user = json!({ "first_name": "T", "last_name": "T", "login": "things@house.example", "company_access": [of], "modules": ["service_desk"], "team_id": team });
        let user = manager.post("/v1/users", &user).await.id();
        let key = manager.program(&["customers:read"]).await.user["id"].clone();
        let contact = json!({ "name": "Things", "company_access": [of] });
        let contact = manager.post("/v1/contacts", &contact).await.id();
        let device = manager.post("/v1/devices", &json!({ "name": "Things", "company_id": of })).await.id();
        let method = Self::method(manager).await;
        let merge = Self::merge(manager).await;
        Self(
            json!({ "companies": company, "services": service, "customers": customer, "imports": import, "sign-ins": sign_in,
                "denylist": denial, "erasures": erasure, "access": change, "exports": export, "api-keys": key, "users": user,
                "contacts": contact, "methods": method, "devices": device, "merges": merge, "teams": team, "portals": portal,
                "subportals": subportal, "queries": query, "of": of }),
        )
    }

    /// Access to the two companies: the one that is a thing itself, and that of the others.
    pub(crate) fn companies(&self) -> Value {
        json!([self.0["companies"], self.0["of"]])
    }

    /// The team.
    pub(crate) fn team(&self) -> TeamId {
        self.0["teams"].as_str().unwrap().parse().unwrap()
    }

    /// The portal.
    pub(crate) fn portal(&self) -> &str {
        self.0["portals"].as_str().unwrap()
    }

    /// Those of the things that belong to the two companies, and these themselves, of which an answer tells.
    pub(crate) fn told(&self, reply: &Reply) -> Vec<&str> {
        let kinds = ["companies", "of", "services", "customers", "users", "contacts", "devices"];
        let ids = kinds.into_iter().filter_map(|kind| self.0[kind].as_str());
        ids.filter(|id| reply.text.contains(*id)).collect()
    }

    /// Merges two companies; the id of the merge, once it is done.
    pub(crate) async fn merge(manager: &Person) -> String {
        let from = manager.post("/v1/companies", &json!({ "name": "Goes" })).await.id();
        let into = manager.post("/v1/companies", &json!({ "name": "Stays" })).await.id();
        let asked =
            manager.post(&format!("/v1/companies/{into}/merge"), &json!({ "company_id": from })).await;
        // Whoever was writing when it began is through by then.
        manager.post("/_local/clock", &json!({ "advance_seconds": 36 })).await;
        manager.watch(&format!("/v1/companies/merges/{}", asked.id()), &["done"]).await;
        manager.delete(&format!("/v1/companies/{into}")).await;
        asked.id()
    }

    /// Adds a contact with a method; the ids of both.
    pub(crate) async fn method(manager: &Person) -> String {
        let contact = manager.post("/v1/contacts", &json!({ "name": "Reached" })).await.id();
        let method = json!({ "kind": "sms", "address": "+49 170 1234567", "uses": ["alerts"] });
        let reply = manager.post(&format!("/v1/contacts/{contact}/methods"), &method).await;
        format!("{contact}/{}", reply.json["methods"][0]["id"].as_str().unwrap())
    }

    /// Opens a portal with a second subportal; the ids of both.
    pub(crate) async fn subportal(manager: &Person, slug: &str) -> String {
        let portal = manager.post("/v1/portals", &json!({ "slug": slug, "name": slug })).await.id();
        let path = format!("/v1/portals/{portal}/subportals");
        let reply = manager.post(&path, &json!({ "name": "Night" })).await;
        format!("{portal}/{}", reply.json["subportals"][1]["id"].as_str().unwrap())
    }

    /// Deletes a customer; the id of the erasure, once it is done.
    async fn erased(manager: &Person, customer: &str) -> String {
        let path = manager.delete(&format!("/v1/customers/{customer}")).await.headers["location"].clone();
        while manager.get(&path).await.json["state"] != "done" {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        path.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// The id of the thing that an endpoint is about; the law fails for a kind that nobody has told it of.
    pub(crate) fn id(&self, endpoint: &Endpoint) -> &str {
        self.0[endpoint.resource()]
            .as_str()
            .unwrap_or_else(|| panic!("make a thing for {} in Things::of", endpoint.name()))
    }

    /// The same, or nothing where the path names none.
    pub(crate) fn id_or_none(&self, endpoint: &Endpoint) -> &str {
        if endpoint.names_a_thing() { self.id(endpoint) } else { "0" }
    }
}
