//! Hashes of texts: FNV-1a, 32 bits.

/// Start value of the 32-bit FNV-1a hash (its authors' parameters): the hash of an empty text.
pub const FNV_BASIS: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

/// The hash of what goes on with one unit, a byte or a character, more.
#[must_use]
pub const fn hash_step(hash: u32, unit: u32) -> u32 {
    (hash ^ unit).wrapping_mul(FNV_PRIME)
}

/// FNV-1a of a text's bytes.
#[must_use]
pub fn hash(text: &str) -> u32 {
    text.bytes().fold(FNV_BASIS, hash_on)
}

/// The hash of a text that goes on with this byte.
#[must_use]
pub const fn hash_on(hash: u32, byte: u8) -> u32 {
    hash_step(hash, byte as u32)
}

/// The hash of a text that goes on with this character in lower case.
#[must_use]
pub fn hash_lower(hash: u32, c: char) -> u32 {
    if c.is_ascii() {
        return hash_on(hash, c.to_ascii_lowercase() as u8);
    }
    c.to_lowercase().fold(hash, |hash, c| c.encode_utf8(&mut [0; 4]).bytes().fold(hash, hash_on))
}
