//! What names of elements, addresses and labels say of a page: of which kind it is, and where readers comment.
//! Tokens as sites, forum software, shops and documentation generators use them; evidence, no verdict.

use crate::text::{hash_on, FNV_BASIS};

/// Kinds spoken of, by bit.
pub const KINDS: [&str; 5] = ["thread", "product", "docs", "list", "offer"];
/// A container of readers' comments.
pub const COMMENTS: u8 = 32;
/// A label that stands at each post or comment.
pub const REPLY: u8 = 64;

/// Tokens by what they say. ASCII: of these the hash of a name and of a word are the same.
const TOKENS: [(u8, &str); 7] = [
    (1, "forum forums thread threads topic topics viewtopic showthread viewthread reply replies postbody postbit message messages signature member members username user poster upvote vote votes votecount answer answers question questions phpbb vbulletin xenforo discourse smf mybb nodebb invision ipsbox bbpress community discussion discussions board boards bbs comment comments item"),
    (2, "product products price prices pricing cart basket addtocart sku buy checkout wishlist qty quantity variant variants swatch shop store dp pdp stock woocommerce shopify"),
    (4, "docs doc documentation api reference manual guide guides help wiki tutorial tutorials sphinx mkdocs docusaurus gitbook readthedocs rst hljs highlight code version developer developers learn kb support changelog"),
    (8, "listing listings results result search filter filters facet facets sort pager pagination grid archive category categories collection collections tag tags browse directory all jobs properties list"),
    (16, "hero services service solution solutions contact cta testimonial testimonials quote consultation appointment clients about company industries practice areas features feature benefits"),
    (COMMENTS, "comment comments commentlist commentlisting commentarea commentbody commenttext commentcontent commentform commenter respond disqus replies pinglun kommentare kommentar commentaires comentarios commenti reactions reacties feedback livefyre discussion trackback pingback"),
    (REPLY, "reply replies antworten responder rispondi beantwoorden balas quote permalink report says wrote posted upvote"),
];

/// Slots of the table: a power of two, about half filled.
const SLOTS: usize = 512;

/// Upper halves of hashes and what their tokens say, where the lower half puts them or after. Of two
/// tokens that look the same both are said; that is rare, and not worth more bytes.
static TABLE: ([u16; SLOTS], [u8; SLOTS]) = {
    let (mut keys, mut says) = ([0u16; SLOTS], [0u8; SLOTS]);
    let mut row = 0;
    while row < TOKENS.len() {
        let (bit, bytes) = (TOKENS[row].0, TOKENS[row].1.as_bytes());
        let (mut hash, mut at) = (FNV_BASIS, 0);
        while at <= bytes.len() {
            if at < bytes.len() && bytes[at] != b' ' {
                hash = hash_on(hash, bytes[at]);
            } else {
                let mut slot = hash as usize % SLOTS;
                while says[slot] != 0 && keys[slot] != (hash >> 16) as u16 {
                    slot = (slot + 1) % SLOTS;
                }
                keys[slot] = (hash >> 16) as u16;
                says[slot] |= bit;
                hash = FNV_BASIS;
            }
            at += 1;
        }
        row += 1;
    }
    (keys, says)
};

/// What a token says, by its hash: bits of [`KINDS`], [`COMMENTS`], [`REPLY`].
#[must_use]
pub fn says(token: u32) -> u8 {
    let mut slot = token as usize % SLOTS;
    while TABLE.1[slot] != 0 {
        if TABLE.0[slot] == (token >> 16) as u16 {
            return TABLE.1[slot];
        }
        slot = (slot + 1) % SLOTS;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::hash;

    #[test]
    fn knows_its_tokens_and_next_to_no_other() {
        assert_eq!(says(hash("commentlist")), COMMENTS);
        assert_eq!(says(hash("replies")), 1 | COMMENTS | REPLY);
        assert_eq!(says(hash("wishlist")), 2);
        assert!(["article", "husk", "seed", "paragraph"].iter().all(|word| says(hash(word)) == 0));
    }
}
