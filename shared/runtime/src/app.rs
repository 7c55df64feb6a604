//! What a warm function keeps between requests.

use std::sync::{Arc, OnceLock};

use aws_types::SdkConfig;
use domain::{Moment, Problem, SignInId, Timestamp, user::Duties};
use files::Files;
use mail::Mailer;
use store::Store;

use crate::{Clock, Config, asker::Asker, aws::sdk_config, memory::Memory, origin, token::Verifier};

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
    sign_ins: Memory<SignInId, Duties>,
    portal_sign_ins: Memory<SignInId, ()>,
    keys: Memory<String, Asker>,
}

impl App {
    /// The parts for a function with this environment. The table's client is made at once, since every function needs
    /// it and start-up has a whole processor; the others when they are first asked for.
    pub fn new(config: Config, clock: Clock) -> Result<Self, Problem> {
        let sdk = sdk_config(&config)?;
        let store = Store::new(&sdk, config.required("TABLE")?.to_owned());
        let (files, mailer, verifier) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Ok(Self(Arc::new(Parts {
            config,
            clock,
            sdk,
            store,
            files,
            mailer,
            verifier,
            sign_ins: Memory::default(),
            portal_sign_ins: Memory::default(),
            keys: Memory::default(),
        })))
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

    /// Now, with randomness, and from where is asked: what a decision needs.
    #[must_use]
    pub fn moment(&self) -> Moment {
        let mut moment = self.0.clock.moment();
        moment.origin = origin::current();
        moment
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

    /// The sign-ins of staff that were found alive a short while ago, and what these may do.
    pub(crate) fn sign_ins(&self) -> &Memory<SignInId, Duties> {
        &self.0.sign_ins
    }

    /// The sign-ins of customers that were found alive a short while ago.
    pub(crate) fn portal_sign_ins(&self) -> &Memory<SignInId, ()> {
        &self.0.portal_sign_ins
    }

    /// The API keys that were found good a short while ago, by their hashes.
    pub(crate) fn keys(&self) -> &Memory<String, Asker> {
        &self.0.keys
    }
}
