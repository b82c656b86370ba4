//! Verdicts → hide plan: maximal subtrees, nothing that must stay, each with kind, reason and
//! confidence. Never hides what holds the article, the focused or filled form, or media that plays.

pub mod laws;
pub mod mass;

use crate::options::{Kind, Options};
use crate::order;
use crate::page::{flag, Page, Row};
use crate::reason::Ground;
pub use laws::{Gone, Laws};
pub use mass::Mass;

/// A block that should go.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Root of the subtree, or a text row.
    pub row: Row,
    /// What it is.
    pub kind: Kind,
    /// The evidence, strongest first.
    pub grounds: Vec<Ground>,
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

/// Makes the plan: the maximal ones of the verdicts a caller wants and the laws allow.
#[must_use]
pub fn plan(laws: &Laws<'_>, mut verdicts: Vec<Verdict>, options: &Options) -> Plan {
    let page = laws.page();
    // Lists know no articles: what they name must keep the same laws as what is judged here.
    verdicts.extend(marked(page, flag::LISTED, Ground::Listed));
    verdicts.retain(|verdict| {
        options.hides(verdict.kind)
            && match verdict.kind {
                Kind::Spam => laws.spares_use(verdict.row),
                kind => laws.allow(verdict.row, kind),
            }
    });
    // What the caller names may be a heading or text of the article; what is in use stays even so.
    verdicts.extend(marked(page, flag::HIDE, Ground::Chosen).filter(|verdict| laws.spares_use(verdict.row)));
    let verdicts = order::sorted(verdicts, |verdict| order::pair(verdict.row, !order::rising(verdict.confidence)));
    let mut plan = Plan::default();
    let (mut end, mut gone) = (0, Gone::default());
    for verdict in verdicts {
        let asked = page.flags[verdict.row as usize] & flag::HIDE != 0;
        if verdict.row >= end && (asked || laws.allow_with(&mut gone, verdict.row, verdict.kind)) {
            end = page.end[verdict.row as usize];
            plan.unlock |= covers(page, verdict.row);
            plan.verdicts.push(verdict);
        }
    }
    plan
}

/// What others than the judgement want hidden.
fn marked(page: &Page, bit: u16, ground: Ground) -> impl Iterator<Item = Verdict> + '_ {
    let rows = (0..page.len() as Row).filter(move |&row| page.flags[row as usize] & bit != 0);
    rows.map(move |row| Verdict { row, kind: Kind::Ad, grounds: vec![ground.clone()], confidence: 1.0 })
}

/// Whether a block lies over the page.
fn covers(page: &Page, row: Row) -> bool {
    let range = row as usize..page.end[row as usize] as usize;
    page.flags[range].iter().any(|&flags| flags & (flag::FIXED | flag::MODAL) != 0)
}
