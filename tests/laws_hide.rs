//! Laws of hiding, on generated pages: an article amid boxes that look like clutter and hold what must stay.
// A test stops at what it did not expect.
#![allow(clippy::expect_used)]

#[path = "common/plans.rs"]
mod plans;

use dehusk::hide::Plan;
use dehusk::input::html;
use dehusk::judge::Judged;
use dehusk::page::{flag, Page, Row};
use dehusk::reason::sentence;
use dehusk::tag::Tag;
use dehusk::{Kind, Options};
use proptest::prelude::*;

/// Boxes as sites have them; `{}` is what each holds.
const BOXES: [&str; 8] = [
    "<div class='ad-slot advertisement'>Advertisement {}</div>",
    "<div id='cookie-consent' role='dialog'>We use cookies. {} <button>Accept all</button></div>",
    "<div class='newsletter signup'><h3>Subscribe</h3><input type=email name=email>{}</div>",
    "<ul class='share social-share'><li><a href='https://twitter.com/intent/tweet?url=x'>Tweet</a><li>{}</ul>",
    "<aside class='related'><h3>Related stories</h3><a href=/a>First</a> <a href=/b>Second</a> <a href=/c>Third</a>{}</aside>",
    "<div class='modal popup overlay' style='position:fixed' aria-modal=true role=dialog>Join us today {}</div>",
    "<section id=comments class=comments><h3>Comments</h3><p>Me too.</p>{}</section>",
    "<iframe src='https://ads.doubleclick.net/x' width=300 height=250></iframe><p>{}</p>",
];

/// What must stay, wherever it stands.
const PRECIOUS: [&str; 6] = [
    "<form class=login><input name=user><input type=password></form>",
    "<form class=checkout><input autocomplete='cc-number'></form>",
    "<form><input name=street><input name=town><input name=country><textarea name=note></textarea></form>",
    "<video id=playing src=x></video>",
    "<input id=focused>",
    "<h1>The only heading</h1>",
];

const WORDS: &str = "<p>On that day the wind turned, the boats came home early, and the whole quay smelled of rope, salt and bread; nobody asked what it had cost, nor who would pay for it in the end.</p>";

fn page() -> impl Strategy<Value = String> {
    let filling = prop_oneof![3 => Just(""), 2 => prop::sample::select(&PRECIOUS[..]), 1 => Just(WORDS)];
    let piece = prop_oneof![
        3 => Just(WORDS.to_string()),
        4 => (prop::sample::select(&BOXES[..]), filling).prop_map(|(outer, inner)| outer.replace("{}", inner)),
    ];
    let pieces = || prop::collection::vec(piece.clone(), 0..8).prop_map(|pieces| pieces.concat());
    (pieces(), pieces(), pieces()).prop_map(|(before, within, after)| {
        format!("<body>{before}<article>{}{within}{}</article>{after}</body>", WORDS.repeat(3), WORDS.repeat(3))
    })
}

/// The page as a browser would report it: what is played, written in and open has its flag.
fn live(source: &str) -> Page {
    let mut page = html::page(source, &Options::default()).expect("odd HTML is no error");
    for row in 0..page.len() as Row {
        let id = page.attr(row, dehusk::attr::AttrName::Id).unwrap_or("");
        page.flags[row as usize] |= match id {
            "playing" => flag::PLAYING,
            "focused" => flag::FOCUS,
            _ => 0,
        };
    }
    page
}

fn plan(judged: &Judged, options: &Options) -> Plan {
    judged.plan(&judged.body(options.strictness as f32), options)
}

fn rows(judged: &Judged, plan: &Plan) -> Vec<Row> {
    plan.verdicts.iter().flat_map(|verdict| verdict.row..judged.page.end[verdict.row as usize]).collect()
}

fn is_secret(page: &Page, row: Row) -> bool {
    let value = |name| page.attr(row, name).unwrap_or("");
    page.tag[row as usize] == Tag::Textarea
        || value(dehusk::attr::AttrName::Type) == "password"
        || value(dehusk::attr::AttrName::Rest).contains("autocomplete=cc-")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_must_stay_stays(source in page(), strictness in prop::sample::select(vec![0.0, 0.5, 1.0])) {
        let judged = Judged::of(live(&source), &Options::default());
        let options = Options { strictness, ..Options::default() };
        let hidden = rows(&judged, &plan(&judged, &options));
        let page = &judged.page;
        for &row in &hidden {
            prop_assert_eq!(page.flags[row as usize] & (flag::PLAYING | flag::FOCUS), 0, "in use: {}", source);
            prop_assert!(!is_secret(page, row), "asks a person: {}", source);
        }
        let heads: Vec<Row> = page.rows_of(Tag::H1).collect();
        prop_assert!(heads.is_empty() || heads.iter().any(|head| !hidden.contains(head)), "no heading left: {}", source);
        // A paragraph in a box may go with it; those of the article may not.
        let article = page.rows_of(Tag::Article).next().unwrap_or(0);
        let own = page.children(article).filter(|&row| page.tag[row as usize] == Tag::P && page.subtree_text(row).len() > 100);
        for row in own {
            prop_assert!(!hidden.contains(&row), "a paragraph of the article: {}", source);
        }
    }

    #[test]
    fn plans_are_maximal_and_reasoned(source in page()) {
        let judged = Judged::of(live(&source), &Options::default());
        let plan = plan(&judged, &Options { hide: Some(Kind::ALL.to_vec()), ..Options::default() });
        plans::assert_sound(&judged.page, &plan, &source);
        for verdict in &plan.verdicts {
            let reason = sentence(verdict.kind, &verdict.grounds);
            prop_assert!(reason.ends_with('.') && reason.len() > 10 && reason.len() < 160, "{reason:?}");
        }
    }

    #[test]
    fn nothing_is_hidden_that_was_not_asked_for(source in page()) {
        let judged = Judged::of(live(&source), &Options::default());
        let plan = plan(&judged, &Options { hide: Some(vec![Kind::Cookie]), ..Options::default() });
        prop_assert!(plan.verdicts.iter().all(|verdict| verdict.kind == Kind::Cookie));
    }
}
