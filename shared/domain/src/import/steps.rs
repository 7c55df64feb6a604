//! The steps of an import: each takes it as it was, and gives it as it is with the event that tells of the step.

use super::{Confirmation, Counts, FileFault, Import, MAX_SIZE, Mode, Order, Phase, State};
use crate::{
    AccountId, Actor, Changed, Event, FieldError, ImportId, Moment, Problem, ServiceId, Timestamp, UserId,
    csv_file::{Format, Header, Options},
    job::{Lease, Leased, wrong_state},
    text::{Check, MAX_TEXT},
};

impl Leased for Import {
    fn lease(&self) -> Option<&Lease> {
        self.lease.as_ref()
    }

    fn with_lease(self, lease: Option<Lease>) -> Self {
        let begins = self.state == State::AwaitingUpload && lease.is_some();
        Self { state: if begins { State::Reading } else { self.state }, lease, ..self }
    }

    /// A file that is awaited may have come.
    fn is_open(&self) -> bool {
        self.phase().is_some()
    }

    fn wake(&self, moment: &mut Moment) -> Event {
        let phase = match self.phase() {
            Some(Phase::Writing) => "writing",
            Some(Phase::Undoing) => "undoing",
            Some(Phase::Reading) | None => "reading",
        };
        Event::new(moment, self.account_id, Actor::System, "import.continued", self.id).with("phase", phase)
    }
}

impl Import {
    /// Somebody wants to upload a file.
    pub fn request(
        moment: &mut Moment,
        account_id: AccountId,
        (user_id, actor): (UserId, Actor),
        (file_name, size): (&str, u64),
        mode: Mode,
    ) -> Result<Changed<Self>, Problem> {
        if size > MAX_SIZE {
            return Err(Problem::TooLarge { limit: MAX_SIZE });
        }
        let mut check = Check::default();
        let file_name = check.required("file_name", file_name, MAX_TEXT);
        if size == 0 {
            check.refuse(FieldError::new("size", "required"));
        }
        let file_name = check.finish(file_name)?;
        let id = ImportId::new(moment);
        let key = format!("uploads/{account_id}/{id}.csv");
        let now = Self::new(id, account_id, (file_name, key), size, moment.now);
        let now = Self { created_by: Some(user_id), mode, ..now };
        let event = Event::new(moment, account_id, actor, "import.requested", id);
        Ok(Changed { now, events: vec![event] })
    }

    /// A program has dropped a file under the account's prefix. The same drop told twice is the same import.
    /// `at` and `sequencer` are the drop's own, so that they come again when the event does.
    pub fn dropped(
        moment: &mut Moment,
        account_id: AccountId,
        (key, size): (&str, u64),
        (at, sequencer): (Timestamp, &str),
    ) -> Changed<Self> {
        let id = ImportId::derived(at, &[key.as_bytes(), sequencer.as_bytes()]);
        let name = key.rsplit('/').next().unwrap_or(key).chars().take(MAX_TEXT).collect();
        let now = Self::new(id, account_id, (name, key.to_owned()), size, moment.now);
        let event = Event::new(moment, account_id, Actor::System, "import.requested", id);
        Changed { now, events: vec![event] }
    }

    fn new(
        id: ImportId,
        account_id: AccountId,
        (file_name, key): (String, String),
        size: u64,
        created_at: Timestamp,
    ) -> Self {
        Self {
            id,
            account_id,
            created_by: None,
            file_name,
            size,
            key,
            etag: None,
            mode: Mode::Create,
            order: None,
            state: State::AwaitingUpload,
            options: Options::default(),
            reading: 0,
            format: None,
            header: None,
            counts: Counts::default(),
            bytes_read: 0,
            chunks: 0,
            earlier_chunks: 0,
            chunks_written: 0,
            lease: None,
            cancel_requested: false,
            confirmation: None,
            undo: None,
            fault: None,
            created_at,
            finished_at: None,
        }
    }

    /// The reader has judged one more chunk.
    #[must_use]
    pub fn chunk_read(
        self,
        now: Timestamp,
        chunk: &Counts,
        bytes_read: u64,
        (format, header): (Format, Header),
    ) -> Self {
        let counts = self.counts.plus(chunk);
        let (format, header) = (Some(format), Some(header));
        Self { counts, bytes_read, chunks: self.chunks + 1, format, header, ..self }.renewed(now)
    }

    /// The writer has written one more chunk; `before` is what the preview counted for it.
    #[must_use]
    pub fn chunk_written(self, now: Timestamp, before: &Counts, after: &Counts) -> Self {
        let counts = self.counts.plus(after).minus(before);
        Self { counts, chunks_written: self.chunks_written + 1, ..self }.renewed(now)
    }

    /// All rows are judged. What a program has confirmed beforehand goes on at once.
    pub fn ready(self, moment: &mut Moment) -> Changed<Self> {
        let (bytes_read, order) = (self.size, self.order.clone());
        let ready = Self { state: State::Ready, lease: None, bytes_read, ..self };
        let Changed { now, mut events } = ready.told(moment, Actor::System, "import.ready");
        let Some(order) = order else { return Changed { now, events } };
        let confirmed = now.confirmed(moment, Actor::System, order);
        events.extend(confirmed.events);
        Changed { events, ..confirmed }
    }

    /// The file can't be used.
    pub fn fail(self, moment: &mut Moment, fault: FileFault) -> Changed<Self> {
        let now = Self {
            state: State::Failed,
            lease: None,
            fault: Some(fault),
            finished_at: Some(moment.now),
            ..self
        };
        now.told(moment, Actor::System, "import.failed")
    }

    /// Somebody has looked at the preview and wants the customers written. Confirmed before: nothing changes.
    pub fn confirm(
        self,
        moment: &mut Moment,
        actor: Actor,
        service_ids: Vec<ServiceId>,
        send_activation: bool,
    ) -> Result<Changed<Self>, Problem> {
        match self.state {
            State::Ready => Ok(self.confirmed(moment, actor, Order { service_ids, send_activation })),
            State::Writing | State::Done if self.confirmation.is_some() => {
                Ok(Changed { now: self, events: vec![] })
            }
            state => Err(wrong_state(&state)),
        }
    }

    fn confirmed(self, moment: &mut Moment, actor: Actor, order: Order) -> Changed<Self> {
        let Order { service_ids, send_activation } = order;
        let (at, promised) = (moment.now, self.counts.to_write());
        let confirmation = Some(Confirmation { service_ids, send_activation, at, promised });
        Self { state: State::Writing, confirmation, ..self }.told(moment, actor, "import.confirmed")
    }

    /// Somebody wants it stopped: at once while nothing is being written, else at the end of the writer's chunk.
    pub fn cancel(self, moment: &mut Moment, actor: Actor) -> Result<Changed<Self>, Problem> {
        match self.state {
            State::AwaitingUpload | State::Reading | State::Ready => Ok(self.cancelled(moment, actor)),
            State::Writing if !self.cancel_requested => {
                Ok(Self { cancel_requested: true, ..self }.told(moment, actor, "import.cancel_requested"))
            }
            State::Writing | State::Cancelled => Ok(Changed { now: self, events: vec![] }),
            state => Err(wrong_state(&state)),
        }
    }

    /// The writer has stopped because somebody wanted it.
    pub fn cancelled(self, moment: &mut Moment, actor: Actor) -> Changed<Self> {
        let now = Self { state: State::Cancelled, lease: None, finished_at: Some(moment.now), ..self };
        now.told(moment, actor, "import.cancelled")
    }

    /// Every chunk is written.
    pub fn done(self, moment: &mut Moment) -> Changed<Self> {
        let now = Self { state: State::Done, lease: None, finished_at: Some(moment.now), ..self };
        now.told(moment, Actor::System, "import.done")
    }

    pub(super) fn told(self, moment: &mut Moment, actor: Actor, name: &str) -> Changed<Self> {
        let mut event = Event::new(moment, self.account_id, actor, name, self.id);
        if let Ok(counts) = serde_json::to_value(self.counts) {
            event = event.with("counts", counts);
        }
        Changed { now: self, events: vec![event] }
    }
}
