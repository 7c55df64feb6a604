//! The closed list of features, with what each can be (SET-3).

use serde::{Deserialize, Serialize};

/// What a feature can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = FeatureKind)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// On or off.
    Switch,
    /// A number; the smallest that anybody says holds.
    Limit,
    /// `off`, `optional` or `required`.
    EndPrompt,
    /// `cloud`, `representative` or `customer`.
    RecordLocation,
}

/// Whether a representative is asked at the end of a session; from less to more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EndPrompt {
    /// Not at all.
    Off,
    /// They may leave it unanswered.
    Optional,
    /// They have to answer.
    Required,
}

/// Where recordings are kept (REC-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecordLocation {
    /// In the account's bucket.
    Cloud,
    /// On the representative's machine.
    Representative,
    /// On the customer's machine.
    Customer,
}

/// What a feature is at some level, or in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = FeatureValue)]
#[serde(untagged)]
pub enum Value {
    /// On or off.
    Switch(bool),
    /// At most so many.
    Limit(u8),
    /// Whether there is a prompt at the end.
    EndPrompt(EndPrompt),
    /// Where recordings are kept.
    RecordLocation(RecordLocation),
}

impl Value {
    /// What kind of value it is.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Switch(_) => Kind::Switch,
            Self::Limit(_) => Kind::Limit,
            Self::EndPrompt(_) => Kind::EndPrompt,
            Self::RecordLocation(_) => Kind::RecordLocation,
        }
    }
}

/// What somebody says of a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FeatureInput {
    /// What it is to be.
    pub value: Value,
    /// Whether levels below can't say otherwise. Neither representatives nor portals have any below.
    #[serde(default)]
    pub locked: bool,
}

macro_rules! keys {
    ($(#[doc = $does:literal] $key:ident $name:ident = $value:expr $(, $least:literal to $most:literal)?;)*) => {
        /// A feature.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
        #[schema(as = FeatureKey)]
        #[serde(rename_all = "snake_case")]
        pub enum Key {
            $(#[doc = $does] $key,)*
        }

        impl Key {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$key),*];

            /// Its name, as the interface has it.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$key => stringify!($name)),* }
            }

            /// What holds where nobody says anything. Of numbers it is the most that can be said.
            #[must_use]
            pub const fn default(self) -> Value {
                match self { $(Self::$key => $value),* }
            }

            /// The least and the most of a number.
            #[must_use]
            pub const fn bounds(self) -> Option<(u8, u8)> {
                match self { $(Self::$key => keys!(@bounds $($least $most)?)),* }
            }
        }

        /// What a level is to say of features, whole: of what is left out it says nothing.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(default, deny_unknown_fields)]
        pub struct FeaturesInput {
            $(#[doc = $does]
            #[serde(skip_serializing_if = "Option::is_none")]
            pub $name: Option<FeatureInput>,)*
        }

        impl FeaturesInput {
            /// What it says, in the order of the keys.
            pub fn said(&self) -> impl Iterator<Item = (Key, FeatureInput)> {
                [$((Key::$key, self.$name)),*].into_iter().filter_map(|(key, said)| Some((key, said?)))
            }
        }

        impl FromIterator<(Key, FeatureInput)> for FeaturesInput {
            fn from_iter<I: IntoIterator<Item = (Key, FeatureInput)>>(all: I) -> Self {
                let mut input = Self::default();
                for (key, said) in all {
                    match key { $(Key::$key => input.$name = Some(said)),* }
                }
                input
            }
        }
    };
    (@bounds) => { None };
    (@bounds $least:literal $most:literal) => { Some(($least, $most)) };
}

const ON: Value = Value::Switch(true);
const OFF: Value = Value::Switch(false);

keys! {
    /// Chat with the customer.
    Chat chat = ON;
    /// See the customer's screen.
    ScreenView screen_view = ON;
    /// Use the customer's mouse and keyboard.
    RemoteControl remote_control = ON;
    /// Send files to the customer.
    FileTransferSend file_transfer_send = ON;
    /// Receive files from the customer.
    FileTransferReceive file_transfer_receive = ON;
    /// Collect what the customer's machine tells of itself.
    Diagnostics diagnostics = ON;
    /// Restart the customer's machine and go on afterwards.
    RebootReconnect reboot_reconnect = ON;
    /// Open an address in the customer's browser.
    PushUrl push_url = ON;
    /// Draw on the customer's screen.
    Annotate annotate = ON;
    /// Share the clipboard.
    Clipboard clipboard = ON;
    /// Record sessions.
    RecordSession record_session = OFF;
    /// Where recordings are kept.
    RecordLocation record_location = Value::RecordLocation(RecordLocation::Cloud);
    /// Hand a session over to another representative.
    TransferRepresentative transfer_representative = ON;
    /// Hand a session over to another portal.
    TransferPortal transfer_portal = ON;
    /// Invite a colleague into a session.
    InviteInternal invite_internal = ON;
    /// Invite somebody from outside into a session.
    InviteExternal invite_external = OFF;
    /// Invite a colleague whom the customer doesn't see.
    InviteMasked invite_masked = OFF;
    /// How many sessions a representative has at once.
    MaxConcurrentSessions max_concurrent_sessions = Value::Limit(8), 1 to 8;
    /// How many codes of a representative wait at once (POR-5).
    MaxActiveCodes max_active_codes = Value::Limit(8), 0 to 8;
    /// Whether a representative is asked at the end of a session.
    EndPrompt end_prompt = Value::EndPrompt(EndPrompt::Optional);
    /// A session can't be closed without an outcome.
    OutcomeRequired outcome_required = OFF;
    /// Lock the customer's machine at the end.
    LockOnEnd lock_on_end = OFF;
    /// Ask the representative how it was.
    RepresentativeSurvey representative_survey = OFF;
    /// Ask the customer how it was.
    CustomerSurvey customer_survey = ON;
    /// Use the management center.
    ManagementAccess management_access = OFF;
    /// Run reports of one's own sessions.
    OwnReports own_reports = OFF;
    /// Look at one's own sessions that are over.
    OwnSessionReview own_session_review = OFF;
}

impl Key {
    /// What it can be.
    #[must_use]
    pub const fn kind(self) -> Kind {
        self.default().kind()
    }
}
