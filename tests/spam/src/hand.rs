//! The hands.

use crate::dice::Dice;
use crate::grammar::Family;
use crate::hit::Hit;
use crate::page::Page;
use std::str::FromStr;
use std::sync::LazyLock;

mod clone;
mod mimic;
mod mirror;
mod prose;
mod scatter;
mod widget;

/// An injector with habits of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hand {
    /// Themes and plug-ins of content systems: credits, widgets, menus, tag clouds.
    Widget,
    /// The page's own lists, cards and paragraphs, copied and filled.
    Mimic,
    /// Sentences, paragraphs and comments in the page's language.
    Prose,
    /// Spider pools and cloaking kits: hijacked heads, link farms at the page's edges.
    Mirror,
    /// Blocks put together anew each time, from parts that have nothing to do with each other.
    Scatter,
}

type Families = LazyLock<Vec<Family>>;
static WIDGET: Families = LazyLock::new(|| Family::read(include_str!("../families/widget.txt")));
static MIMIC: Families = LazyLock::new(|| Family::read(include_str!("../families/mimic.txt")));
static PROSE: Families = LazyLock::new(|| Family::read(include_str!("../families/prose.txt")));
static MIRROR: Families = LazyLock::new(|| Family::read(include_str!("../families/mirror.txt")));
static SCATTER: Families = LazyLock::new(|| Family::read(include_str!("../families/scatter.txt")));

impl Hand {
    /// All hands.
    pub const ALL: &'static [Self] = &[Self::Widget, Self::Mimic, Self::Prose, Self::Mirror, Self::Scatter];

    /// Its name on the command line and in truths.
    pub fn name(self) -> &'static str {
        match self {
            Self::Widget => "widget",
            Self::Mimic => "mimic",
            Self::Prose => "prose",
            Self::Mirror => "mirror",
            Self::Scatter => "scatter",
        }
    }

    /// What it promotes.
    pub(crate) fn families(self) -> &'static [Family] {
        match self {
            Self::Widget => &WIDGET,
            Self::Mimic => &MIMIC,
            Self::Prose => &PROSE,
            Self::Mirror => &MIRROR,
            Self::Scatter => &SCATTER,
        }
    }

    /// Language and name of every family it has.
    pub fn topics(self) -> Vec<(String, String)> {
        self.families().iter().map(|f| (f.lang.clone(), f.name.clone())).collect()
    }

    /// `count` handfuls of what each family says, with the family's name: what its words are learnt from.
    pub fn sayings(self, count: usize, seed: u64) -> Vec<(String, String)> {
        let mut dice = Dice::new(seed, &["sayings", self.name()]);
        let mut out = Vec::new();
        for family in self.families() {
            for _ in 0..count {
                let mut said = family.several("kw", 6, &mut dice);
                said.extend(["lead", "line", "say", "title"].map(|symbol| family.say(symbol, &mut dice)));
                out.push((family.name.clone(), said.join("\n").replace(['[', ']'], "")));
            }
        }
        out
    }

    /// Puts its spam into the page.
    pub(crate) fn run(self, page: &Page, lang: &str, dice: &mut Dice, hit: &mut Hit) -> &'static Family {
        match self {
            Self::Widget => widget::run(page, lang, dice, hit),
            Self::Mimic => mimic::run(page, lang, dice, hit),
            Self::Prose => prose::run(page, lang, dice, hit),
            Self::Mirror => mirror::run(page, lang, dice, hit),
            Self::Scatter => scatter::run(page, lang, dice, hit),
        }
    }

    /// A family, in the page's language with the given probability where there is one.
    fn family(self, lang: &str, own: f64, dice: &mut Dice) -> &'static Family {
        let of_lang: Vec<&Family> = self.families().iter().filter(|f| f.lang == lang).collect();
        if !of_lang.is_empty() && dice.chance(own) {
            return dice.pick(&of_lang);
        }
        dice.one(self.families())
    }
}

impl FromStr for Hand {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        Self::ALL.iter().find(|h| h.name() == s).copied().ok_or_else(|| format!("no hand is called {s}"))
    }
}
