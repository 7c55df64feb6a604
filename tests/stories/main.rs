//! What people do, told as they would tell it, over HTTP against the whole house.
#![cfg(test)]

mod sign_in;
mod import;
