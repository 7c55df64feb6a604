//! Nothing is ever visible across accounts.

use local::Data;
use testkit::House;

use crate::{
    interface::{Things, endpoints, lazy},
    problems::is_german_problem,
};

/// API-1. Somebody else's thing is not found, never forbidden; and asking changes nothing.
#[tokio::test(flavor = "multi_thread")]
async fn every_endpoint_that_names_a_thing_does_not_find_that_of_another_account() {
    // An export that is done has another link each time that it is looked at.
    let house = House::start_with(Data::Memory, lazy(&["write-export"])).await;
    let owner = house.manager("acme").await;
    let stranger = house.manager_reading("other", "de").await;
    let things = Things::of(&owner).await;
    let named = || endpoints().into_iter().filter(|endpoint| endpoint.names_a_thing() && endpoint.signed_in);
    let mut before = vec![];
    for endpoint in named().filter(|endpoint| endpoint.method == "GET") {
        before.push(endpoint.ask(&owner, things.id(&endpoint), None).await);
    }
    assert!(before.iter().all(|reply| reply.status < 400) && before.len() >= 4);
    for endpoint in named() {
        let body = endpoint.takes_body.then(|| "{}".to_owned());
        let reply = endpoint.ask(&stranger, things.id(&endpoint), body).await;
        is_german_problem(&reply, 404, "not_found", &endpoint.name());
        let invented = endpoint.ask(&stranger, "0", None).await;
        assert_eq!(
            (invented.status, invented.text),
            (404, reply.text),
            "{}: as if there were no such thing",
            endpoint.name()
        );
    }
    house.quiet().await;
    for (endpoint, before) in named().filter(|endpoint| endpoint.method == "GET").zip(before) {
        let after = endpoint.ask(&owner, things.id(&endpoint), None).await;
        assert_eq!((after.status, after.text), (before.status, before.text), "{}", endpoint.name());
    }
    assert_eq!(owner.get("/v1/me").await.status, 200, "nobody ends another's sign-in");
}

/// The lists of one account hold nothing of another.
#[tokio::test(flavor = "multi_thread")]
async fn every_list_of_another_account_is_empty() {
    let house = House::start().await;
    let (owner, stranger) = (house.manager("acme").await, house.manager("other").await);
    Things::of(&owner).await;
    let lists = endpoints().into_iter().filter(|endpoint| {
        endpoint.parameters.iter().any(|name| name == "limit") && !endpoint.names_a_thing()
    });
    // Whoever looks has signed in, which the log tells, and is a contact.
    for list in lists.filter(|list| !["sign-ins", "audit", "contacts"].contains(&list.resource())) {
        assert_ne!(owner.all(&list.path).await.len(), 0, "{}: make a thing in Things::of", list.name());
        // Everybody has themselves among the users, and the service with which an account is opened.
        let own = usize::from(["users", "services"].contains(&list.resource()));
        assert_eq!(stranger.all(&list.path).await.len(), own, "{}", list.name());
    }
}
