//! One page, judged once: every figure that does not depend on strictness. What callers ask for is
//! then a choice on these columns.

use crate::article::{self, Article};
use crate::clutter;
use crate::features::View;
use crate::head::Head;
use crate::hide::{self, Plan, Protect, Verdict};
use crate::meta::{self, Meta};
use crate::options::{Kind, Options};
use crate::page::{Page, Row};
use crate::scene::Scene;
use crate::select::{self, Body};
use crate::spam;
use crate::sums::Sums;
use crate::weights::content;

/// A judged page.
#[derive(Debug)]
pub struct Judged {
    /// The page.
    pub page: Page,
    /// The page's own statements.
    pub head: Head,
    /// Its counts.
    pub sums: Sums,
    /// Columns around each row.
    pub scene: Scene,
    /// Per block: probability of main content.
    pub scores: Vec<f32>,
    /// What should be hidden, before protection.
    pub verdicts: Vec<Verdict>,
}

impl Judged {
    /// Looks at the page once.
    #[must_use]
    pub fn of(page: Page, options: &Options) -> Judged {
        let head = Head::of(&page, options.url.as_deref());
        let sums = Sums::of(&page, head.url.as_deref());
        let scene = Scene::of(&page, &sums, content::NAMES);
        let view = View { page: &page, sums: &sums, scene: &scene, head: &head, words: content::WORDS };
        let scores = select::scores(view);
        let mut verdicts = spam::verdicts(&page, &sums, &scene);
        verdicts.extend(clutter::verdicts(&page, &sums, &scene));
        Judged { page, head, sums, scene, scores, verdicts }
    }

    /// Per row: judged to be injected spam.
    #[must_use]
    pub fn spam_rows(&self) -> Vec<bool> {
        let mut rows = vec![false; self.page.len()];
        for verdict in self.verdicts.iter().filter(|verdict| verdict.kind == Kind::Spam) {
            rows[verdict.row as usize..self.page.end[verdict.row as usize] as usize].fill(true);
        }
        rows
    }

    /// The main content's blocks.
    #[must_use]
    pub fn body(&self, strictness: f32) -> Body {
        select::body(&self.page, &self.scene, &self.scores, &self.spam_rows(), strictness)
    }

    /// Title, byline, dates and the rest.
    #[must_use]
    pub fn meta(&self, body: &Body) -> Meta {
        let spam: Vec<(Row, Row)> = self
            .verdicts
            .iter()
            .filter(|verdict| verdict.kind == Kind::Spam)
            .map(|verdict| (verdict.row, self.page.end[verdict.row as usize]))
            .collect();
        meta::read(&self.page, &self.head, &self.sums, &body.ranges(&self.scene), &spam)
    }

    /// What to hide.
    #[must_use]
    pub fn plan(&self, body: &Body, options: &Options) -> Plan {
        let protect = Protect { page: &self.page, sums: &self.sums, scene: &self.scene, body };
        hide::plan(protect, self.verdicts.clone(), options)
    }

    /// Whether a person would want a reader view: the choice can be trusted and is running text.
    #[must_use]
    pub fn is_readable(&self, options: &Options) -> bool {
        let body = self.body(options.strictness as f32);
        let kept = || self.scene.blocks.iter().zip(&body.kept).filter(|(_, &kept)| kept).map(|(block, _)| block.counts);
        let all: u32 = kept().map(|counts| counts.text.len).sum();
        let running: u32 = kept().filter(|counts| counts.text.len >= 120 && counts.link_density() < 0.3).map(|counts| counts.text.len).sum();
        body.confidence >= 0.6 && all >= 400 && running * 2 >= all
    }

    /// The article, if there is something to read.
    #[must_use]
    pub fn article(&self, options: &Options) -> Option<Article> {
        let body = self.body(options.strictness as f32);
        article::article(self, &body, options)
    }
}
