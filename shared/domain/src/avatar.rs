//! Avatars of customers: asked for, uploaded, read, kept (CUS-5).

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, AvatarId, Changed, CustomerId, Event, Moment, Problem,
    picture::{Fault, MAX_PIXELS, UPLOADS, at_least_one, check_size},
    text::Check,
};

/// The sizes in which avatars are kept, in pixels.
pub const SIZES: [u32; 2] = [61, 122];
/// The square of a picture that becomes the avatar, in pixels of the picture as it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Crop {
    /// From the left.
    pub x: u32,
    /// From the top.
    pub y: u32,
    /// Its width and height.
    pub size: u32,
}

/// An upload that has been asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Its id.
    pub id: AvatarId,
    /// The part of the picture; the largest square in its middle when left out.
    pub crop: Option<Crop>,
}

/// The avatar of a customer: beside them, not in them, so that reading a picture is in nobody's way who changes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Avatar {
    /// The account of the customer.
    pub account_id: AccountId,
    /// Whose it is.
    pub customer_id: CustomerId,
    /// The newest upload asked for, until it is read. Older ones are ignored, whenever they come.
    pub upload: Option<Upload>,
    /// The hash of the picture, by which its files are found.
    pub picture: Option<String>,
    /// The picture before, whose files are to go.
    pub previous: Option<String>,
    /// Why the newest upload was refused.
    pub fault: Option<Fault>,
}

impl Avatar {
    /// No avatar yet.
    #[must_use]
    pub fn none(account_id: AccountId, customer_id: CustomerId) -> Self {
        Self { account_id, customer_id, upload: None, picture: None, previous: None, fault: None }
    }

    /// Asks for an upload of `size` bytes. The picture so far stays until it is read.
    pub fn request(
        self,
        moment: &mut Moment,
        actor: Actor,
        size: u64,
        crop: Option<Crop>,
    ) -> Result<Changed<Self>, Problem> {
        let mut check = Check::default();
        check_size(&mut check, size)?;
        crop.inspect(|crop| at_least_one(&mut check, "crop.size", crop.size.into(), MAX_PIXELS));
        check.finish(())?;
        let upload = Upload { id: AvatarId::new(moment), crop };
        Ok(Self { upload: Some(upload), fault: None, ..self }.told(moment, actor, "avatar.requested"))
    }

    /// The upload with this id, if it is the one that is waited for.
    #[must_use]
    pub fn awaited(&self, id: AvatarId) -> Option<&Upload> {
        self.upload.as_ref().filter(|upload| upload.id == id)
    }

    /// The upload has been read: `picture` is its hash.
    pub fn keep(self, moment: &mut Moment, picture: String) -> Changed<Self> {
        let now = Self { upload: None, previous: self.picture.clone(), picture: Some(picture), ..self };
        now.told(moment, Actor::System, "avatar.kept")
    }

    /// The upload can't be an avatar; the picture so far stays.
    pub fn refuse(self, moment: &mut Moment, fault: Fault) -> Changed<Self> {
        Self { upload: None, fault: Some(fault), ..self }.told(moment, Actor::System, "avatar.refused")
    }

    /// Takes the avatar away, and what is still to be uploaded. Twice is once.
    pub fn remove(self, moment: &mut Moment, actor: Actor) -> Changed<Self> {
        let none = Self { previous: self.picture.clone(), ..Self::none(self.account_id, self.customer_id) };
        if self.upload.is_none() && self.picture.is_none() && self.fault.is_none() {
            return Changed { now: self, events: vec![] };
        }
        none.told(moment, actor, "avatar.removed")
    }

    fn told(self, moment: &mut Moment, actor: Actor, name: &str) -> Changed<Self> {
        let event = Event::new(moment, self.account_id, actor, name, self.customer_id);
        Changed { now: self, events: vec![event] }
    }

    /// The keys of the files of a picture of this customer.
    pub fn files<'a>(&self, picture: &'a str) -> impl Iterator<Item = (u32, String)> + use<'a> {
        let folder = folder("avatars/", self.account_id, self.customer_id);
        SIZES.into_iter().map(move |size| (size, format!("{folder}{picture}-{size}.png")))
    }
}

/// Where a customer's files of a kind are: avatars are kept, and there are uploads.
fn folder(kind: &str, account: AccountId, customer: CustomerId) -> String {
    format!("{kind}{account}/{customer}/")
}

/// Where an upload goes.
#[must_use]
pub fn upload_key(account: AccountId, customer: CustomerId, upload: AvatarId) -> String {
    format!("{}{upload}", folder(UPLOADS, account, customer))
}

/// Whose upload a key is.
#[must_use]
pub fn upload_of(key: &str) -> Option<(AccountId, CustomerId, AvatarId)> {
    let mut parts = key.strip_prefix(UPLOADS)?.split('/');
    let place = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{moment::testing::moment, picture::MAX_BYTES};

    fn none() -> Avatar {
        let moment = &mut moment(0);
        Avatar::none(AccountId::new(moment), CustomerId::new(moment))
    }

    fn requested(avatar: Avatar, seconds: i64) -> (Avatar, AvatarId) {
        let now = avatar.request(&mut moment(seconds), Actor::System, 9, None).unwrap().now;
        let id = now.upload.as_ref().unwrap().id;
        (now, id)
    }

    /// CUS-5.
    #[test]
    fn only_the_newest_upload_is_waited_for_and_the_picture_stays_until_it_is_read() {
        let (avatar, old) = requested(none(), 1);
        let avatar = avatar.keep(&mut moment(2), "a".into()).now;
        assert_eq!(avatar.awaited(old), None, "read once");
        let (avatar, first) = requested(avatar, 3);
        let (avatar, second) = requested(avatar, 4);
        assert_eq!((avatar.awaited(first), avatar.awaited(second).is_some()), (None, true));
        assert_eq!(avatar.picture.as_deref(), Some("a"));
        let refused = avatar.clone().refuse(&mut moment(5), Fault::new("broken")).now;
        assert_eq!((refused.picture.as_deref(), refused.fault.unwrap().code.as_str()), (Some("a"), "broken"));
        let kept = avatar.keep(&mut moment(5), "b".into()).now;
        assert_eq!((kept.picture.as_deref(), kept.previous.as_deref()), (Some("b"), Some("a")));
        let removed = kept.remove(&mut moment(6), Actor::System);
        assert_eq!((removed.now.picture.as_ref(), removed.now.previous.as_deref()), (None, Some("b")));
        assert!(removed.now.remove(&mut moment(7), Actor::System).events.is_empty());
    }

    #[test]
    fn a_request_names_all_that_is_wrong_with_it() {
        let crop = Crop { x: 0, y: 0, size: 0 };
        let Err(Problem::Invalid(errors)) = none().request(&mut moment(1), Actor::System, 0, Some(crop))
        else {
            panic!("refused")
        };
        assert_eq!(errors.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(), ["size", "crop.size"]);
        let large = none().request(&mut moment(1), Actor::System, MAX_BYTES + 1, None);
        assert_eq!(large, Err(Problem::TooLarge { limit: MAX_BYTES }));
    }

    #[test]
    fn an_uploads_key_reads_back_and_no_other() {
        let (avatar, id) = requested(none(), 1);
        let key = upload_key(avatar.account_id, avatar.customer_id, id);
        assert_eq!(upload_of(&key), Some((avatar.account_id, avatar.customer_id, id)));
        for other in
            [format!("{key}/x"), key.replace("pictures", "avatars"), "pictures/a/b/c".into(), String::new()]
        {
            assert_eq!(upload_of(&other), None, "{other}");
        }
    }
}
