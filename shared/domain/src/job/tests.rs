use super::*;
use crate::{id::Id, moment::testing::moment};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Errand;

impl Work for Errand {
    const NAME: &'static str = "errand";
}

fn asked() -> Job<Errand> {
    let account = Id::derived(Timestamp::UNIX_EPOCH, &[b"account"]);
    Job::request(&mut moment(0), account, Actor::System, Errand).now
}

fn names<T>(changed: &Changed<T>) -> Vec<&str> {
    changed.events.iter().map(|event| event.name.as_str()).collect()
}

#[test]
fn one_worker_has_a_job_until_it_falls_silent_for_two_minutes() {
    let taken = asked().take(&mut moment(1)).unwrap();
    assert_eq!((taken.state, taken.attempts), (State::Running, 1));
    assert_eq!(taken.clone().take(&mut moment(120)), None, "somebody is at it");
    let renewed = taken.clone().step(moment(60).now, Progress { done: 1, total: 2 }, Errand);
    assert_eq!((renewed.attempts, renewed.due_at()), (0, Some(moment(180).now)));
    assert_eq!(renewed.clone().take(&mut moment(179)), None);
    let owner = taken.lease.unwrap().owner;
    let other = renewed.take(&mut moment(180)).unwrap();
    assert!(!other.is_held_by(&owner) && other.attempts == 1);
}

#[test]
fn a_worker_who_meets_a_problem_lets_the_next_go_on_at_once() {
    let taken = asked().take(&mut moment(1)).unwrap();
    let left = taken.let_go(moment(2).now);
    assert!(left.lease.is_some(), "the next one knows that a step may be half done");
    assert_eq!((left.attempts, left.take(&mut moment(2)).map(|job| job.attempts)), (1, Some(2)));
}

#[test]
fn a_worker_whose_time_is_over_calls_the_next() {
    let taken = asked().take(&mut moment(1)).unwrap();
    let paused = taken.pause(&mut moment(2));
    assert_eq!(names(&paused), ["errand.continued"]);
    assert!(paused.now.take(&mut moment(2)).is_some());
}

#[test]
fn a_job_is_cancelled_at_once_while_it_waits_and_by_its_worker_while_it_runs() {
    let cancelled = asked().cancel(&mut moment(1), Actor::System).unwrap();
    assert_eq!((cancelled.now.state, names(&cancelled)), (State::Cancelled, vec!["errand.cancelled"]));
    assert_eq!(cancelled.now.cancel(&mut moment(2), Actor::System).unwrap().events, [], "twice is once");
    let running = asked().take(&mut moment(1)).unwrap();
    let asked_to = running.cancel(&mut moment(2), Actor::System).unwrap();
    assert_eq!((asked_to.now.state, names(&asked_to)), (State::Running, vec!["errand.cancel_requested"]));
    let done = asked_to.now.done(&mut moment(3));
    assert_eq!((done.now.state, done.now.due_at()), (State::Done, None));
    assert!(done.now.cancel(&mut moment(4), Actor::System).is_err());
}

#[test]
fn a_job_that_ten_workers_in_a_row_died_of_fails() {
    let mut job = asked();
    for attempt in 0..i64::from(ATTEMPTS) {
        assert_eq!(job.give_up(&mut moment(attempt)), None);
        job = job.take(&mut moment(attempt * 121)).unwrap();
    }
    let failed = job.give_up(&mut moment(9)).unwrap();
    assert_eq!((failed.now.state, failed.now.fault.as_deref()), (State::Failed, Some("gave_up")));
}
