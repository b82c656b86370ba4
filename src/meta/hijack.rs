//! Spam in the page's own statements: which titles the page does not bear out, piece by piece.

use super::evidence::{Evidence, Support};
use super::phrase::key;
use super::title::candidate::{From, Ref};
use super::view::View;
use super::zone;
use crate::text::Script;

/// What is left of the statements.
#[derive(Debug)]
pub struct Judgement {
    /// Statements without their spam.
    pub refs: Vec<Ref>,
    /// The page's `title` is spam, or has spam in front of or behind it.
    pub hijacked: bool,
    /// Letters and digits of the pieces judged spam.
    pub spam: Vec<String>,
}

/// Tokens the page does not bear out from which a title is judged hijacked. Before its good part there is
/// rarely anything on a clean page, behind it stand sites and slogans. Measured on clean pages: a flag on
/// one in two hundred.
mod least {
    pub const BEFORE: u32 = 3;
    pub const BEHIND: u32 = 5;
    pub const ALONE: u32 = 3;
    /// Tokens that only the article does not bear out.
    pub const WEAK: u32 = 9;
}
/// Signs that sites do not put into titles.
const SHOUTS: [char; 12] = ['⭐', '▷', '✅', '🔥', '✔', '➤', '★', '☆', '♥', '❤', '⚡', '►'];
/// Tokens an article needs to bear anything out.
const ARTICLE: u32 = 60;

/// A piece of a title with its support.
struct Piece<'a> {
    text: &'a str,
    /// Its first byte in the title.
    start: usize,
    support: Support,
}

/// Judges all statements.
pub fn judge(view: &View<'_>, evidence: &Evidence<'_>, refs: Vec<Ref>) -> Judgement {
    let mut judgement = Judgement { refs: Vec::new(), hijacked: false, spam: Vec::new() };
    for r in &refs {
        let pieces = pieces(&r.text, evidence);
        let Some(is_spam) = suspicion(view, evidence, &refs, r, &pieces) else {
            judgement.refs.push(r.clone());
            continue;
        };
        judgement.hijacked |= r.from == From::Title;
        judgement.spam.extend(pieces.iter().filter(|piece| is_spam(&piece.support)).map(|piece| key(piece.text)));
        if pieces.iter().any(|piece| piece.support.is_good() && !is_spam(&piece.support)) {
            let text = longest_run(&r.text, &pieces, is_spam);
            judgement.refs.push(Ref { text: text.to_string(), key: key(text), from: r.from });
        }
    }
    judgement
}

/// A heading without spam in front of or behind it.
pub fn without_spam(evidence: &Evidence<'_>, text: &str) -> String {
    let pieces = pieces(text, evidence);
    if pieces.len() < 2
        || !pieces.iter().any(|piece| piece.support.is_good())
        || !pieces.iter().any(|piece| piece.support.is_strange())
    {
        return text.to_string();
    }
    longest_run(text, &pieces, Support::is_strange).to_string()
}

type Test = fn(&Support) -> bool;

/// Which pieces of a statement are spam, if it has any.
fn suspicion(view: &View<'_>, evidence: &Evidence<'_>, refs: &[Ref], r: &Ref, pieces: &[Piece<'_>]) -> Option<Test> {
    let count = |pieces: &[Piece<'_>], test: Test| {
        pieces.iter().filter(|piece| test(&piece.support)).map(|piece| piece.support.tokens.max(1)).sum::<u32>()
    };
    if pieces.iter().any(|piece| piece.support.foreign) {
        return Some(Support::is_strange);
    }
    if evidence.tokens < ARTICLE {
        // What the article is too short to bear out may still be what was injected.
        let injected = count(pieces, Support::is_injected);
        return (injected >= least::ALONE && injected == count(pieces, |_| true)).then_some(Support::is_injected);
    }
    let shouts = u32::from(r.text.contains(SHOUTS)) * 2;
    let other = || alternative(view, evidence, refs, r);
    let (bad, weak, all) =
        (count(pieces, Support::is_strange), count(pieces, Support::is_weak), count(pieces, |support| !support.site));
    match pieces.iter().rposition(|piece| piece.support.is_good()) {
        Some(good) => {
            let before = count(&pieces[..good], Support::is_strange);
            if before + shouts >= least::BEFORE || bad + shouts >= least::BEHIND {
                return Some(Support::is_strange);
            }
        }
        None => {
            if bad >= least::ALONE && (other() || (pieces.len() >= 2 && bad >= least::BEHIND)) {
                return Some(|support| !support.site);
            }
            if weak >= least::ALONE && weak == all && other() {
                return Some(|support| !support.site);
            }
        }
    }
    (weak >= least::WEAK && weak * 2 > all && pieces.len() >= 3).then_some(Support::is_weak)
}

/// Whether another statement or a heading, borne out by the page, says something else.
fn alternative(view: &View<'_>, evidence: &Evidence<'_>, refs: &[Ref], this: &Ref) -> bool {
    let borne_out = |text: &str| {
        let support = evidence.support(text);
        support.tokens >= 3 && !support.foreign && (support.slug >= 0.5 || support.body >= 0.7)
    };
    let differs = |text: &str| !this.key.contains(&key(text));
    let stated = refs.iter().any(|r| r.from != this.from && differs(&r.text) && borne_out(&r.text));
    stated
        || (view.page.body()..view.page.len() as u32).any(|row| {
            let level = view.page.tag[row as usize].heading_level();
            (1..=2).contains(&level) && view.zone(row) & (zone::FURNITURE | zone::SPAM) == 0 && {
                let text = view.text(row);
                differs(&text) && borne_out(&text)
            }
        })
}

/// Pieces between any separators spammers and sites use.
fn pieces<'a>(text: &'a str, evidence: &Evidence<'_>) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |next| next.1);
        let wide = |c: char| Script::of(c).is_wide();
        let splits = match c {
            '|' | '｜' | '_' | '»' | '«' | '›' | '•' | '【' | '】' | '、' | '，' | ',' | '⭐' | '▷' | '✅' | '🔥'
            | '➤' | '✔' => true,
            '-' | '–' | '—' | ':' | '/' | '·' => (before == ' ' && after == ' ') || wide(before) || wide(after),
            _ => false,
        };
        if splits {
            pieces.push((start, at));
            start = at + c.len_utf8();
        }
        before = c;
    }
    pieces.push((start, text.len()));
    let trimmed = pieces.into_iter().map(|(from, to)| {
        let piece = &text[from..to];
        (from + piece.len() - piece.trim_start().len(), piece.trim())
    });
    let real = trimmed.filter(|(_, piece)| piece.chars().any(char::is_alphanumeric));
    real.map(|(start, text)| Piece { text, start, support: evidence.support(text) }).collect()
}

/// The longest stretch of a title without spam.
fn longest_run<'a>(text: &'a str, pieces: &[Piece<'a>], is_spam: Test) -> &'a str {
    let mut best = "";
    let mut first: Option<usize> = None;
    for piece in pieces {
        if is_spam(&piece.support) {
            first = None;
            continue;
        }
        let start = *first.get_or_insert(piece.start);
        let run = &text[start..piece.start + piece.text.len()];
        if run.len() > best.len() {
            best = run;
        }
    }
    best
}
