//! The house past all policies, as whoever fills it or drops files into it has it.

use std::collections::HashMap;

use domain::Problem;
use local::Running;
use runtime::{App, Clock, Config};

/// Table and bucket with the key that may do everything.
pub fn seed_app(running: &Running) -> Result<App, Problem> {
    let template = running.template();
    let missing = || Problem::Bug("the template lacks table or bucket".into());
    let table = template.tables.first().ok_or_else(missing)?;
    let bucket = template.buckets.first().ok_or_else(missing)?;
    let variables = [
        ("TABLE", table.name.as_str()),
        ("BUCKET", bucket.name.as_str()),
        ("AWS_REGION", "eu-central-1"),
        ("AWS_ACCESS_KEY_ID", "local"),
        ("AWS_SECRET_ACCESS_KEY", "local"),
        ("AWS_ENDPOINT_URL", running.endpoint_url.as_str()),
    ];
    let variables: HashMap<_, _> =
        variables.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    App::new(Config::new(variables), Clock::system())
}
