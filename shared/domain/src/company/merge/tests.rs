use super::*;
use crate::{company::CompanyInput, moment::testing::moment};

fn company(at: i64, name: &str) -> Company {
    let moment = &mut moment(at);
    let account = crate::id::Id::derived(Timestamp::UNIX_EPOCH, &[b"account"]);
    let input = CompanyInput { name: name.into() };
    Company::create(moment, account, Actor::System, &input).unwrap().now
}

fn merge() -> Begun {
    Merge::begin(&mut moment(9), Actor::System, &company(1, "Engnies"), &company(2, "Engines")).unwrap()
}

/// COM-1. Of two merges that meet, one is refused, whichever part the company has in them.
#[test]
fn a_company_is_in_one_merge_at_a_time() {
    let (Begun { from, into, .. }, other) = (merge(), company(3, "Looms"));
    for (from, into) in [(&from, &other), (&into, &other), (&other, &from), (&other, &into)] {
        let refused = Merge::begin(&mut moment(9), Actor::System, from, into).unwrap_err();
        assert_eq!(refused, Problem::conflict("company_merging"));
    }
    assert_eq!((from.leaves(), into.leaves()), (Some(into.id), None));
}

/// PPL-4. At no moment does anybody miss either company; in the end there is one.
#[test]
fn lists_get_the_company_that_stays_before_they_lose_the_one_that_goes() {
    let Begun { from, into, merge } = merge();
    let (other, work) = (company(3, "Looms").id, merge.now.work);
    let first = work.listed(&[from.id, other].into(), false).unwrap();
    assert_eq!(first, [from.id, into.id, other].into());
    assert_eq!(work.listed(&first, false), None, "told twice, it is done once");
    assert_eq!(work.listed(&first, true), Some([into.id, other].into()));
    assert_eq!(work.listed(&[from.id].into(), true), Some([into.id].into()), "somebody who came late");
    assert_eq!((work.listed(&[other].into(), true), work.access(&CompanyAccess::ALL, true)), (None, None));
}

#[test]
fn a_round_goes_through_everything_and_what_leaves_its_list_until_there_is_none() {
    let mut at = Place::round(false);
    for kind in [Kind::Services, Kind::Users, Kind::Contacts, Kind::Devices] {
        assert_eq!(at, Place::Round { last: false, kind, after: None, found: false });
        at = at.behind(None, kind == Kind::Services);
    }
    let customers = |after, found| Place::Round { last: false, kind: Kind::Customers, after, found };
    assert_eq!(at, customers(None, false));
    at = at.behind(Some("ada".into()), true);
    assert_eq!(at, customers(Some("ada".into()), true));
    assert_eq!(at.behind(None, false), customers(None, false), "once more");
    assert_eq!(customers(None, false).behind(None, false), Place::Waiting);
    let last = Place::Round { last: true, kind: Kind::Customers, after: None, found: false };
    assert_eq!(last.behind(None, false), Place::End);
}

/// A merge that its workers die of is taken up again and again: nobody else can let the companies go.
#[test]
fn a_merge_does_not_give_up() {
    use crate::job::{ATTEMPTS, Leased};
    let tired = Job { attempts: ATTEMPTS + 1, ..merge().merge.now };
    assert_eq!(tired.give_up(&mut moment(10)), None);
}
