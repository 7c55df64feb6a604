//! What holds for every endpoint, event, message and resource of the template.
#![cfg(test)]

mod capacity;
mod contract;
