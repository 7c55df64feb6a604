//! What people do, told as they would tell it, over HTTP against the whole house.
#![cfg(test)]

mod import;
mod killed;
mod sign_in;
