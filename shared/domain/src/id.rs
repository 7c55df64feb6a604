//! Typed, prefixed, time-ordered ids: `cus_0192…` is a customer and can't be mistaken for a company.

use std::{fmt, marker::PhantomData, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use crate::{Moment, Timestamp};

/// What an id names; gives its prefix.
pub trait Kind {
    /// The letters before the underscore.
    const PREFIX: &'static str;
}

/// The id of a `K`: its prefix, an underscore, and a `UUIDv7` as 32 hex digits. Sorts by the time it was made.
pub struct Id<K>(Uuid, PhantomData<fn() -> K>);

macro_rules! kinds {
    ($($name:ident $alias:ident $prefix:literal),* $(,)?) => {
        /// The things that have ids.
        pub mod kind {
            $(#[doc = concat!("Marks ids that begin with `", $prefix, "_`.")]
            pub enum $name {}
            impl super::Kind for $name { const PREFIX: &'static str = $prefix; })*
        }
        $(#[doc = concat!("An id that begins with `", $prefix, "_`.")]
        pub type $alias = Id<kind::$name>;)*
    };
}

kinds! {
    Account AccountId "acc",
    ApiKey ApiKeyId "key",
    Avatar AvatarId "ava",
    Company CompanyId "cmp",
    Contact ContactId "con",
    Customer CustomerId "cus",
    Denial DenialId "den",
    Device DeviceId "dev",
    Event EventId "evt",
    Import ImportId "imp",
    Job JobId "job",
    Logo LogoId "lgo",
    Mail MailId "mai",
    Method MethodId "mth",
    Movement MovementId "mov",
    Portal PortalId "por",
    Query QueryId "qry",
    Service ServiceId "svc",
    SignIn SignInId "sin",
    Subportal SubportalId "sub",
    Team TeamId "tea",
    User UserId "usr",
}

impl<K> Id<K> {
    /// A new id: the moment's time, and 80 bits of its randomness.
    pub fn new(moment: &mut Moment) -> Self {
        let random = moment.bytes::<10>();
        Self::from_parts(moment.now, random)
    }

    /// The one id that belongs to `seed` at `time`: work that is done twice makes the same thing twice, not two things.
    #[must_use]
    pub fn derived(time: Timestamp, seed: &[&[u8]]) -> Self {
        let mut hash = Sha256::new();
        for part in seed {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        let mut random = [0; 10];
        for (byte, hashed) in random.iter_mut().zip(hash.finalize()) {
            *byte = hashed;
        }
        Self::from_parts(time, random)
    }

    fn from_parts(time: Timestamp, random: [u8; 10]) -> Self {
        let millis = u64::try_from(time.as_millisecond()).unwrap_or_default();
        Self(Builder::from_unix_timestamp_millis(millis, &random).into_uuid(), PhantomData)
    }

    /// The least id of this millisecond: where a range of time begins in what sorts by ids.
    #[must_use]
    pub fn first_at(time: Timestamp) -> Self {
        Self::from_parts(time, [0; 10])
    }

    /// When it was made, to the millisecond.
    #[must_use]
    pub fn time(&self) -> Timestamp {
        let time = self.bytes().iter().take(6);
        let millis = time.fold(0, |millis, byte| millis << 8 | i64::from(*byte));
        Timestamp::from_millisecond(millis).unwrap_or_default()
    }

    /// The 16 bytes of the id, for hashing.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> std::hash::Hash for Id<K> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<K: Kind> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", K::PREFIX, self.0.simple())
    }
}
impl<K: Kind> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is no id of this kind. Whoever asks with such an id asks for something that does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id of this kind")]
pub struct NotAnId;

impl<K: Kind> FromStr for Id<K> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let hex = text.strip_prefix(K::PREFIX).and_then(|rest| rest.strip_prefix('_')).ok_or(NotAnId)?;
        if hex.len() != 32 || hex.bytes().any(|b| b.is_ascii_uppercase()) {
            return Err(NotAnId);
        }
        Uuid::try_parse(hex).map(|uuid| Self(uuid, PhantomData)).map_err(|_| NotAnId)
    }
}
impl<K: Kind> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de, K: Kind> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl<K: Kind> utoipa::PartialSchema for Id<K> {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        let pattern = format!("^{}_[0-9a-f]{{32}}$", K::PREFIX);
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some(pattern))
            .into()
    }
}
impl<K: Kind> utoipa::ToSchema for Id<K> {
    fn name() -> std::borrow::Cow<'static, str> {
        format!("{}_id", K::PREFIX).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_from_its_text_and_only_as_its_own_kind() {
        let id = CustomerId::derived(Timestamp::UNIX_EPOCH, &[b"a"]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.to_string().parse::<CompanyId>(), Err(NotAnId));
        assert_eq!(id.to_string().to_uppercase().parse::<CustomerId>(), Err(NotAnId));
    }

    #[test]
    fn an_id_tells_its_time_and_the_first_of_a_millisecond_is_below_all_others() {
        let time = Timestamp::from_millisecond(1_800_000_000_123).unwrap();
        let id = CustomerId::derived(time, &[b"a"]);
        assert_eq!(id.time(), time);
        let next = Timestamp::from_millisecond(1_800_000_000_124).unwrap();
        assert!(CustomerId::first_at(time).to_string() <= id.to_string());
        assert!(CustomerId::first_at(next).to_string() > id.to_string());
    }

    #[test]
    fn a_derived_id_depends_on_every_part_of_its_seed() {
        let id = |seed: &[&[u8]]| CustomerId::derived(Timestamp::UNIX_EPOCH, seed);
        assert_eq!(id(&[b"ab", b"c"]), id(&[b"ab", b"c"]));
        assert_ne!(id(&[b"ab", b"c"]), id(&[b"a", b"bc"]));
    }
}
