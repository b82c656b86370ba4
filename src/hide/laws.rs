//! What must not be hidden, whatever it looks like.

use super::Mass;
use crate::attr::AttrName;
use crate::options::Kind;
use crate::page::{flag, Page, Row};
use crate::scene::{inside, Scene};
use crate::sums::Sums;
use crate::tag::Tag;

/// The laws, for one page.
#[derive(Debug)]
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
    /// Rows up to each that are or lie in a dialog.
    dialogs: Vec<u32>,
    /// Up to each row: fields for a line of text, those of them for a mail address, fields for many lines.
    fields: Vec<[u32; 3]>,
}

/// What a plan hides so far.
#[derive(Clone, Copy, Default, Debug)]
pub struct Gone {
    /// Share of the article's text, 0…1.
    article: f32,
    headings: u32,
    titles: u32,
}

/// Share of the article's text a hidden block may hold: what the extraction model gets wrong.
const ARTICLE_SHARE: f32 = 0.05;
/// The same for consent notices: long ones are taken for an article (findings: hiding, section 4).
const CONSENT_SHARE: f32 = 0.35;
/// The same for comments, which a person has to ask to hide: they read like an article.
const COMMENTS_SHARE: f32 = 0.3;

fn share(kind: Kind) -> f32 {
    match kind {
        Kind::Cookie => CONSENT_SHARE,
        Kind::Comments => COMMENTS_SHARE,
        _ => ARTICLE_SHARE,
    }
}

impl<'a> Laws<'a> {
    /// Looks at the page once.
    #[must_use]
    pub fn of(page: &'a Page, sums: &'a Sums, scene: &'a Scene, mass: &'a Mass) -> Laws<'a> {
        let never = flag::FOCUS | flag::FILLED | flag::PLAYING | flag::KEEP;
        Laws {
            page,
            sums,
            mass,
            in_use: prefix(page, |row| page.flags[row as usize] & never != 0),
            secrets: prefix(page, |row| asks_secret(page, row)),
            titles: prefix(page, |row| page.tag[row as usize] == Tag::H1),
            dialogs: prefix(page, |row| {
                page.flags[row as usize] & flag::MODAL != 0 || scene.inside[row as usize] & inside::DIALOG != 0
            }),
            fields: fields(page),
        }
    }

    /// The page they are for.
    #[must_use]
    pub fn page(&self) -> &'a Page {
        self.page
    }

    /// Whether the row may be hidden as `kind`.
    #[must_use]
    pub fn allow(&self, row: Row, kind: Kind) -> bool {
        self.spares_article(row, kind)
            && self.spares_use(row)
            && self.spares_heading(row, kind)
            && self.spares_question(row, kind)
            && self.spares_form(row)
    }

    /// Whether it may go beside what is gone already; small losses must not add up. What a caller named is not counted.
    pub fn allow_with(&self, gone: &mut Gone, row: Row, kind: Kind) -> bool {
        if kind == Kind::Spam {
            return true;
        }
        let next = Gone {
            article: gone.article + self.mass.share(row, self.page.end[row as usize]),
            headings: gone.headings + self.sums.subtree(self.page, row).headings,
            titles: gone.titles + self.count(&self.titles, row),
        };
        let heads = next.headings == gone.headings || next.headings < self.sums.subtree(self.page, 0).headings;
        let allowed = next.article <= share(kind).max(gone.article)
            && heads
            && (next.titles == gone.titles || next.titles < self.titles[self.page.len()]);
        if allowed {
            *gone = next;
        }
        allowed
    }

    /// Holds next to nothing of the article.
    fn spares_article(&self, row: Row, kind: Kind) -> bool {
        self.mass.share(row, self.page.end[row as usize]) <= share(kind)
    }

    /// Holds nothing a person is using, wants kept, or needs to log in or pay; is no landmark.
    #[must_use]
    pub fn spares_use(&self, row: Row) -> bool {
        let page = self.page;
        !matches!(page.tag[row as usize], Tag::Html | Tag::Body | Tag::Main | Tag::Head)
            && self.count(&self.in_use, row) == 0
            && self.count(&self.secrets, row) == 0
            && !page.ancestors(row).any(|up| page.flags[up as usize] & flag::KEEP != 0)
    }

    /// Leaves the page a heading, and its main ones; only boxes over the page have some of their own.
    fn spares_heading(&self, row: Row, kind: Kind) -> bool {
        let page = self.page;
        let (own, all) = (self.sums.subtree(page, row).headings, self.sums.subtree(page, 0).headings);
        let (titles, all_titles) = (self.count(&self.titles, row), self.titles[page.len()]);
        let may_hold = matches!(kind, Kind::Cookie | Kind::Overlay | Kind::Newsletter);
        (own == 0 || own < all) && (titles == 0 || may_hold && titles < all_titles)
    }

    /// Is no part of a form that a person fills in, such as the mail field beside a comment.
    fn spares_form(&self, row: Row) -> bool {
        /// Whole pages lie in one form where old server frameworks made them: share of the rows.
        const PART: usize = 4;
        let page = self.page;
        let small = |at: Row| ((page.end[at as usize] - at) as usize) < page.len() / PART;
        let form = page.ancestors(row).find(|&up| page.tag[up as usize] == Tag::Form && small(up));
        form.is_none_or(|form| {
            let (from, to) = (self.fields[form as usize], self.fields[page.end[form as usize] as usize]);
            from[2] == to[2] && self.count(&self.secrets, form) == 0
        })
    }

    /// Asks for no more than clutter does: a mail address and a name, or the choices of a consent notice.
    fn spares_question(&self, row: Row, kind: Kind) -> bool {
        /// Fields of a letter's form beside the address: names, and a trap for robots.
        const BESIDE: u32 = 3;
        /// Lone search fields lie in many a box; more of them are a form to fill in.
        const OTHERS: u32 = 1;
        let (from, to) = (self.fields[row as usize], self.fields[self.page.end[row as usize] as usize]);
        let [lines, mails, areas] = std::array::from_fn(|at| to[at] - from[at]);
        match kind {
            Kind::Comments => true,
            Kind::Cookie => areas == 0,
            _ if mails > 0 => areas == 0 && lines <= mails + BESIDE,
            _ if self.count(&self.dialogs, row) > 0 => areas + lines == 0,
            _ => areas == 0 && lines <= OTHERS,
        }
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

/// Per row: fields for a line of text, those of them for a mail address, fields for many lines.
fn fields(page: &Page) -> Vec<[u32; 3]> {
    let mut sums = [0; 3];
    let mut out = vec![sums];
    out.extend((0..page.len() as Row).map(|row| {
        match page.tag[row as usize] {
            Tag::Textarea => sums[2] += 1,
            Tag::Input => {
                let kind = page.attr(row, AttrName::Type).unwrap_or("text").to_ascii_lowercase();
                let line = !matches!(
                    &*kind,
                    "hidden"
                        | "submit"
                        | "button"
                        | "image"
                        | "reset"
                        | "checkbox"
                        | "radio"
                        | "search"
                        | "range"
                        | "color"
                );
                let words = [AttrName::Name, AttrName::Id, AttrName::Placeholder].map(|name| page.attr(row, name));
                let mail = kind == "email"
                    || line && words.into_iter().flatten().any(|word| word.to_ascii_lowercase().contains("mail"));
                sums[0] += u32::from(line);
                sums[1] += u32::from(mail);
            }
            _ => {}
        }
        sums
    }));
    out
}
