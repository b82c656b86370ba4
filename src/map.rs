//! Maps whose keys are hashes already.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// Mixes a 32-bit key once (Fibonacci hashing, Knuth, TAOCP 3, 6.4); the standard hasher costs ten times as much.
#[derive(Default)]
pub struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }
    fn write_u32(&mut self, key: u32) {
        let mixed = (self.0 ^ u64::from(key)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 32;
    }
}

/// A map by 32-bit hash.
pub type Map<V> = HashMap<u32, V, BuildHasherDefault<Mix>>;
/// A set of 32-bit hashes.
pub type Set = HashSet<u32, BuildHasherDefault<Mix>>;
