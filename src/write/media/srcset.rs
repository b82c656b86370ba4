//! `srcset`: candidates with addresses of their own (HTML standard, “parse a srcset attribute”).

use crate::text::decimal;
use crate::write::address;

/// The candidates of a `srcset`: address as written, and its descriptor.
pub fn candidates(set: &str) -> impl Iterator<Item = (&str, &str)> {
    let blank = |c: char| c.is_ascii_whitespace();
    let mut rest = set;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| blank(c) || c == ',');
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(blank).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let address = word.trim_end_matches(',');
        if address.len() < word.len() {
            rest = after;
            return Some((address, ""));
        }
        let stop = after.find(',').unwrap_or(after.len());
        let (size, after) = after.split_at(stop);
        rest = after;
        Some((address, size.trim()))
    })
}

/// How large a candidate is: its width, or its density as if one were 1000 px.
#[must_use]
pub fn size(descriptor: &str) -> f32 {
    let number = |text: &str| decimal(text).unwrap_or(0.0);
    match descriptor.as_bytes().last() {
        Some(b'w') => number(&descriptor[..descriptor.len() - 1]),
        Some(b'x') => number(&descriptor[..descriptor.len() - 1]) * 1000.0,
        _ => 1000.0,
    }
}

/// The same set with allowed, whole addresses; `None` if none is left.
#[must_use]
pub fn whole(set: &str, base: &str) -> Option<String> {
    let mut out = String::new();
    for (url, descriptor) in candidates(set) {
        let Some(url) = address::image(base, url).filter(|url| !url.starts_with("data:") && !url.ends_with(',')) else {
            continue;
        };
        let plain = descriptor.is_empty() || (descriptor.ends_with(['w', 'x']) && size(descriptor) > 0.0);
        if !plain {
            continue;
        }
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(&url.replace(',', "%2C"));
        if !descriptor.is_empty() {
            out.push(' ');
            out.push_str(descriptor);
        }
    }
    (!out.is_empty()).then_some(out)
}

/// The address of the largest candidate up to `widest` px, else of the smallest.
#[must_use]
pub fn best(set: &str, widest: f32) -> Option<&str> {
    let fits = |at: f32| if at <= widest { at } else { -at };
    candidates(set).max_by(|a, b| fits(size(a.1)).total_cmp(&fits(size(b.1)))).map(|candidate| candidate.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_candidates_as_browsers_do() {
        let set = "a,b.jpg 640w, /c.jpg 2x,d.jpg, javascript:x 3x";
        assert_eq!(
            candidates(set).collect::<Vec<_>>(),
            [("a,b.jpg", "640w"), ("/c.jpg", "2x"), ("d.jpg", ""), ("javascript:x", "3x")]
        );
        assert_eq!(
            whole(set, "https://s.test/").as_deref(),
            Some("https://s.test/a%2Cb.jpg 640w, https://s.test/c.jpg 2x, https://s.test/d.jpg")
        );
        assert_eq!(best("a 320w, b 1280w, c 6000w", 2000.0), Some("b"));
    }
}
