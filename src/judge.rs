//! One page, judged once: every figure that does not depend on strictness. What callers ask for is
//! then a choice on these columns.

use crate::article::{self, Article};
use crate::bare;
use crate::clutter::{self, choose, reason, Clutter};
use crate::features::{self, View};
use crate::head::Head;
use crate::hide::{self, Laws, Plan};
use crate::kind::{self, notice, thread, Kind};
use crate::meta::{self, Meta};
use crate::options::Options;
use crate::order;
use crate::page::{Page, Row};
use crate::scene::Scene;
use crate::select::{self, Body};
use crate::spam::Spam;
use crate::sums::Sums;
use crate::weights::content;

/// What kind of page it is, and the probability of each block to be main content.
#[must_use]
pub fn scores(view: View<'_>) -> (Kind, Vec<f32>) {
    let mut scores = Vec::with_capacity(view.scene.blocks.len());
    let page = features::each(view, |row| scores.push(content::FOREST.probability(row)));
    let kind = kind::kind(view, &page, &scores, &kind::Model::shipped());
    thread::without_comments(view.scene, kind, &mut scores);
    (kind, scores)
}

/// Strictness at which it is decided what the page would be without spam.
pub(crate) const BALANCED: f32 = 0.5;

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
    /// What kind of page it is.
    pub kind: Kind,
    /// Per block: probability of main content.
    pub scores: Vec<f32>,
    /// Per piece of text: probability to be injected.
    pub spam: Spam,
    /// Units that may be clutter.
    pub clutter: Clutter,
}

impl Judged {
    /// Looks at the page once.
    #[must_use]
    pub fn of(page: Page, options: &Options) -> Judged {
        let head = Head::of(&page, options.url.as_deref());
        let sums = Sums::of(&page, head.url.as_deref());
        let scene = Scene::of(&page, &sums, content::NAMES);
        let view = View { page: &page, sums: &sums, scene: &scene, head: &head, words: content::WORDS };
        let spam = Spam::of(&page, &sums, &scene, &head);
        let ((kind, scores), blocks) = bare::without(view, &spam.cut(&page, &sums, BALANCED), scores);
        let scores: Vec<f32> = blocks.iter().map(|block| block.map_or(0.0, |block| scores[block])).collect();
        let clutter = Clutter::of(&page, &sums, &scene, &scores, &clutter::Model::shipped());
        Judged { page, head, sums, scene, kind, scores, spam, clutter }
    }

    /// What features are made from.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        let Judged { page, sums, scene, head, .. } = self;
        View { page, sums, scene, head, words: content::WORDS }
    }

    /// Per row: judged to be injected spam.
    #[must_use]
    pub fn spam_rows(&self, strictness: f32) -> Vec<bool> {
        self.spam.cut(&self.page, &self.sums, strictness)
    }

    /// Share of the expected F1 below which a block is left out.
    #[must_use]
    pub fn cut(&self, strictness: f32) -> f32 {
        select::cut(self.kind.article, strictness)
    }

    /// The main content's blocks.
    #[must_use]
    pub fn body(&self, strictness: f32) -> Body {
        select::body(&self.page, &self.scene, &self.scores, self.spam_rows(strictness), self.cut(strictness))
    }

    /// Title, byline, dates and the rest.
    #[must_use]
    pub fn meta(&self, body: &Body) -> Meta {
        let spam: Vec<(Row, Row)> =
            (0..self.page.len()).filter(|&row| body.spam[row]).map(|row| (row as Row, row as Row + 1)).collect();
        meta::read(&self.page, &self.head, &self.sums, &body.ranges(&self.scene), &spam)
    }

    /// What to hide.
    #[must_use]
    pub fn plan(&self, body: &Body, options: &Options) -> Plan {
        let laws = Laws::of(&self.page, &self.sums, &self.scene, &self.clutter.mass);
        let mut verdicts = self.spam.verdicts(&self.page, &self.sums, &body.spam);
        let view = reason::View { page: &self.page, sums: &self.sums, scene: &self.scene, clutter: &self.clutter };
        let allows = |row, kind| options.hides(kind) && laws.allow(row, kind);
        verdicts.extend(choose::verdicts(view, &choose::THRESHOLDS, options.strictness as f32, &allows));
        hide::plan(&laws, verdicts, options)
    }

    /// Elements of the longest blocks of the main content that `plan` leaves: what must still be seen when it
    /// is carried out.
    #[must_use]
    pub fn article_rows(&self, body: &Body, plan: &Plan) -> Vec<Row> {
        /// Elements looked at: enough that no part of an article goes unnoticed.
        const MOST: usize = 40;
        let mut body = body.clone();
        body.leave_out_hidden(&self.page, &self.scene, plan.verdicts.iter().map(|verdict| verdict.row));
        let kept = self.scene.blocks.iter().zip(&body.kept).filter(|(_, &kept)| kept).map(|(block, _)| block);
        let longest: Vec<(u32, Row)> = kept.map(|block| (block.counts.text.len, block.host)).collect();
        let order = order::by_key(longest.iter().map(|&(len, row)| !order::pair(len, row)));
        order.into_iter().map(|at| longest[at as usize].1).take(MOST).collect()
    }

    /// Whether a person would want a reader view.
    #[must_use]
    pub fn is_readable(&self, options: &Options) -> bool {
        let body = self.body(options.strictness as f32);
        let runs = || kind::is_running(&self.scene, &body.kept);
        kind::is_worth_a_view(&self.scene, &body.kept)
            && (self.kind.is_readable() || runs())
            && !notice::is_notice(self.view(), &body.kept)
    }

    /// The article, if there is something to read.
    #[must_use]
    pub fn article(&self, options: &Options) -> Option<Article> {
        let body = self.body(options.strictness as f32);
        article::article(self, &body, options)
    }
}
