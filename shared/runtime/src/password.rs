//! Passwords as Argon2id hashes (PPL-6). OWASP's smallest parameters: 19 MiB, 2 passes; 60 ms of one processor.

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::SaltString,
};
use domain::{Moment, Problem};

/// What is verified when there is no login of that name, so that the answer takes as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5bm9ib2R5$RRlHV2CJrm3VIVqkvZUzBVU4TjZWdMEHmSV/xv4/mAc";

fn hasher() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::DEFAULT)
}

/// The hash of a password, as a PHC string.
pub fn hash(moment: &mut Moment, password: &str) -> Result<String, Problem> {
    let bug = |error: argon2::password_hash::Error| Problem::Bug(error.to_string());
    let salt = SaltString::encode_b64(&moment.bytes::<16>()).map_err(bug)?;
    hasher().hash_password(password.as_bytes(), &salt).map(|hash| hash.to_string()).map_err(bug)
}

/// Whether a password has this hash. Without a hash it takes as long and is wrong.
pub fn verify(password: &str, hash: Option<&str>) -> Result<bool, Problem> {
    let parsed =
        PasswordHash::new(hash.unwrap_or(NOBODY)).map_err(|error| Problem::Bug(error.to_string()))?;
    let right = hasher().verify_password(password.as_bytes(), &parsed).is_ok();
    Ok(right && hash.is_some())
}
