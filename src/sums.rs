//! Counts as prefix sums over the rows: what a subtree or a run of siblings holds is one
//! subtraction, because each is a contiguous range of rows.

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::style::{self, hide};
use crate::tag::{Tag, CONTROL, HEADING};
use crate::text::{self, Stats};
use crate::url;

/// Counted quantities. Lengths are those of [`Stats::len`].
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Counts {
    /// Text.
    pub text: Stats,
    /// Length of text inside links.
    pub link_len: u32,
    /// Length of text that is hidden.
    pub hidden_len: u32,
    /// Length of text outside links in text nodes of at least [`LONG`].
    pub long_len: u32,
    /// Links with an address.
    pub links: u32,
    /// Links to other sites.
    pub ext_links: u32,
    /// Pictures.
    pub images: u32,
    /// Form controls and buttons.
    pub controls: u32,
    /// Headings.
    pub headings: u32,
    /// `p` elements.
    pub paras: u32,
    /// `li`, `tr`, `dt` and `dd` elements.
    pub items: u32,
}

/// Shortest text node that counts as running text (findings: protection by text nodes of 80 characters).
pub const LONG: u32 = 80;

// Wrapping: a difference of two ranges that overlap may be below 0 on the way.
macro_rules! fieldwise {
    ($a:expr, $b:expr, $op:ident) => {{
        let (a, b) = ($a, $b);
        Counts {
            text: Stats {
                len: a.text.len.$op(b.text.len),
                words: a.text.words.$op(b.text.words),
                wide: a.text.wide.$op(b.text.wide),
                commas: a.text.commas.$op(b.text.commas),
                ends: a.text.ends.$op(b.text.ends),
                digits: a.text.digits.$op(b.text.digits),
                capitals: a.text.capitals.$op(b.text.capitals),
                stops: a.text.stops.$op(b.text.stops),
            },
            link_len: a.link_len.$op(b.link_len),
            hidden_len: a.hidden_len.$op(b.hidden_len),
            long_len: a.long_len.$op(b.long_len),
            links: a.links.$op(b.links),
            ext_links: a.ext_links.$op(b.ext_links),
            images: a.images.$op(b.images),
            controls: a.controls.$op(b.controls),
            headings: a.headings.$op(b.headings),
            paras: a.paras.$op(b.paras),
            items: a.items.$op(b.items),
        }
    }};
}

impl std::ops::Sub for Counts {
    type Output = Counts;
    fn sub(self, other: Counts) -> Counts {
        fieldwise!(self, other, wrapping_sub)
    }
}

impl std::ops::Add for Counts {
    type Output = Counts;
    fn add(self, other: Counts) -> Counts {
        fieldwise!(self, other, wrapping_add)
    }
}

impl Counts {
    /// Running text: some twenty words, hardly any of them links.
    #[must_use]
    pub fn is_running(&self) -> bool {
        /// Weighted characters, and the share in links.
        const LEAST: u32 = 120;
        const LINKED: f32 = 0.3;
        self.text.len >= LEAST && self.link_density() < LINKED
    }

    /// Share of the text that lies in links, 0…1.
    #[must_use]
    pub fn link_density(&self) -> f32 {
        ratio(self.link_len, self.text.len)
    }
}

/// `part / whole`, 0 where the whole is 0.
#[must_use]
pub fn ratio(part: u32, whole: u32) -> f32 {
    if whole == 0 {
        0.0
    } else {
        part as f32 / whole as f32
    }
}

/// Prefix sums and the visibility they were made with.
#[derive(Debug)]
pub struct Sums {
    /// `rows + 1` entries.
    prefix: Vec<Counts>,
    /// Per row: its own bits of [`hide`].
    pub own_style: Vec<u8>,
    /// Per row: bits of the row and its ancestors.
    pub style: Vec<u8>,
    /// Per row: inside a link.
    pub in_link: Vec<bool>,
    /// Site of the page's own address, if known.
    pub site: Option<String>,
}

impl Sums {
    /// Counts the page once.
    #[must_use]
    #[inline(never)]
    pub fn of(page: &Page, address: Option<&str>) -> Sums {
        let rows = page.len();
        let own_style = style::own(page);
        let site = address.and_then(url::host).map(|host| url::site(host).to_ascii_lowercase());
        let mut sums = Sums {
            prefix: Vec::with_capacity(rows + 1),
            style: Vec::with_capacity(rows),
            in_link: Vec::with_capacity(rows),
            own_style,
            site,
        };
        let mut total = Counts::default();
        sums.prefix.push(total);
        for row in 0..rows {
            let parent = page.parent[row] as usize;
            let inherited = if row == 0 { (0, false) } else { (sums.style[parent], sums.in_link[parent]) };
            let tag = page.tag[row];
            sums.style.push(inherited.0 | sums.own_style[row]);
            sums.in_link.push(inherited.1 || tag == Tag::A);
            if tag == Tag::Text {
                let stats = text::stats(page.subtree_text(row as Row));
                let linked = inherited.1;
                let hidden = sums.style[row] & (hide::GONE | hide::CLEAR | hide::AWAY | hide::TINY) != 0;
                total.text = (total + Counts { text: stats, ..Counts::default() }).text;
                total.link_len += if linked { stats.len } else { 0 };
                total.hidden_len += if hidden { stats.len } else { 0 };
                total.long_len += if !linked && stats.len >= LONG { stats.len } else { 0 };
            } else {
                sums.count_element(page, row as Row, tag, &mut total);
            }
            sums.prefix.push(total);
        }
        sums
    }

    #[inline(never)]
    fn count_element(&self, page: &Page, row: Row, tag: Tag, total: &mut Counts) {
        match tag {
            Tag::A => {
                if let Some(href) = page.attr(row, AttrName::Href) {
                    total.links += 1;
                    total.ext_links += u32::from(self.leaves_site(href));
                }
            }
            Tag::Img => total.images += 1,
            Tag::P => total.paras += 1,
            Tag::Li | Tag::Tr | Tag::Dt | Tag::Dd => total.items += 1,
            _ if tag.is(HEADING) => total.headings += 1,
            _ if tag.is(CONTROL) => total.controls += 1,
            _ => {}
        }
    }

    /// Whether an address leads to another site than the page's. Without a page address every absolute one does.
    #[must_use]
    pub fn leaves_site(&self, href: &str) -> bool {
        let Some(host) = url::host(href) else { return false };
        self.site.as_deref().is_none_or(|site| !url::site(host).eq_ignore_ascii_case(site))
    }

    /// Counts of a subtree.
    #[must_use]
    pub fn subtree(&self, page: &Page, row: Row) -> Counts {
        self.between(row, page.end[row as usize])
    }

    /// Counts of the rows `from..to`.
    #[must_use]
    pub fn between(&self, from: Row, to: Row) -> Counts {
        self.prefix[to as usize] - self.prefix[from as usize]
    }

    /// Length of the text of the rows `from..to`: where nothing else is wanted, one subtraction.
    #[must_use]
    pub fn text_len(&self, from: Row, to: Row) -> u32 {
        self.prefix[to as usize].text.len.wrapping_sub(self.prefix[from as usize].text.len)
    }

    /// Whether a row is hidden by itself or an ancestor.
    #[must_use]
    pub fn is_hidden(&self, row: Row) -> bool {
        self.style[row as usize] & (hide::GONE | hide::CLEAR | hide::AWAY | hide::TINY) != 0
    }
}
