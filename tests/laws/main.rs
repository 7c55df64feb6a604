//! What holds for every endpoint, event, message and resource of the template.
#![cfg(test)]

mod accounts_apart;
mod audit;
mod authentication;
mod bodies;
mod capacity;
mod contract;
mod documents;
mod everything;
mod idempotency;
mod interface;
mod jobs;
mod keys;
mod merges;
mod paging;
mod permissions;
mod portal;
mod portals;
mod problems;
mod rights;
mod roles;
mod settings;
mod sight;
mod staff;
mod teams;
mod texts;
mod things;
mod versions;
