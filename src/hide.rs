//! Verdicts → hide plan: maximal subtrees, nothing that must stay, each with kind, reason and
//! confidence. Never hides what holds the article, the focused or filled form, or media that plays.

pub mod mass;

use crate::attr::AttrName;
use crate::options::{Kind, Options};
use crate::page::{flag, Page, Row};
use crate::sums::Sums;
use crate::tag::Tag;
pub use mass::Mass;

/// A block that should go.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Root of the subtree, or a text row.
    pub row: Row,
    /// What it is.
    pub kind: Kind,
    /// A short sentence a person understands, with the strongest evidence.
    pub reason: String,
    /// 0…1.
    pub confidence: f32,
}

/// What is to be hidden.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// In document order; no subtree lies in another.
    pub verdicts: Vec<Verdict>,
    /// Something that lies over the page goes: scrolling must be unlocked.
    pub unlock: bool,
}

/// What must not be hidden, whatever it looks like.
pub struct Laws<'a> {
    page: &'a Page,
    sums: &'a Sums,
    mass: &'a Mass,
    /// Rows up to each that a person uses or asked to keep.
    in_use: Vec<u32>,
    /// Rows up to each that ask for a secret or a payment.
    secrets: Vec<u32>,
    /// Main headings up to each row.
    titles: Vec<u32>,
}

/// Share of the article's text a hidden block may hold: what the extraction model gets wrong.
const ARTICLE_SHARE: f32 = 0.05;

impl<'a> Laws<'a> {
    /// Looks at the page once.
    #[must_use]
    pub fn of(page: &'a Page, sums: &'a Sums, mass: &'a Mass) -> Laws<'a> {
        let never = flag::FOCUS | flag::FILLED | flag::PLAYING | flag::KEEP;
        Laws {
            page,
            sums,
            mass,
            in_use: prefix(page, |row| page.flags[row as usize] & never != 0),
            secrets: prefix(page, |row| asks_secret(page, row)),
            titles: prefix(page, |row| page.tag[row as usize] == Tag::H1),
        }
    }

    /// Whether the row may be hidden.
    #[must_use]
    pub fn allow(&self, row: Row) -> bool {
        self.spares_article(row) && self.spares_use(row) && self.spares_heading(row)
    }

    /// Holds next to nothing of the article.
    fn spares_article(&self, row: Row) -> bool {
        self.mass.share(row, self.page.end[row as usize]) <= ARTICLE_SHARE
    }

    /// Holds nothing a person is using, wants kept, or needs to log in or pay; is no landmark.
    fn spares_use(&self, row: Row) -> bool {
        let page = self.page;
        !matches!(page.tag[row as usize], Tag::Html | Tag::Body | Tag::Main | Tag::Head)
            && self.count(&self.in_use, row) == 0
            && self.count(&self.secrets, row) == 0
            && !page.ancestors(row).any(|up| page.flags[up as usize] & flag::KEEP != 0)
    }

    /// Leaves the page a heading, and one of its main ones.
    fn spares_heading(&self, row: Row) -> bool {
        let page = self.page;
        let (own, all) = (self.sums.subtree(page, row).headings, self.sums.subtree(page, 0).headings);
        let (titles, all_titles) = (self.count(&self.titles, row), self.titles[page.len()]);
        (own == 0 || own < all) && (titles == 0 || titles < all_titles)
    }

    fn count(&self, prefix: &[u32], row: Row) -> u32 {
        prefix[self.page.end[row as usize] as usize] - prefix[row as usize]
    }
}

fn prefix(page: &Page, is: impl Fn(Row) -> bool) -> Vec<u32> {
    let mut sum = 0;
    let counts = (0..page.len() as Row).map(|row| {
        sum += u32::from(is(row));
        sum
    });
    std::iter::once(0).chain(counts).collect()
}

/// A field for a password or a card, or a form that pays (autofill names: HTML standard, section 4.10.18.7).
fn asks_secret(page: &Page, row: Row) -> bool {
    let value = |name| page.attr(row, name).unwrap_or("");
    match page.tag[row as usize] {
        Tag::Input => {
            value(AttrName::Type).eq_ignore_ascii_case("password")
                || value(AttrName::Rest)
                    .split(' ')
                    .any(|attr| attr.starts_with("autocomplete=cc-") || attr.starts_with("autocomplete=one-time"))
                || is_named(page, row, &["cvc", "cvv", "iban", "cardnumber", "creditcard"])
        }
        Tag::Form => is_named(page, row, &["checkout", "payment", "login", "signin"]),
        _ => false,
    }
}

/// Whether class, id or name of a row holds one of these tokens.
fn is_named(page: &Page, row: Row, tokens: &[&str]) -> bool {
    let mut found = false;
    for name in [AttrName::Class, AttrName::Id, AttrName::Name] {
        let value = page.attr(row, name).unwrap_or("").to_ascii_lowercase();
        found |= value.split(|c: char| !c.is_ascii_alphanumeric()).any(|token| tokens.contains(&token));
    }
    found
}

/// Makes the plan: the maximal ones of the verdicts a caller wants and the laws allow.
#[must_use]
pub fn plan(laws: &Laws<'_>, mut verdicts: Vec<Verdict>, options: &Options) -> Plan {
    let page = laws.page;
    verdicts.retain(|verdict| {
        options.hides(verdict.kind)
            && match verdict.kind {
                Kind::Spam => laws.spares_use(verdict.row),
                _ => laws.allow(verdict.row),
            }
    });
    // What the caller names may be a heading or text of the article; what is in use stays even so.
    verdicts.extend(demanded(page).filter(|verdict| laws.spares_use(verdict.row)));
    verdicts.sort_by(|a, b| a.row.cmp(&b.row).then(b.confidence.total_cmp(&a.confidence)));
    let mut plan = Plan::default();
    let mut end = 0;
    for verdict in verdicts {
        if verdict.row >= end {
            end = page.end[verdict.row as usize];
            plan.unlock |= covers(page, verdict.row);
            plan.verdicts.push(verdict);
        }
    }
    plan
}

/// What the caller wants hidden.
fn demanded(page: &Page) -> impl Iterator<Item = Verdict> + '_ {
    (0..page.len() as Row).filter(|&row| page.flags[row as usize] & flag::HIDE != 0).map(|row| Verdict {
        row,
        kind: Kind::Ad,
        reason: "You chose to hide this.".into(),
        confidence: 1.0,
    })
}

/// Whether a block lies over the page.
fn covers(page: &Page, row: Row) -> bool {
    let range = row as usize..page.end[row as usize] as usize;
    page.flags[range].iter().any(|&flags| flags & (flag::FIXED | flag::MODAL) != 0)
}
