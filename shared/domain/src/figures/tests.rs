use jiff::civil::date;

use super::*;
use crate::{Actor, customer::CustomerInput, moment::testing::moment, user::testing::account};

fn customer(company: Option<CompanyId>, portal_access: PortalAccess) -> Customer {
    let input =
        CustomerInput { last_name: "L".into(), email: "a@example.org".into(), ..CustomerInput::default() };
    let moment = &mut moment(1);
    let made =
        Customer::create(moment, &account(), Actor::System, &input, &crate::customer::Named::default());
    Customer { company_id: company, portal_access, ..made.unwrap().now }
}

fn company(seconds: i64) -> CompanyId {
    CompanyId::new(&mut moment(seconds))
}

/// UX-3.
#[test]
fn who_comes_goes_or_moves_is_counted_where_they_are() {
    let (one, two) = (company(2), company(3));
    let before = customer(Some(one), PortalAccess::Standard);
    let after = customer(Some(two), PortalAccess::None);
    let came = Delta::between(None, Some(&before));
    assert_eq!((came.added, came.removed, came.with_company(), came.access.standard), (1, 0, 1, 1));
    let moved = Delta::between(Some(&before), Some(&after));
    assert_eq!((moved.added, moved.removed, moved.with_company()), (0, 0, 0));
    assert_eq!(moved.companies, BTreeMap::from([(one, -1), (two, 1)]));
    assert_eq!((moved.access.standard, moved.access.none), (-1, 1));
    let went = Delta::between(Some(&after), None);
    assert_eq!((went.added, went.removed, went.with_company()), (0, 1, -1));
    let all: Delta = [came, moved, went].into_iter().sum();
    assert_eq!((all.companies.len(), all.access, all.added, all.removed), (0, ByAccess::default(), 1, 1));
}

#[test]
fn a_change_of_what_is_not_counted_is_nothing() {
    let before = customer(Some(company(2)), PortalAccess::Standard);
    let after = Customer { job_title: "Countess".into(), ..before.clone() };
    assert!(Delta::between(Some(&before), Some(&after)).is_nothing());
}

/// UX-3.
#[test]
fn days_are_told_without_gaps_and_their_totals_lead_to_what_there_is_now() {
    let moved = BTreeMap::from([(date(2027, 1, 1), (5, 1)), (date(2027, 1, 3), (2, 0))]);
    let days = series((first_day(date(2027, 1, 3), 4), date(2027, 1, 3)), &moved, 10);
    let told: Vec<_> = days.iter().map(|day| (day.date.day(), day.added, day.removed, day.total)).collect();
    assert_eq!(told, [(31, 0, 0, 4), (1, 5, 1, 8), (2, 0, 0, 8), (3, 2, 0, 10)]);
}
