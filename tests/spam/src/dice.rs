//! Seeded choices. The same seed gives the same page on every machine.

use fastrand::Rng;

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// A seeded source of choices.
pub struct Dice(Rng);

impl Dice {
    /// Seeds from a number and any strings: hand, page, purpose.
    pub fn new(seed: u64, salt: &[&str]) -> Self {
        // FNV-1a: the standard library's hasher may change between versions.
        let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for part in salt {
            for byte in part.bytes().chain([0xff]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
        Self(Rng::with_seed(hash))
    }

    /// One of `items`, which must not be empty.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        *self.one(items)
    }

    /// One of `items`, which must not be empty, where it is.
    pub fn one<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.0.usize(..items.len())]
    }

    /// True with the probability `share`, 0…1.
    pub fn chance(&mut self, share: f64) -> bool {
        self.0.f64() < share
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        self.0.usize(low..=high)
    }

    /// One value, each as often as its weight says.
    pub fn weighted<T: Copy>(&mut self, items: &[(usize, T)]) -> T {
        let mut left = self.0.usize(..items.iter().map(|item| item.0).sum::<usize>());
        for (weight, value) in items {
            if left < *weight {
                return *value;
            }
            left -= weight;
        }
        items[items.len() - 1].1
    }

    /// Puts `items` into a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        self.0.shuffle(items);
    }

    /// `len` small letters and digits, a letter first, as scripts make up ids.
    pub fn id(&mut self, len: usize) -> String {
        (0..len).map(|i| LETTERS[self.0.usize(..if i == 0 { 26 } else { LETTERS.len() })] as char).collect()
    }

    /// `len` digits, none of them leading zero.
    pub fn digits(&mut self, len: usize) -> String {
        (0..len).map(|i| char::from(b'0' + self.0.u8(u8::from(i == 0)..10))).collect()
    }
}
