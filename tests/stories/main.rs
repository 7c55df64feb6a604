//! What people do, told as they would tell it, over HTTP against the whole house.
#![cfg(test)]

mod accounts;
mod activation;
mod bad_files;
mod companies;
mod customer_access;
mod customer_list;
mod customers;
mod drops;
mod faults;
mod file_formats;
mod import;
mod import_steps;
mod import_undo;
mod import_update;
mod killed;
mod killed_import;
mod killed_undo;
mod password_reset;
mod profile;
mod rejected;
mod roles;
mod services;
mod sessions;
mod sign_in;
mod uploads;
