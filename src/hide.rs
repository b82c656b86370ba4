//! Verdicts → hide plan: maximal subtrees, nothing that must stay, each with kind, reason and
//! confidence. Never hides what holds the article, the focused or filled form, or media that plays.

use crate::options::{Kind, Options};
use crate::page::{flag, Page, Row};
use crate::scene::Scene;
use crate::select::Body;
use crate::sums::Sums;
use crate::tag::Tag;

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

/// What must not be hidden.
#[derive(Clone, Copy)]
pub struct Protect<'a> {
    /// The page.
    pub page: &'a Page,
    /// Its counts.
    pub sums: &'a Sums,
    /// Columns around each row.
    pub scene: &'a Scene,
    /// The article.
    pub body: &'a Body,
}

/// Share of the article's text a hidden block may hold: what the choice of blocks got wrong.
const ARTICLE_SHARE: f32 = 0.05;

/// Makes the plan.
#[must_use]
pub fn plan(protect: Protect<'_>, mut verdicts: Vec<Verdict>, options: &Options) -> Plan {
    let page = protect.page;
    let kept = kept_len(protect);
    let all = kept[page.len()].max(1);
    verdicts.retain(|verdict| options.hides(verdict.kind));
    verdicts.extend(demanded(page));
    verdicts.retain(|verdict| {
        let (row, end) = (verdict.row as usize, page.end[verdict.row as usize] as usize);
        let article = (kept[end] - kept[row]) as f32 / all as f32;
        let spares_article = article <= ARTICLE_SHARE || verdict.kind == Kind::Spam;
        spares_article && !holds_protected(page, verdict.row)
    });
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

/// Prefix sums of the kept blocks' text, by row.
fn kept_len(protect: Protect<'_>) -> Vec<u32> {
    let mut own = vec![0; protect.page.len() + 1];
    for (block, &kept) in protect.scene.blocks.iter().zip(&protect.body.kept) {
        if kept {
            for row in block.start..block.end {
                own[row as usize + 1] = protect.sums.between(row, row + 1).text.len;
            }
        }
    }
    for row in 1..own.len() {
        own[row] += own[row - 1];
    }
    own
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

/// Whether a subtree holds something that must stay.
fn holds_protected(page: &Page, row: Row) -> bool {
    let never = flag::FOCUS | flag::FILLED | flag::PLAYING | flag::KEEP;
    let range = row as usize..page.end[row as usize] as usize;
    matches!(page.tag[row as usize], Tag::Html | Tag::Body | Tag::Main | Tag::Head)
        || page.flags[range].iter().any(|&flags| flags & never != 0)
        || page.ancestors(row).any(|up| page.flags[up as usize] & flag::KEEP != 0)
}

/// Whether a block lies over the page.
fn covers(page: &Page, row: Row) -> bool {
    let range = row as usize..page.end[row as usize] as usize;
    page.flags[range].iter().any(|&flags| flags & (flag::FIXED | flag::MODAL) != 0)
}
