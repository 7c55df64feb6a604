//! Text messages and calls that were "sent": a JSON file each.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::cloud::Cloud;
use crate::error::{Error, Result};

/// A text message or a call.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Message {
    /// As the service gives it; ids sort by time.
    #[serde(default)]
    pub id: String,
    /// When it was taken.
    #[serde(default)]
    pub at: String,
    /// `sms` or `call`.
    pub kind: String,
    /// `OriginationIdentity`.
    pub from: String,
    /// `DestinationPhoneNumber`.
    pub to: String,
    /// `MessageBody`.
    pub text: String,
    /// `VoiceId`, of a call.
    pub voice: Option<String>,
}

fn folder(data: &Path) -> PathBuf {
    data.join("messages")
}

/// Keeps a message, and gives its id.
pub(crate) async fn keep(cloud: &Cloud, message: Message) -> Result<String> {
    let now = cloud.clock.now();
    let id = format!("{:016x}-{}", now.as_microsecond(), uuid::Uuid::new_v4().simple());
    let message = Message { id: id.clone(), at: now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(), ..message };
    let folder = folder(&cloud.folder);
    let failed = |path: PathBuf| move |cause| Error::File { path, cause };
    tokio::fs::create_dir_all(&folder).await.map_err(failed(folder.clone()))?;
    // By renaming: where there is a .json file, it is whole.
    let (part, whole) = (folder.join(format!("{id}.part")), folder.join(format!("{id}.json")));
    let bytes = serde_json::to_vec(&message).unwrap_or_default();
    tokio::fs::write(&part, bytes).await.map_err(failed(part.clone()))?;
    tokio::fs::rename(&part, &whole).await.map_err(failed(whole))?;
    Ok(id)
}

/// The newest messages first, up to `limit`.
pub(crate) fn newest(data: &Path, limit: usize) -> Vec<Message> {
    let files =
        std::fs::read_dir(folder(data)).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|kind| kind == "json")).collect();
    files.sort_unstable_by(|a, b| b.cmp(a));
    let read = |path: &PathBuf| serde_json::from_slice(&std::fs::read(path).ok()?).ok();
    files.iter().take(limit).filter_map(read).collect()
}
