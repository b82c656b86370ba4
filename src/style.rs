//! What inline styles and short style sheets say about visibility. No CSS engine: the declarations
//! by which text is hidden (list: `docs/MODEL.md`), and rules whose selector is one class or id.

use crate::attr::AttrName;
use crate::page::{flag, Page, Row};
use crate::tag::Tag;
use crate::text::{self, hash};

/// Ways to hide, as bits.
pub mod hide {
    /// `display: none`, `visibility: hidden`, the `hidden` attribute, or not rendered on a live page.
    pub const GONE: u8 = 1;
    /// `opacity` of next to nothing.
    pub const CLEAR: u8 = 2;
    /// Moved out of the window, or text indented out of its box.
    pub const AWAY: u8 = 4;
    /// Font, line or box of next to no size.
    pub const TINY: u8 = 8;
    /// Clipped to nothing.
    pub const CLIPPED: u8 = 16;
    /// `position: fixed` or `sticky`.
    pub const FIXED: u8 = 32;
    /// `aria-hidden="true"`.
    pub const ARIA: u8 = 64;
}

/// Bits of one declaration block.
#[must_use]
pub fn declarations(css: &str) -> u8 {
    let mut bits = 0;
    let (mut positioned, mut away, mut small, mut clipped) = (false, false, false, false);
    for declaration in css.split(';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let value = value.trim().trim_end_matches("!important").trim_end();
        match name.trim() {
            n if n.eq_ignore_ascii_case("display") && value.eq_ignore_ascii_case("none") => bits |= hide::GONE,
            n if n.eq_ignore_ascii_case("visibility") && value.eq_ignore_ascii_case("hidden") => bits |= hide::GONE,
            n if n.eq_ignore_ascii_case("opacity") && number(value).is_some_and(|v| v < 0.05) => bits |= hide::CLEAR,
            n if n.eq_ignore_ascii_case("position") => {
                positioned |= !value.eq_ignore_ascii_case("static");
                if value.eq_ignore_ascii_case("fixed") || value.eq_ignore_ascii_case("sticky") {
                    bits |= hide::FIXED;
                }
            }
            n if n.eq_ignore_ascii_case("text-indent") && number(value).is_some_and(|v| v <= -400.0) => {
                bits |= hide::AWAY
            }
            "left" | "top" | "right" | "bottom" | "margin-left" | "margin-top" => {
                away |= number(value).is_some_and(|v| v.abs() >= 400.0 && v < 0.0);
            }
            "font-size" | "line-height" => {
                let font = name.trim() == "font-size" && !value.ends_with("em") && !value.ends_with('%');
                if number(value).is_some_and(|v| v == 0.0 || (font && v <= 1.0)) {
                    bits |= hide::TINY;
                }
            }
            "width" | "height" | "max-height" | "max-width" => {
                small |= number(value).is_some_and(|v| v <= 1.0) && !value.ends_with("em") && !value.ends_with("vh");
            }
            "overflow" => clipped |= value.eq_ignore_ascii_case("hidden"),
            "clip" | "clip-path"
                if value.starts_with("rect(0") || value.starts_with("rect(1px") || value.starts_with("inset(") =>
            {
                bits |= hide::CLIPPED;
            }
            _ => {}
        }
    }
    if away {
        bits |= if positioned { hide::AWAY } else { 0 };
    }
    if small && clipped {
        bits |= hide::TINY;
    }
    bits
}

/// The number a CSS value begins with.
fn number(value: &str) -> Option<f32> {
    let end = value.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | '+')).unwrap_or(value.len());
    text::decimal(&value[..end])
}

/// Hashes of class and id names that a short style sheet of the page hides, with the bits.
#[derive(Default, Debug)]
pub struct Sheet {
    rules: Vec<(u32, u8)>,
}

impl Sheet {
    /// Reads the page's short style sheets.
    #[must_use]
    pub fn of(page: &Page) -> Sheet {
        let mut sheet = Sheet::default();
        for row in page.rows_of(Tag::Style) {
            if let Some(css) = page.attr(row, AttrName::RawText) {
                sheet.read(css);
            }
        }
        sheet
    }

    fn read(&mut self, css: &str) {
        for rule in css.split('}') {
            let Some((selectors, body)) = rule.rsplit_once('{') else { continue };
            let bits = declarations(body);
            if bits == 0 {
                continue;
            }
            for selector in selectors.split(',') {
                let selector = selector.trim();
                let simple = |s: &str| s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
                if let Some(name) = selector.strip_prefix(['.', '#']).filter(|name| simple(name)) {
                    self.rules.push((hash(name), bits));
                }
            }
        }
    }

    fn bits(&self, name: &str) -> u8 {
        if self.rules.is_empty() {
            return 0;
        }
        let wanted = hash(name);
        self.rules.iter().filter(|rule| rule.0 == wanted).fold(0, |bits, rule| bits | rule.1)
    }
}

/// Per row, the bits of the row itself (not of its ancestors).
#[must_use]
#[inline(never)]
pub fn own(page: &Page) -> Vec<u8> {
    let sheet = Sheet::of(page);
    (0..page.len() as Row)
        .map(|row| {
            let mut bits = 0;
            let flags = page.flags[row as usize];
            if flags & flag::HIDDEN != 0 {
                bits |= hide::GONE;
            }
            if flags & (flag::FIXED | flag::STICKY) != 0 {
                bits |= hide::FIXED;
            }
            for &attr in page.attrs_of(row) {
                bits |= match attr.name {
                    AttrName::Style => declarations(page.value(attr)),
                    AttrName::Hidden => hide::GONE,
                    AttrName::AriaHidden if page.value(attr) == "true" => hide::ARIA,
                    AttrName::Id => sheet.bits(page.value(attr)),
                    AttrName::Class if !sheet.rules.is_empty() => {
                        page.value(attr).split_ascii_whitespace().fold(0, |bits, name| bits | sheet.bits(name))
                    }
                    _ => 0,
                };
            }
            bits
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_ways_text_is_hidden() {
        for (css, bits) in [
            ("display:none", hide::GONE),
            ("DISPLAY : none !important; color:red", hide::GONE),
            ("position:fixed;left:-9000px;top:-9000px", hide::AWAY | hide::FIXED),
            ("position:absolute; left: -9999em", hide::AWAY),
            ("text-indent:-9999px", hide::AWAY),
            ("font-size:0", hide::TINY),
            ("height:1px;width:1px;overflow:hidden", hide::TINY),
            ("opacity:.001", hide::CLEAR),
            ("margin-left:-12px;font-size:1.2em;line-height:1", 0),
            ("left:-500px", 0),
        ] {
            assert_eq!(declarations(css), bits, "{css}");
        }
    }
}
