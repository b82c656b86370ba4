//! What speaks for and against injection, per row and as prefix sums: foreign script, words used
//! nowhere else, links to sites the page links to nowhere else.

use crate::attr::AttrName;
use crate::cue::{Cue, Table};
use crate::hanzi::{variant, Variant};
use crate::map::{Map, Set};
use crate::page::{Page, Row};
use crate::sums::{Sums, LONG};
use crate::tag::Tag;
use crate::text::{self, Script};
use crate::url;
use std::ops::Sub;

/// Where a link leads, as far as the page tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Link {
    /// 0 no link, 1 within the page or none, 2 relative or same site, 3 another site.
    pub kind: u8,
    /// Links of the page to the same site.
    pub site_links: u32,
    /// Links of the page to the same address.
    pub same: u32,
    /// Links of the page with the same text.
    pub same_text: u32,
    /// Segments of the path.
    pub segments: u32,
    /// Digits and hyphens of the path.
    pub marks: u32,
    /// Has a query.
    pub query: bool,
}

/// Quantities summed over rows.
#[derive(Clone, Copy, Default, Debug, PartialEq)]
pub struct Tally {
    /// Letters, and those in a script or orthography that the page's running text does not use.
    pub letters: u32,
    /// Foreign letters.
    pub foreign: u32,
    /// Words, and those used only around here.
    pub words: u32,
    /// Words used nowhere else.
    pub local: u32,
    /// Links to other sites that the page links to once.
    pub lone: u32,
    /// First links to a site, in document order.
    pub first: u32,
    /// Links within the site.
    pub inner: u32,
    /// Log-odds of the words to be spam, in sixteenths.
    pub odds: i32,
}

impl Sub for Tally {
    type Output = Tally;
    fn sub(self, other: Tally) -> Tally {
        Tally {
            letters: self.letters - other.letters,
            foreign: self.foreign - other.foreign,
            words: self.words - other.words,
            local: self.local - other.local,
            lone: self.lone - other.lone,
            first: self.first - other.first,
            inner: self.inner - other.inner,
            odds: self.odds - other.odds,
        }
    }
}

/// The evidence of a page.
pub struct Evidence {
    /// Text rows with text, in the body.
    pub pieces: Vec<Row>,
    /// Per piece: its own words' log-odds.
    pub cues: Vec<Cue>,
    /// Per row: the link it is or lies in.
    pub links: Vec<Link>,
    /// Per row: the `a` it is or lies in, or `u32::MAX`.
    pub anchor: Vec<Row>,
    prefix: Vec<Tally>,
}

/// Rows within which all uses of a word must lie to count as local.
const NEAR: u32 = 120;

impl Evidence {
    /// Looks at the page once. `words` are the learned log-odds of words to be spam.
    #[must_use]
    pub fn of(page: &Page, sums: &Sums, words: Table<'_>) -> Evidence {
        let rows = page.len();
        let body = page.body();
        let range = if page.is_empty() { 0..0 } else { body..page.end[body as usize] };
        let pieces: Vec<Row> = range
            .filter(|&row| page.tag[row as usize] == Tag::Text && sums.between(row, row + 1).text.len > 0)
            .collect();
        let scan = Scan::of(page, &pieces);
        let native = Native::of(page, sums, &pieces, &scan);
        let (anchor, links) = links(page, sums);
        let mut evidence = Evidence {
            cues: Vec::with_capacity(pieces.len()),
            pieces,
            links,
            anchor,
            prefix: Vec::with_capacity(rows + 1),
        };
        let mut total = Tally::default();
        let mut sites = Set::default();
        let mut next = 0;
        evidence.prefix.push(total);
        for row in 0..rows as Row {
            if evidence.pieces.get(next) == Some(&row) {
                evidence.cues.push(scan.add(next, &native, words, &mut total));
                next += 1;
            } else if page.tag[row as usize] == Tag::A {
                let link = evidence.links[row as usize];
                total.inner += u32::from(link.kind == 2);
                total.lone += u32::from(link.kind == 3 && link.site_links == 1);
                if link.kind == 3 {
                    let site = page
                        .attr(row, AttrName::Href)
                        .and_then(url::host)
                        .map_or(0, |host| text::hash(url::site(host)));
                    total.first += u32::from(sites.insert(site));
                }
            }
            evidence.prefix.push(total);
        }
        evidence
    }

    /// Evidence of the rows `from..to`.
    #[must_use]
    pub fn between(&self, from: Row, to: Row) -> Tally {
        self.prefix[to as usize] - self.prefix[from as usize]
    }
}

/// Letters of a piece by script, and its one-sided Chinese characters.
#[derive(Clone, Copy, Default)]
struct Letters {
    scripts: [u32; Script::COUNT],
    simplified: u32,
    traditional: u32,
}

impl Letters {
    fn of(text: &str) -> Letters {
        let mut letters = Letters::default();
        for c in text.chars() {
            let script = Script::of(c);
            letters.scripts[script as usize] += 1;
            if script == Script::Han {
                match variant(c) {
                    Some(Variant::Simplified) => letters.simplified += 1,
                    Some(Variant::Traditional) => letters.traditional += 1,
                    None => {}
                }
            }
        }
        letters.scripts[Script::Common as usize] = 0;
        letters
    }

    fn add(&mut self, other: Letters) {
        for (sum, count) in self.scripts.iter_mut().zip(other.scripts) {
            *sum += count;
        }
        self.simplified += other.simplified;
        self.traditional += other.traditional;
    }
}

/// One reading of all pieces.
struct Scan {
    letters: Vec<Letters>,
    /// Tokens of all pieces, and where each piece's begin.
    tokens: Vec<u32>,
    starts: Vec<u32>,
    /// Per token: first and last row it is used in.
    uses: Map<(Row, Row)>,
}

impl Scan {
    fn of(page: &Page, pieces: &[Row]) -> Scan {
        let mut scan = Scan {
            letters: Vec::with_capacity(pieces.len()),
            tokens: Vec::new(),
            starts: vec![0],
            uses: Map::default(),
        };
        for &row in pieces {
            let text = page.subtree_text(row);
            scan.letters.push(Letters::of(text));
            let Scan { tokens: all, uses, .. } = &mut scan;
            tokens(text, |token| {
                all.push(token);
                uses.entry(token).and_modify(|span| span.1 = row).or_insert((row, row));
            });
            scan.starts.push(scan.tokens.len() as u32);
        }
        scan
    }

    fn add(&self, piece: usize, native: &Native, words: Table<'_>, total: &mut Tally) -> Cue {
        let letters = self.letters[piece];
        total.letters += letters.scripts.iter().sum::<u32>();
        total.foreign += native.foreign(&letters);
        let mut cue = Cue::default();
        for &token in &self.tokens[self.starts[piece] as usize..self.starts[piece + 1] as usize] {
            let odds = words.odds(token);
            cue.add(odds);
            total.words += 1;
            total.odds += (odds * 16.0) as i32;
            total.local += u32::from(self.uses.get(&token).is_none_or(|span| span.1 - span.0 < NEAR));
        }
        cue
    }
}

/// Scripts and orthography of the page's running text.
struct Native {
    scripts: [bool; Script::COUNT],
    foreign_variant: Option<Variant>,
}

impl Native {
    fn of(page: &Page, sums: &Sums, pieces: &[Row], scan: &Scan) -> Native {
        /// Share of the running text's letters a native script has at least.
        const SHARE: f32 = 0.05;
        /// One-sided characters that make an orthography known, and how far one outweighs the other.
        const KNOWN: (u32, u32) = (20, 4);
        let (mut running, mut all) = (Letters::default(), Letters::default());
        for (&row, &letters) in pieces.iter().zip(&scan.letters) {
            all.add(letters);
            if !sums.in_link[row as usize] && sums.between(row, row + 1).text.len >= LONG {
                running.add(letters);
            }
        }
        debug_assert!(pieces.iter().all(|&row| page.tag[row as usize] == Tag::Text));
        let letters = if running.scripts.iter().all(|&count| count == 0) { all } else { running };
        let sum: u32 = letters.scripts.iter().sum();
        let (simplified, traditional) = (letters.simplified, letters.traditional);
        let foreign_variant = if simplified + traditional < KNOWN.0 {
            None
        } else if traditional > KNOWN.1 * simplified {
            Some(Variant::Simplified)
        } else if simplified > KNOWN.1 * traditional {
            Some(Variant::Traditional)
        } else {
            None
        };
        Native { scripts: letters.scripts.map(|count| count as f32 >= SHARE * sum as f32), foreign_variant }
    }

    /// Letters of a piece that the page's running text does not use.
    fn foreign(&self, letters: &Letters) -> u32 {
        let scripts: u32 =
            letters.scripts.iter().zip(self.scripts).filter(|(_, native)| !native).map(|(count, _)| count).sum();
        let one_sided = match self.foreign_variant {
            Some(Variant::Simplified) => letters.simplified,
            Some(Variant::Traditional) => letters.traditional,
            None => 0,
        };
        scripts + if self.scripts[Script::Han as usize] { one_sided } else { 0 }
    }
}

/// Calls `each` with words, and with pairs of words (of characters where there are no blanks).
pub fn tokens(text: &str, mut each: impl FnMut(u32)) {
    let mut before = None;
    for word in text::words(text) {
        each(word);
        if let Some(before) = before {
            each(u32::rotate_left(before, 7) ^ word);
        }
        before = Some(word);
    }
}

/// Per row the anchor around it, and what is known of its link.
fn links(page: &Page, sums: &Sums) -> (Vec<Row>, Vec<Link>) {
    let mut anchor = vec![u32::MAX; page.len()];
    let mut by_site: Map<u32> = Map::default();
    let mut by_address: Map<u32> = Map::default();
    let mut by_text: Map<u32> = Map::default();
    let mut keys = Vec::new();
    for row in 0..page.len() as Row {
        let at = row as usize;
        if page.tag[at] == Tag::A {
            anchor[at] = row;
            let href = page.attr(row, AttrName::Href).unwrap_or("");
            let site = url::host(href).map_or(0, |host| text::hash(&url::site(host).to_ascii_lowercase()));
            let words = text::words(page.subtree_text(row)).fold(0u32, |key, word| key.rotate_left(5) ^ word);
            *by_site.entry(site).or_default() += 1;
            *by_address.entry(text::hash(href)).or_default() += 1;
            *by_text.entry(words).or_default() += 1;
            keys.push((row, site, text::hash(href), words));
        } else if row > 0 {
            anchor[at] = anchor[page.parent[at] as usize];
        }
    }
    let mut links = vec![Link::default(); page.len()];
    for (row, site, address, words) in keys {
        let href = page.attr(row, AttrName::Href).unwrap_or("").trim();
        let path = url::path(href);
        let kind = if href.is_empty()
            || href.starts_with('#')
            || url::scheme(href).is_some_and(|scheme| !scheme.starts_with("http"))
        {
            1
        } else if sums.leaves_site(href) {
            3
        } else {
            2
        };
        let link = Link {
            kind,
            site_links: by_site[&site],
            same: by_address[&address],
            same_text: by_text[&words],
            segments: path.split('/').filter(|part| !part.is_empty()).count() as u32,
            marks: path.bytes().filter(|b| b.is_ascii_digit() || *b == b'-').count() as u32,
            query: href.contains('?'),
        };
        links[row as usize] = link;
    }
    for row in 0..page.len() {
        if anchor[row] != u32::MAX {
            links[row] = links[anchor[row] as usize];
        }
    }
    (anchor, links)
}
