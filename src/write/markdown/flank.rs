//! Which sign a mark can have so that parsers find both its ends (CommonMark 0.31, section 6.2).

/// What stands beside a delimiter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// White space, or an end of the line.
    Blank,
    /// ASCII punctuation, another delimiter.
    Punctuation,
    /// Letters and digits.
    Word,
    /// Symbols and marks that parsers class differently.
    Unsure,
}

/// The side a character makes.
#[must_use]
pub fn side(c: Option<char>) -> Side {
    match c {
        None => Side::Blank,
        Some(c) if c.is_whitespace() => Side::Blank,
        Some(c) if c.is_ascii_punctuation() => Side::Punctuation,
        Some(c) if c.is_alphanumeric() => Side::Word,
        Some(_) => Side::Unsure,
    }
}

/// Whether a delimiter between two sides opens, whichever way unsure sides are read. `strict` for `_`.
#[must_use]
pub fn opens(before: Side, after: Side, strict: bool) -> bool {
    readings(before, after, |before, after| {
        flanks(before, after) && (!strict || !flanks(after, before) || before == Side::Punctuation)
    })
}

/// Whether a delimiter between two sides closes.
#[must_use]
pub fn closes(before: Side, after: Side, strict: bool) -> bool {
    opens(after, before, strict)
}

/// Left-flanking; with the sides exchanged, right-flanking.
fn flanks(before: Side, after: Side) -> bool {
    after != Side::Blank && (after != Side::Punctuation || before != Side::Word)
}

fn readings(before: Side, after: Side, holds: impl Fn(Side, Side) -> bool) -> bool {
    let both = [Side::Punctuation, Side::Word];
    let all = |side: Side| {
        both.into_iter().filter(move |&reading| side == Side::Unsure || reading == both[0]).map(move |reading| {
            if side == Side::Unsure {
                reading
            } else {
                side
            }
        })
    };
    all(before).all(|before| all(after).all(|after| holds(before, after)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_where_emphasis_fails() {
        let between = |a: char, b: char| (side(Some(a)), side(Some(b)));
        let (before, after) = between('a', '"');
        assert!(!opens(before, after, false));
        let (before, after) = between('」', 'で');
        assert!(!closes(before, after, false));
        assert!(opens(Side::Blank, Side::Word, true) && closes(Side::Word, Side::Blank, true));
        assert!(opens(Side::Word, Side::Word, false) && !opens(Side::Word, Side::Word, true));
    }
}
