//! The keys of a deployment on one machine: made once, kept beside its data.

use std::{collections::HashMap, fs, io, os::unix::fs::OpenOptionsExt, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use domain::Moment;
use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};

/// The keys, as the secret `deskhand/keys` holds them on AWS.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Keys {
    /// Signs access tokens: an Ed25519 seed, in base64.
    pub signing_key: String,
    /// Checks them.
    pub verifying_key: String,
    /// Everything else is derived from this one: 32 random bytes, in base64.
    pub data_key: String,
    /// By which the distribution proves that a request came through it.
    #[serde(default)]
    pub edge_key: String,
}

/// The keys can't be read or kept.
pub type NotKept = io::Error;

impl Keys {
    /// New keys.
    pub fn new(moment: &mut Moment) -> Self {
        let signing = SigningKey::from_bytes(&moment.bytes::<32>());
        Self {
            signing_key: STANDARD.encode(signing.to_bytes()),
            verifying_key: STANDARD.encode(signing.verifying_key().to_bytes()),
            data_key: STANDARD.encode(moment.bytes::<32>()),
            edge_key: STANDARD.encode(moment.bytes::<32>()),
        }
    }

    /// The keys in this folder; those that are missing are made.
    pub fn in_folder(folder: &Path, moment: &mut Moment) -> Result<Self, NotKept> {
        let path = folder.join("keys.json");
        let mut options = fs::OpenOptions::new();
        let (keys, file) = if path.exists() {
            let kept: Self = serde_json::from_slice(&fs::read(&path)?).map_err(io::Error::other)?;
            if !kept.edge_key.is_empty() {
                return Ok(kept);
            }
            let keys = Self { edge_key: STANDARD.encode(moment.bytes::<32>()), ..kept };
            (keys, options.write(true).truncate(true).open(path)?)
        } else {
            fs::create_dir_all(folder)?;
            (Self::new(moment), options.write(true).create_new(true).mode(0o600).open(path)?)
        };
        serde_json::to_writer_pretty(file, &keys).map_err(io::Error::other)?;
        Ok(keys)
    }

    /// The keys under the names by which the template asks for them.
    #[must_use]
    pub fn secrets(&self) -> HashMap<String, String> {
        let named = [
            ("signing_key", &self.signing_key),
            ("verifying_key", &self.verifying_key),
            ("data_key", &self.data_key),
            ("edge_key", &self.edge_key),
        ];
        named.into_iter().map(|(name, key)| (format!("deskhand/keys/{name}"), key.clone())).collect()
    }
}
