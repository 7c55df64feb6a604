//! Functions that deal with teams die at any call: nobody stays in a team that is gone, and a file is applied whole by the next attempt.

use local::{Data, Fault, Faults};
use serde_json::{Value, json};
use testkit::House;

use crate::{
    misfortune::told_again,
    teams::{member, team, team_manager},
};

/// TEA-2. Whoever takes people out of a team that is gone may be told again and again, and die at any call.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_stays_in_a_team_that_is_gone_wherever_the_function_dies() {
    let house = House::start_with(Data::Memory, told_again(&["leave-team"])).await;
    let manager = house.manager("mo").await;
    let stays = team(&manager, "Stays", None).await;
    let tea = team_manager(&house, &manager, ("tea", &[&stays]), &[]).await;
    let tea = format!("/v1/users/{}", tea.user["id"].as_str().unwrap());
    let (ann, bob) = (member(&manager, "ann", None).await, member(&manager, "bob", None).await);
    for fault in [Fault::KilledBefore, Fault::KilledAfter, Fault::Unanswered] {
        for skip in 0..8 {
            let manager = house.sign_in("mo@house.example").await;
            let gone = team(&manager, "Goes", None).await;
            for person in [&ann, &bob] {
                assert_eq!(
                    manager.put(&format!("{person}/team"), &json!({ "team_id": gone })).await.status,
                    200
                );
            }
            assert_eq!(manager.patch(&tea, &json!({ "team_ids": [stays, gone] })).await.status, 200);
            house.quiet().await;
            let functions = vec!["LeaveTeam".to_owned()];
            house.running.strike(Some(Faults { fault, functions, skip, every: 0 }));
            assert_eq!(manager.delete(&format!("/v1/teams/{gone}")).await.status, 204);
            house.quiet().await;
            house.running.strike(None);
            for person in [&ann, &bob] {
                assert_eq!(manager.get(person).await.json["team_id"], Value::Null, "{fault:?} {skip}");
            }
            assert_eq!(manager.get(&tea).await.json["team_ids"], json!([stays]), "{fault:?} {skip}");
        }
    }
    assert_eq!(house.dead_letters().await.len(), 0);
}

/// API-2. What was done before a function died stays, and applying the same file again does the rest, with the same key or without.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_applied_by_the_next_attempt_wherever_the_function_dies() {
    let house = House::start().await;
    house.manager("mo").await;
    for fault in [Fault::KilledBefore, Fault::KilledAfter] {
        for skip in (0..40).step_by(3) {
            let manager = house.sign_in("mo@house.example").await;
            let (slug, name) = (format!("killed-{skip}"), format!("{fault:?} {skip}"));
            let teams =
                json!([{ "name": name, "portal": slug }, { "name": format!("{name} late"), "parent": name }]);
            let file = json!({ "format": 1, "settings": { "name": name }, "portals": [{ "slug": slug, "name": name }], "teams": teams });
            let wanted = json!({ "file": file, "prune": true });
            let keyed = manager.with("idempotency-key", &name);
            let functions = vec!["ApplyOrganisation".to_owned()];
            house.running.strike(Some(Faults { fault, functions, skip, every: 0 }));
            let first = keyed.post("/v1/organisation/apply", &wanted).await;
            let struck = !house.running.struck().is_empty();
            house.running.strike(None);
            assert_eq!(first.status != 200, struck, "{first:?}");
            let second = keyed.post("/v1/organisation/apply", &wanted).await;
            assert_eq!(second.status, 200, "{fault:?} {skip}: {second:?}");
            let left = manager.post("/v1/organisation/plan", &wanted).await.json;
            assert_eq!(left["steps"], json!([]), "{fault:?} {skip}");
            if !struck {
                break;
            }
        }
    }
}
