//! What can keep the local cloud from starting.

use std::path::PathBuf;

/// Why the local cloud did not start or stopped working.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The template can't be read, or asks for something that the local cloud doesn't know.
    #[error("template: {0}")]
    Template(String),
    /// Another program listens on the port.
    #[error(
        "port {port} of 127.0.0.1 can't be used: {cause}. Is the local cloud running already? Choose another port"
    )]
    Port {
        /// The port that was asked for.
        port: u16,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A file or folder can't be used.
    #[error("{path}: {cause}")]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// Another local cloud works with the same data.
    #[error("{path} is in use by another local cloud; stop it, or choose another folder")]
    InUse {
        /// The data folder.
        path: PathBuf,
    },
    /// The table's store failed.
    #[error("table: {0}")]
    Table(String),
    /// A function could not be made.
    #[error("function {function}: {cause}")]
    Function {
        /// Its logical id.
        function: String,
        /// What its maker said.
        cause: String,
    },
}

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<dynoxide::DynoxideError> for Error {
    fn from(error: dynoxide::DynoxideError) -> Self {
        Self::Table(error.to_string())
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Table(error.to_string())
    }
}
