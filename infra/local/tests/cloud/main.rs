//! The local cloud, run for real with toy functions.

mod files;
mod policies;
mod restart;
mod routes;
mod templates;
mod toys;
mod work;
