//! Logos of accounts: asked for, uploaded, read; what was read becomes a setting (SET-1).

use serde::{Deserialize, Serialize};

use crate::{
    AccountId, Actor, Changed, Event, LogoId, Moment, Problem,
    picture::{Fault, UPLOADS, check_size},
    settings::Logo,
    text::Check,
};

/// The most pixels that a logo has in width and height: twice what is shown.
pub const SIZE: (u32, u32) = (480, 120);

/// The upload of a logo. It lies beside the account, so that reading a picture is in nobody's way who changes settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogoUpload {
    /// The account.
    pub account_id: AccountId,
    /// The newest one asked for, and by whom, until it is read. Older ones are ignored, whenever they come.
    pub upload: Option<(LogoId, Actor)>,
    /// Why the newest one was refused.
    pub fault: Option<Fault>,
}

impl LogoUpload {
    /// None was ever asked for.
    #[must_use]
    pub const fn none(account_id: AccountId) -> Self {
        Self { account_id, upload: None, fault: None }
    }

    /// Asks for an upload of `size` bytes. The logo so far stays until it is read.
    pub fn request(self, moment: &mut Moment, actor: Actor, size: u64) -> Result<Changed<Self>, Problem> {
        let mut check = Check::default();
        check_size(&mut check, size)?;
        check.finish(())?;
        let upload = Some((LogoId::new(moment), actor));
        let event = Event::new(moment, self.account_id, actor, "logo.requested", self.account_id);
        Ok(Changed { now: Self { upload, fault: None, ..self }, events: vec![event] })
    }

    /// Who has asked for the upload with this id, if it is the one that is waited for.
    #[must_use]
    pub fn awaited(&self, id: LogoId) -> Option<Actor> {
        self.upload.filter(|(upload, _)| *upload == id).map(|(_, actor)| actor)
    }

    /// The upload has been read, and has become the logo.
    #[must_use]
    pub fn read(self) -> Self {
        Self { upload: None, fault: None, ..self }
    }

    /// The upload can't be a logo; the one so far stays.
    pub fn refuse(self, moment: &mut Moment, fault: Fault) -> Changed<Self> {
        let event = Event::new(moment, self.account_id, Actor::System, "logo.refused", self.account_id);
        Changed { now: Self { upload: None, fault: Some(fault), ..self }, events: vec![event] }
    }
}

/// Where an upload goes.
#[must_use]
pub fn upload_key(account: AccountId, upload: LogoId) -> String {
    format!("{UPLOADS}{account}/logo/{upload}")
}

/// Whose upload a key is.
#[must_use]
pub fn upload_of(key: &str) -> Option<(AccountId, LogoId)> {
    let (account, upload) = key.strip_prefix(UPLOADS)?.split_once("/logo/")?;
    Some((account.parse().ok()?, upload.parse().ok()?))
}

/// Where the file of a logo is kept, by a hash of what it shows.
#[must_use]
pub fn file_key(account: AccountId, hash: &str) -> String {
    format!("logos/{account}/{hash}.png")
}

/// The logo that this file becomes.
#[must_use]
pub fn logo_at(file: &str, (width, height): (u32, u32)) -> Logo {
    Logo { address: format!("/v1/{file}"), width, height }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moment::testing::moment;

    /// SET-1.
    #[test]
    fn only_the_newest_upload_is_waited_for_and_one_that_is_refused_says_why() {
        let account = AccountId::new(&mut moment(0));
        let ask = |logo: LogoUpload, second| {
            let now = logo.request(&mut moment(second), Actor::System, 9).unwrap().now;
            let id = now.upload.unwrap().0;
            (now, id)
        };
        let (logo, first) = ask(LogoUpload::none(account), 1);
        let (logo, second) = ask(logo, 2);
        assert_eq!((logo.awaited(first), logo.awaited(second)), (None, Some(Actor::System)));
        let refused = logo.clone().refuse(&mut moment(3), Fault::new("broken")).now;
        assert_eq!((refused.awaited(second), refused.fault.clone()), (None, Some(Fault::new("broken"))));
        assert_eq!(ask(refused, 4).0.fault, None, "who tries again has done nothing wrong yet");
        assert_eq!(logo.read(), LogoUpload::none(account));
    }

    #[test]
    fn an_uploads_key_reads_back_and_is_no_avatars() {
        let moment = &mut moment(1);
        let (account, upload) = (AccountId::new(moment), LogoId::new(moment));
        let key = upload_key(account, upload);
        assert_eq!(upload_of(&key), Some((account, upload)));
        assert_eq!(crate::avatar::upload_of(&key), None);
        for other in [format!("{key}/x"), key.replace("pictures", "logos"), "pictures/a/logo/b".into()] {
            assert_eq!(upload_of(&other), None, "{other}");
        }
    }
}
