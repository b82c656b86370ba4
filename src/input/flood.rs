//! Whether a stretch of markup may lie in a tag of very many attributes. Where tags begin is known only to the
//! tokenizer (not every `<` begins one), so all places where one could are followed at once.

/// Attributes of a tag that is no longer read as it is; the largest tags of the web have some dozens.
const MANY: u32 = 512;

/// Where a tag may be: per place the most attributes of all tags that may be there.
#[derive(Clone, Copy, Default)]
struct At {
    /// In a name.
    word: Option<u32>,
    /// In a value without quotes.
    bare: Option<u32>,
    /// Between attributes.
    gap: Option<u32>,
    /// Behind an equals sign.
    equals: Option<u32>,
    double: Option<u32>,
    single: Option<u32>,
}

/// Follows markup piece by piece.
#[derive(Default)]
pub struct Flood(At);

impl Flood {
    /// Whether some tag that began in what was given so far may still be open, with very many attributes.
    pub fn follow(&mut self, markup: &str) -> bool {
        let at = &mut self.0;
        let bytes = markup.as_bytes();
        for (index, &byte) in bytes.iter().enumerate() {
            let begun = at.gap.map(|count| count + 1);
            let mut next = match byte {
                b'"' => At {
                    double: at.equals,
                    single: at.single,
                    gap: at.double,
                    word: at.word.max(begun),
                    bare: at.bare,
                    ..At::default()
                },
                b'\'' => At {
                    single: at.equals,
                    double: at.double,
                    gap: at.single,
                    word: at.word.max(begun),
                    bare: at.bare,
                    ..At::default()
                },
                b'>' => At { double: at.double, single: at.single, ..At::default() },
                b'=' => At { equals: at.word.max(begun), word: None, gap: None, bare: at.bare.max(at.equals), ..*at },
                b' ' | b'\t' | b'\n' | b'\r' | b'\x0c' => {
                    At { gap: at.gap.max(at.word).max(at.bare), word: None, bare: None, ..*at }
                }
                b'/' => At { gap: at.gap.max(at.word), word: None, bare: at.bare.max(at.equals), equals: None, ..*at },
                _ => At { word: at.word.max(begun), gap: None, bare: at.bare.max(at.equals), equals: None, ..*at },
            };
            if byte == b'<' && bytes.get(index + 1).is_none_or(|&byte| byte == b'/' || byte.is_ascii_alphabetic()) {
                next.word = next.word.max(Some(0));
            }
            *at = next;
        }
        [at.word, at.bare, at.gap, at.equals, at.double, at.single].into_iter().flatten().any(|count| count > MANY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn floods(markup: &str) -> bool {
        let (first, second) = markup.split_at(markup.len() / 2);
        let mut flood = Flood::default();
        flood.follow(first);
        flood.follow(second)
    }

    #[test]
    fn many_attributes_are_told_from_long_values() {
        let json = "{\"key\": \"a value = x\"}, ".repeat(2000);
        assert!(!floods(&format!("<p>x</p><img src=\"data:image/png;base64,{}", "A/b+".repeat(9000))));
        assert!(!floods(&format!("<p data-x='{json}")));
        assert!(!floods(&format!("<p title=\"{}", "some words ".repeat(9000))));
        assert!(!floods(&"<p class=a id=b>x ".repeat(2000)));
        for unit in [" a", " a=b", " a=\"b\"", " a = 'b>'", "/a"] {
            assert!(floods(&format!("<p{}", unit.repeat(600))), "{unit}");
            assert!(floods(&format!("<b x=\"<p{}", unit.repeat(600))), "{unit} behind a false beginning");
        }
    }
}
