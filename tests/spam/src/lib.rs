//! Puts search spam into clean pages the way break-ins do, by several *hands*: injectors with mark-up, places, link
//! habits, languages and words of their own. A judge of spam is trained on some hands and tested on another, so that it
//! learns what spam is and not who wrote it. Everything is made up, seeded, and works without a network.

mod dice;
mod grammar;
mod hand;
mod head;
pub mod headline;
mod hit;
mod host;
mod lang;
mod page;
mod place;
mod scan;
pub mod set;
mod text;

pub use hand::Hand;

/// A page with spam in it, and the truth about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Injection {
    /// The page with the spam.
    pub html: String,
    /// Visible strings brought in, four characters and more, as they stand in the page's text; anchors and lead-ins apart.
    pub spam: Vec<String>,
    /// The spam phrase of a hijacked title.
    pub title_spam: Option<String>,
    /// The phrases of a hijacked title that the page itself does not say.
    pub title_parts: Vec<String>,
    /// Values of hijacked meta tags.
    pub meta_spam: Vec<String>,
    /// What was hijacked: `title`, `meta`, `og:title`, `h1`.
    pub hijack: Vec<&'static str>,
    /// The hand's name.
    pub hand: &'static str,
    /// Language and topic, e.g. `de-spielbank`.
    pub family: String,
    /// The spam's language, BCP 47.
    pub lang: String,
    /// Where the first block went.
    pub placement: String,
    /// Mark-up and hiding of the first block.
    pub technique: String,
    /// Where every block went, how, and whether it is hidden.
    pub placements: Vec<(String, String, bool)>,
    /// No block is seen in a browser.
    pub hidden: bool,
}

/// Lets one hand loose on a page. None where the page offers no place. `lang_hint` is the page's language, BCP 47,
/// where it is known. The same arguments always give the same page.
pub fn inject(hand: Hand, html: &str, lang_hint: Option<&str>, seed: u64) -> Option<Injection> {
    let page = page::Page::read(html)?;
    let declared = page.first("html").and_then(|n| scan::attr(&html[n.open.clone()], "lang"));
    let lang = lang::of(&page.text(0..html.len()), lang_hint.or(declared.as_deref()));
    let mut dice = dice::Dice::new(seed, &[hand.name(), html]);
    let mut hit = hit::Hit::default();
    let family = hand.run(&page, &lang, &mut dice, &mut hit);
    let first = hit.placed.first()?.clone();
    let spam = hit::Hit::strings(&hit.spam, &page);
    if spam.is_empty() {
        return None;
    }
    let (title_spam, title_parts) = hit.title.clone().unzip();
    Some(Injection {
        html: hit.apply(html),
        spam,
        title_spam,
        title_parts: title_parts.unwrap_or_default(),
        meta_spam: hit.meta,
        hijack: hit.hijack,
        hand: hand.name(),
        family: family.name.clone(),
        lang: family.lang.clone(),
        placement: first.place,
        technique: first.technique,
        hidden: hit.placed.iter().all(|p| p.hidden),
        placements: hit.placed.into_iter().map(|p| (p.place, p.technique, p.hidden)).collect(),
    })
}
