use super::*;
use crate::{
    Actor,
    account::Account,
    customer::{Access, CustomerInput},
    id::Id,
    moment::testing::moment,
    service::ServiceInput,
    user::testing,
};

/// Two services that are open to everybody, and a customer who has the first and `standard` access.
fn given() -> (Named, Customer) {
    let account_id = Id::derived(Timestamp::UNIX_EPOCH, &[b"account"]);
    let make = |seconds, name: &str| {
        let input = ServiceInput { name: name.into(), ..ServiceInput::default() };
        Service::create(&mut moment(seconds), account_id, Actor::System, &input).unwrap().now
    };
    let named = Named { services: vec![make(1, "One"), make(2, "Two")], ..Named::default() };
    let account = Account { id: account_id, ..testing::account() };
    let services = vec![access(&named, 0, Access::PortalAccess)];
    let input = CustomerInput {
        last_name: "L".into(),
        email: "l@example.org".into(),
        portal_access: PortalAccess::Standard,
        services,
        ..CustomerInput::default()
    };
    let customer = Customer::create(&mut moment(3), &account, Actor::System, &input, &named).unwrap().now;
    (named, customer)
}

fn access(named: &Named, at: usize, access: Access) -> ServiceAccess {
    ServiceAccess { service_id: named.services[at].id, access }
}

fn codes(outcome: Result<Option<Customer>, Vec<FieldError>>) -> Vec<String> {
    outcome.unwrap_err().into_iter().map(|error| error.code).collect()
}

/// CUS-6.
#[test]
fn what_a_customer_has_already_is_no_change() {
    let (named, customer) = given();
    let same = Change {
        portal_access: Some(PortalAccess::Standard),
        set_services: vec![access(&named, 0, Access::PortalAccess)],
        remove_services: vec![named.services[1].id],
    };
    assert_eq!(same.apply(&customer, &named, moment(9).now), Ok(None));
}

/// CUS-2, CUS-6.
#[test]
fn one_service_can_be_put_in_the_place_of_another_but_not_taken_without_one() {
    let (named, customer) = given();
    let take = Change { remove_services: vec![named.services[0].id], ..Change::default() };
    assert_eq!(codes(take.apply(&customer, &named, moment(9).now)), ["needs_service_with_portal_access"]);
    let other = access(&named, 1, Access::PortalAccess);
    let swap = Change { set_services: vec![other], ..take };
    let swapped = swap.apply(&customer, &named, moment(9).now).unwrap().unwrap();
    assert_eq!((swapped.services, swapped.updated_at), (vec![other], moment(9).now));
    let weak = Change { set_services: vec![access(&named, 0, Access::NoPortalAccess)], ..Change::default() };
    assert_eq!(codes(weak.apply(&customer, &named, moment(9).now)), ["needs_service_with_portal_access"]);
    let company = Change { portal_access: Some(PortalAccess::Company), ..Change::default() };
    assert_eq!(codes(company.apply(&customer, &named, moment(9).now)), ["needs_company"]);
}
