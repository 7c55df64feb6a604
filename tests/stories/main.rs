//! What people do, told as they would tell it, over HTTP against the whole house.
#![cfg(test)]

mod accounts;
mod activation;
mod api_keys;
mod audit;
mod bad_files;
mod companies;
mod customer_access;
mod customer_list;
mod customers;
mod denylist;
mod denylist_imports;
mod drops;
mod erasure;
mod erasure_imports;
mod erasure_steps;
mod export;
mod faults;
mod file_formats;
mod import;
mod import_steps;
mod killed;
mod killed_import;
mod killed_jobs;
mod mass_change;
mod mass_change_steps;
mod misfortune;
mod password_reset;
mod person_data;
mod profile;
mod rejected;
mod roles;
mod services;
mod sessions;
mod sign_in;
mod uploads;
