//! domain.

pub mod locale;

pub use locale::Locale;
