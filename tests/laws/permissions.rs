//! A function may do what it needs, and nothing else.

use testkit::House;

use crate::everything;

/// What a function needs although the local cloud can't tell: function and action, and why.
const UNTOLD: [(&str, &str); 8] = [
    // Without it, S3 answers 403 instead of 404 for a file that isn't there.
    ("ReadPicture", "s3:ListBucket"),
    ("ReadImport", "s3:ListBucket"),
    ("ReadImportAnew", "s3:ListBucket"),
    ("ShowData", "s3:ListBucket"),
    // What lies under a person's own key at their deletion goes with it; this is for what comes there a moment later.
    ("Erase", "dynamodb:DeleteItem"),
    ("WriteExport", "s3:ListBucket"),
    ("ShowAvatar", "s3:ListBucket"),
    ("ShowLogo", "s3:ListBucket"),
];

/// Architecture, section 8: each function's AWS calls are exactly those that its policy grants.
#[tokio::test(flavor = "multi_thread")]
async fn every_call_of_a_function_is_granted_and_everything_granted_is_needed() {
    let house = House::start().await;
    everything::happens(&house).await;
    house.quiet().await;
    let calls = house.running.calls();
    let mut wrong = vec![];
    for (function, calls) in &calls {
        for need in calls.needs.iter().filter(|need| need.denied > 0) {
            wrong.push(format!("{function} was denied {} on {}", need.action, need.resource));
        }
    }
    for function in &house.running.template().functions {
        let used = calls.get(&function.id).map(|calls| calls.used.clone()).unwrap_or_default();
        let untold = |action: &str| UNTOLD.contains(&(function.id.as_str(), action));
        for grant in function.statements.iter().flat_map(local::Statement::grants) {
            if !used.contains(&grant) && !untold(&grant.action) {
                let value = grant.value.unwrap_or_default();
                wrong.push(format!(
                    "{} never needed {} on {} {value}",
                    function.id, grant.action, grant.resource
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(house.dead_letters().await.len(), 0);
}
