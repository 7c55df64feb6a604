//! Deletes what has come of age.

use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use crate::Clock;
use crate::template::Bucket;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Deletes the bucket's objects that are older than a rule for their prefix says.
pub(super) fn expire(root: &Path, bucket: &Bucket, clock: &Clock) {
    if bucket.expirations.is_empty() {
        return;
    }
    let folder = root.join(&bucket.name);
    walk(&folder, &mut |file| {
        let Ok(key) = file.strip_prefix(&folder) else { return };
        let key = key.to_string_lossy();
        let age = modified(file).map(|at| clock.now().as_second().saturating_sub(at));
        let old = |(prefix, days): &(String, i64)| {
            key.starts_with(prefix) && age.is_some_and(|age| age >= days.saturating_mul(DAY))
        };
        if bucket.expirations.iter().any(old)
            && let Err(error) = std::fs::remove_file(file)
        {
            tracing::warn!(%error, key = %key, "an object can't be expired");
        }
    });
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&entry.path(), visit),
            Ok(kind) if kind.is_file() => visit(&entry.path()),
            _ => {}
        }
    }
}

fn modified(file: &Path) -> Option<i64> {
    let since: Duration = file.metadata().ok()?.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}
