//! The addresses of a file's earlier rows, in little memory.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

/// The most addresses of a file, aliases included: what the table below holds before it would double to 70 MB.
const MAX_ADDRESSES: usize = 1_800_000;

/// Which row first had which address. 17 bytes an address and table slot: 36 MB for a million rows. Addresses are kept
/// as 96 bits of their SHA-256; that two of a million share them has a probability below 10⁻¹⁶.
#[derive(Debug, Default)]
pub struct Seen(HashMap<[u8; 12], u32>);

impl Seen {
    /// The row that has the address with this key, if one has.
    #[must_use]
    pub fn row_of(&self, key: &str) -> Option<u64> {
        self.0.get(&short_hash(key)).map(|row| u64::from(*row))
    }

    /// Remembers that `row` has the address with this key.
    pub fn insert(&mut self, key: &str, row: u64) {
        // Rows are at most a million, see `MAX_ROWS`.
        self.0.insert(short_hash(key), u32::try_from(row).unwrap_or(u32::MAX));
    }

    /// Whether the file has more addresses than can be held.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.len() >= MAX_ADDRESSES
    }
}

fn short_hash(key: &str) -> [u8; 12] {
    let mut short = [0; 12];
    for (byte, hashed) in short.iter_mut().zip(Sha256::digest(key.as_bytes())) {
        *byte = hashed;
    }
    short
}
