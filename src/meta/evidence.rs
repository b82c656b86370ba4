//! Whether the page bears a text out: do its words occur in the article, the headings, the address;
//! is it in the article's writing. No word lists: spam in any language shares nothing with the page.

use super::site;
use super::view::View;
use super::zone;
use crate::attr::AttrName;
use crate::hanzi::{variant, Variant};
use crate::tag::{Tag, HEADING};
use crate::text::{hash_lower, hash_on, is_alphanumeric, is_wide, start, Script, FNV_BASIS};
use crate::url;

/// Bytes of article text that are read: more adds nothing.
const BYTES: usize = 1 << 17;

/// How far the page bears a text out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Support {
    /// Share of its tokens in the article, 0…1.
    pub body: f32,
    /// Share of the address's words in it, 0…1.
    pub slug: f32,
    /// Share of its words in the address, 0…1.
    pub of_slug: f32,
    /// Share of its tokens in headings that are themselves borne out, 0…1.
    pub heading: f32,
    /// Share of its tokens anywhere in the page's text that is not injected, 0…1.
    pub page: f32,
    /// Share of its tokens that stand in injected text and nowhere else, 0…1.
    pub injected: f32,
    /// It names the site.
    pub site: bool,
    /// In a writing that the article is not in.
    pub foreign: bool,
    /// Number of its tokens.
    pub tokens: u32,
}

impl Support {
    /// Nothing near the article bears the text out (thresholds: findings/metadata, section 5).
    pub fn is_weak(&self) -> bool {
        self.foreign || (self.tokens > 0 && self.body < 0.4 && self.slug < 0.2 && self.heading < 0.5 && !self.site)
    }

    /// Nothing anywhere on the page does.
    pub fn is_strange(&self) -> bool {
        self.foreign || (self.is_weak() && self.page < 0.5)
    }

    /// In the words of what was injected.
    pub fn is_injected(&self) -> bool {
        self.injected >= 0.6
    }

    /// Borne out, and more than the site's name.
    pub fn is_good(&self) -> bool {
        self.tokens >= 2 && !self.is_weak() && !self.site
    }
}

/// The page's own words.
#[derive(Debug)]
pub struct Evidence<'k> {
    body: Set,
    headings: Set,
    page: Set,
    injected: Set,
    slug: Vec<u32>,
    sites: &'k [String],
    scripts: [u32; Script::COUNT],
    simplified: u32,
    traditional: u32,
    /// Tokens of article text read.
    pub tokens: u32,
}

/// A set of hashes as bits; with a few thousand members a stranger is taken for one at 1 in 50.
#[derive(Debug)]
struct Set(Vec<u64>);

impl Set {
    const BITS: u32 = 1 << 17;

    fn new() -> Set {
        Set(vec![0; (Set::BITS / 64) as usize])
    }

    fn add(&mut self, hash: u32) {
        let bit = hash % Set::BITS;
        self.0[(bit / 64) as usize] |= 1 << (bit % 64);
    }

    fn has(&self, hash: u32) -> bool {
        let bit = hash % Set::BITS;
        self.0[(bit / 64) as usize] & 1 << (bit % 64) != 0
    }

    /// Share of a text's tokens that are in the set.
    fn share(&self, text: &str) -> f32 {
        let (mut found, mut all) = (0, 0);
        tokens(text, |token| {
            all += 1;
            found += u32::from(self.has(token));
        });
        share(found, all)
    }
}

/// The first [`BYTES`] of texts one after the other.
fn beginning<'p>(texts: impl Iterator<Item = &'p str>) -> impl Iterator<Item = &'p str> {
    let mut left = BYTES;
    texts.map_while(move |text| {
        let text = (left > 0).then(|| start(text, left))?;
        left -= text.len();
        Some(text)
    })
}

fn share(found: u32, all: u32) -> f32 {
    if all == 0 {
        0.0
    } else {
        found as f32 / all as f32
    }
}

/// Calls `each` with the hash of every token: words of at least four letters cut to seven, shorter ones
/// with accents (Vietnamese has few longer), pairs of
/// neighbouring characters in scripts without blanks.
fn tokens(text: &str, mut each: impl FnMut(u32)) {
    const SHORTEST: usize = 4;
    const ACCENTED: usize = 2;
    const LONGEST: usize = 7;
    let (mut word, mut letters, mut plain) = (FNV_BASIS, 0, true);
    let mut last_wide = None;
    for c in text.chars().chain([' ']) {
        let wide = is_wide(c) && is_alphanumeric(c);
        if is_alphanumeric(c) && !wide {
            letters += 1;
            if letters <= LONGEST {
                word = hash_lower(word, c);
                plain &= c.is_ascii();
            }
        } else if letters > 0 {
            if letters >= SHORTEST || (letters >= ACCENTED && !plain) {
                each(word);
            }
            (word, letters, plain) = (FNV_BASIS, 0, true);
        }
        if let (Some(last), true) = (last_wide, wide) {
            each((last as u32).wrapping_mul(0x0100_0193) ^ (c as u32).wrapping_mul(0x9e37_79b1));
        }
        last_wide = wide.then_some(c);
    }
}

impl<'k> Evidence<'k> {
    /// Reads the article, and the headings it bears out. Where nothing was kept, the whole page but spam.
    #[inline(never)]
    pub fn of(view: &View<'_>, sites: &'k [String]) -> Evidence<'k> {
        let mut evidence = Evidence {
            body: Set::new(),
            headings: Set::new(),
            page: Set::new(),
            injected: Set::new(),
            slug: slug(view.head.url.as_deref().unwrap_or("")),
            sites,
            scripts: [0; Script::COUNT],
            simplified: 0,
            traditional: 0,
            tokens: 0,
        };
        let lines: Vec<(u32, u32)> = view.lines.iter().map(|line| (line.start, line.end)).collect();
        let ranges = if view.content.is_empty() { &lines[..] } else { view.content };
        let own = ranges.iter().filter(|&&(from, _)| {
            view.zone(from) & zone::SPAM == 0 && !view.page.tag[view.page.parent[from as usize] as usize].is(HEADING)
        });
        beginning(own.map(|&(from, to)| view.page.text_between(from, to))).for_each(|text| evidence.read(text));
        evidence.read_page(view);
        evidence.read_injected(view);
        for row in 0..view.page.len() as u32 {
            let level = view.page.tag[row as usize].heading_level();
            if (1..=3).contains(&level) && view.zone(row) & (zone::SPAM | zone::FURNITURE) == 0 {
                let text = view.page.subtree_text(row);
                if evidence.body.share(text) >= 0.4 || evidence.slug_share(text).0 >= 0.4 {
                    tokens(text, |token| evidence.headings.add(token));
                }
            }
        }
        evidence
    }

    /// All text that is not injected, and the names of pictures.
    #[inline(never)]
    fn read_page(&mut self, view: &View<'_>) {
        for text in beginning(view.lines.iter().map(|line| view.page.text_between(line.start, line.end))) {
            tokens(text, |token| self.page.add(token));
        }
        for row in view.page.rows_of(Tag::Img).filter(|&row| view.zone(row) & zone::SPAM == 0) {
            tokens(view.page.attr(row, AttrName::Alt).unwrap_or(""), |token| self.page.add(token));
        }
    }

    #[inline(never)]
    fn read_injected(&mut self, view: &View<'_>) {
        let rows = view.page.rows_of(Tag::Text).filter(|&row| view.zone(row) & zone::SPAM != 0);
        for text in beginning(rows.map(|row| view.page.text_between(row, row + 1))) {
            tokens(text, |token| self.injected.add(token));
        }
    }

    #[inline(never)]
    fn read(&mut self, text: &str) {
        tokens(text, |token| {
            self.body.add(token);
            self.tokens += 1;
        });
        self.scripts[Script::Latin as usize] += text.bytes().filter(u8::is_ascii_alphabetic).count() as u32;
        for c in text.chars().filter(|c| !c.is_ascii() && is_alphanumeric(*c)) {
            let script = Script::of(c);
            self.scripts[script as usize] += 1;
            if script == Script::Han {
                match variant(c) {
                    Some(Variant::Simplified) => self.simplified += 1,
                    Some(Variant::Traditional) => self.traditional += 1,
                    None => {}
                }
            }
        }
    }

    /// How far the page bears out a text.
    #[inline(never)]
    pub fn support(&self, text: &str) -> Support {
        let (mut body, mut heading, mut page, mut injected, mut all) = (0, 0, 0, 0, 0);
        tokens(text, |token| {
            all += 1;
            body += u32::from(self.body.has(token));
            heading += u32::from(self.headings.has(token));
            page += u32::from(self.page.has(token));
            injected += u32::from(self.injected.has(token) && !self.page.has(token));
        });
        let (slug, of_slug) = self.slug_share(text);
        Support {
            body: share(body, all),
            heading: share(heading, all),
            page: share(page, all),
            injected: share(injected, all),
            tokens: all,
            slug,
            of_slug,
            site: site::is_site(self.sites, text) || parts_name_site(self.sites, text),
            foreign: self.is_foreign(text),
        }
    }

    /// Share of the address's words in the text, and of the text's in the address.
    fn slug_share(&self, text: &str) -> (f32, f32) {
        if self.slug.is_empty() {
            return (0.0, 0.0);
        }
        let mut own = Vec::new();
        words(text, |word| own.push(word));
        let found = self.slug.iter().filter(|word| own.contains(word)).count();
        let back = own.iter().filter(|word| self.slug.contains(word)).count();
        (found as f32 / self.slug.len() as f32, back as f32 / own.len().max(1) as f32)
    }

    /// Letters of a writing that makes less than 3 % of the article, or of the other Chinese orthography.
    /// Latin is at home everywhere: names and terms.
    fn is_foreign(&self, text: &str) -> bool {
        /// Letters an article needs to have a writing.
        const LETTERS: u32 = 150;
        let all: u32 = self.scripts.iter().sum();
        if all < LETTERS {
            return false;
        }
        let (mut letters, mut foreign, mut simplified, mut traditional) = (0, 0, 0, 0);
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            letters += 1;
            if c.is_ascii() {
                continue;
            }
            let script = Script::of(c);
            let strange = self.scripts[script as usize] * 33 < all;
            foreign += u32::from(strange && !matches!(script, Script::Latin | Script::Common | Script::Other));
            match variant(c) {
                Some(Variant::Simplified) => simplified += 1,
                Some(Variant::Traditional) => traditional += 1,
                None => {}
            }
        }
        foreign * 2 > letters || self.is_other_orthography(simplified, traditional)
    }

    fn is_other_orthography(&self, simplified: u32, traditional: u32) -> bool {
        /// One-sided characters that an article and a text need to show their orthography.
        const ARTICLE: u32 = 20;
        const TEXT: u32 = 2;
        let other = |own: u32, strange: u32, of_own: u32, of_strange: u32| {
            own >= ARTICLE && own > strange * 10 && of_strange >= TEXT && of_strange > of_own * 2
        };
        other(self.traditional, self.simplified, traditional, simplified)
            || other(self.simplified, self.traditional, simplified, traditional)
    }
}

fn parts_name_site(sites: &[String], text: &str) -> bool {
    let mut parts = text.split(['|', '-', '–', '—', '_', '·', '»', ':']).filter(|part| part.len() < text.len());
    parts.any(|part| site::is_site(sites, part))
}

/// Words of the last telling part of an address's path.
fn slug(url: &str) -> Vec<u32> {
    let mut slug = Vec::new();
    for segment in url::path(url).rsplit('/').take(3) {
        let segment = segment.split('.').next().unwrap_or(segment);
        let mut found = Vec::new();
        words(segment, |word| found.push(word));
        if found.len() > slug.len() {
            slug = found;
        }
    }
    if slug.len() < 2 {
        slug.clear();
    }
    slug
}

/// Words of at least three letters as address makers write them: lower case, no accents.
fn words(text: &str, mut each: impl FnMut(u32)) {
    let (mut word, mut len) = (FNV_BASIS, 0);
    for c in text.chars().chain(std::iter::once(' ')) {
        if c.is_alphabetic() {
            let mut buffer = [0; LOWER];
            let letters = plain(c, &mut buffer);
            word = letters.bytes().fold(word, hash_on);
            len += letters.len();
        } else {
            if len >= 3 {
                each(word);
            }
            (word, len) = (FNV_BASIS, 0);
        }
    }
}

/// Bytes of the longest lower-case form of a letter: three characters of four bytes (Unicode's SpecialCasing).
const LOWER: usize = 12;

/// A letter without its accent, as in addresses.
fn plain(c: char, buffer: &mut [u8; LOWER]) -> &str {
    let mut len = 0;
    if c.is_ascii() {
        buffer[0] = c.to_ascii_lowercase() as u8;
        len = 1;
    } else {
        c.to_lowercase().for_each(|c| len += c.encode_utf8(&mut buffer[len..]).len());
    }
    match std::str::from_utf8(&buffer[..len]).unwrap_or("") {
        "ä" => "ae",
        "ö" => "oe",
        "ü" => "ue",
        "ß" => "ss",
        "à" | "á" | "â" | "ã" | "å" => "a",
        "ç" | "č" | "ć" => "c",
        "è" | "é" | "ê" | "ë" | "ě" => "e",
        "ì" | "í" | "î" | "ï" | "ı" => "i",
        "ñ" | "ń" => "n",
        "ò" | "ó" | "ô" | "õ" | "ø" => "o",
        "ù" | "ú" | "û" | "ů" => "u",
        "š" | "ś" | "ş" => "s",
        "ž" | "ź" | "ż" => "z",
        "ý" => "y",
        "ł" => "l",
        "ğ" => "g",
        "ř" => "r",
        other => other,
    }
}
