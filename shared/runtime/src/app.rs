//! What a warm function keeps between requests.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock},
};

use aws_types::SdkConfig;
use domain::{Moment, Problem, SignInId, Timestamp};
use files::Files;
use jiff::SignedDuration;
use mail::Mailer;
use store::Store;

use crate::{Clock, Config, aws::sdk_config, token::Verifier};

/// For how long a sign-in that was found alive is taken to be so without looking again (PPL-9: within a minute).
const ALIVE: SignedDuration = SignedDuration::from_secs(55);
/// How many sign-ins are remembered before all are forgotten.
const REMEMBERED: usize = 10_000;

/// The parts that a function works with. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

struct Parts {
    config: Config,
    clock: Clock,
    sdk: SdkConfig,
    store: Store,
    files: OnceLock<Files>,
    mailer: OnceLock<Mailer>,
    verifier: OnceLock<Verifier>,
    alive: Mutex<HashMap<SignInId, Timestamp>>,
}

impl App {
    /// The parts for a function with this environment. The table's client is made at once, since every function needs
    /// it and start-up has a whole processor; the others when they are first asked for.
    pub fn new(config: Config, clock: Clock) -> Result<Self, Problem> {
        let sdk = sdk_config(&config)?;
        let store = Store::new(&sdk, config.required("TABLE")?.to_owned());
        let (files, mailer, verifier) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let alive = Mutex::default();
        Ok(Self(Arc::new(Parts { config, clock, sdk, store, files, mailer, verifier, alive })))
    }

    /// The environment.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The SDK's configuration, for the one function that has a client of its own.
    #[must_use]
    pub fn sdk(&self) -> &SdkConfig {
        &self.0.sdk
    }

    /// The table.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The bucket.
    pub fn files(&self) -> Result<&Files, Problem> {
        let bucket = self.0.config.required("BUCKET")?;
        Ok(self.0.files.get_or_init(|| Files::new(&self.0.sdk, bucket.to_owned())))
    }

    /// The mail service.
    #[must_use]
    pub fn mailer(&self) -> &Mailer {
        self.0.mailer.get_or_init(|| Mailer::new(&self.0.sdk))
    }

    /// Now, with randomness: what a decision needs.
    #[must_use]
    pub fn moment(&self) -> Moment {
        self.0.clock.moment()
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    pub(crate) fn verifier(&self) -> Result<&Verifier, Problem> {
        if let Some(verifier) = self.0.verifier.get() {
            return Ok(verifier);
        }
        let verifier = Verifier::new(&self.0.config.key("VERIFYING_KEY")?)?;
        Ok(self.0.verifier.get_or_init(|| verifier))
    }

    /// Whether a sign-in was found alive a short while ago.
    pub(crate) fn was_alive(&self, id: SignInId) -> bool {
        let now = self.now();
        let alive = self.0.alive.lock().ok().and_then(|alive| alive.get(&id).copied());
        alive.is_some_and(|seen| now.duration_since(seen).abs() < ALIVE)
    }

    /// Remembers that a sign-in is alive.
    pub(crate) fn is_alive(&self, id: SignInId) {
        if let Ok(mut alive) = self.0.alive.lock() {
            if alive.len() >= REMEMBERED {
                alive.clear();
            }
            alive.insert(id, self.now());
        }
    }
}
