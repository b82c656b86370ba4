//! Ads, consent notices and other clutter by what their names, links and labels say.

use crate::cue;
use crate::hide::Verdict;
use crate::options::Kind;
use crate::page::{Page, Row};
use crate::scene::Scene;
use crate::sums::Sums;
use crate::tag::Tag;
use crate::text::hash;

/// Name tokens by which sites call their clutter, and what a person would call it.
const NAMES: &[(Kind, &str, &[&str])] = &[
    (Kind::Ad, "an advertisement", &["ad", "ads", "advert", "adverts", "advertisement", "advertising", "adsbygoogle", "adslot", "adunit", "adbox", "dfp", "gpt", "sponsored", "sponsor", "sponsors", "promoted", "taboola", "outbrain", "adsense", "adcontainer", "adwrapper", "werbung", "anzeige", "publicite", "publicidad", "reklama", "reklam"]),
    (Kind::Cookie, "a cookie or consent notice", &["cookie", "cookies", "consent", "gdpr", "ccpa", "onetrust", "cookiebot", "cookiebanner", "cmp", "didomi", "truste", "trustarc", "usercentrics", "quantcast", "privacybanner"]),
    (Kind::Newsletter, "a request to subscribe", &["newsletter", "subscribe", "subscription", "signup", "mailinglist", "mailchimp", "optin"]),
    (Kind::Share, "share and follow buttons", &["share", "sharing", "social", "sharebar", "sharedaddy", "addtoany", "addthis", "sociallinks", "socials", "follow"]),
    (Kind::Related, "links to other articles", &["related", "recommended", "recommendations", "readmore", "morefrom", "recirc", "recirculation", "trending", "mostread", "mostpopular"]),
    (Kind::Overlay, "a box over the page", &["popup", "popover", "modal", "overlay", "lightbox", "backdrop", "interstitial"]),
    (Kind::Comments, "readers' comments", &["comments", "commentlist", "disqus", "respond"]),
];

/// Verdicts by names. Hidden and empty blocks are no clutter a person sees, but their frames are kept away too.
#[must_use]
pub fn verdicts(page: &Page, sums: &Sums, scene: &Scene) -> Vec<Verdict> {
    let known: Vec<(u32, usize)> = NAMES.iter().enumerate().flat_map(|(at, row)| row.2.iter().map(move |name| (hash(name), at))).collect();
    let mut verdicts = Vec::new();
    let body = page.body();
    let mut row = body + 1;
    let end = if page.is_empty() { 0 } else { page.end[body as usize] };
    while row < end {
        let mut found = None;
        if is_container(page.tag[row as usize]) {
            cue::name_tokens(page, row, |token| {
                found = found.or(known.iter().find(|name| name.0 == token).map(|name| name.1));
            });
        }
        match found.filter(|_| is_box(page, sums, scene, row)) {
            Some(at) => {
                let (kind, what, _) = NAMES[at];
                verdicts.push(Verdict { row, kind, reason: format!("Its name in the page says it is {what}."), confidence: 0.7 });
                row = page.end[row as usize];
            }
            None => row += 1,
        }
    }
    verdicts
}

fn is_container(tag: Tag) -> bool {
    matches!(tag, Tag::Div | Tag::Section | Tag::Aside | Tag::Ul | Tag::Iframe | Tag::Ins | Tag::Dialog | Tag::Form | Tag::Footer | Tag::Nav | Tag::Other)
}

/// Small against the page, and not full of running text.
fn is_box(page: &Page, sums: &Sums, scene: &Scene, row: Row) -> bool {
    let (own, all) = (sums.subtree(page, row), sums.subtree(page, page.body()));
    own.text.len * 3 < all.text.len + 300 && own.long_len * 4 < all.long_len + 300 && scene.candidacy(row) < 0.3
}
