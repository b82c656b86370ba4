//! Small grammars that yield phrases, and the files they are written in.
//!
//! A file holds families, each headed `@ language name`, then rules `symbol = one | another`. `{symbol}` refers to a
//! rule, `{21-99}` is a number from that range, `¦` stands for a bar, `[…]` marks the part of a sentence that is a link.
//! A block headed `@ common` holds rules that every family of the file may use, `@ common-de` those of its German ones.

use crate::dice::Dice;
use crate::text::squash;
use std::collections::HashMap;

type Rules = HashMap<String, Vec<Vec<Part>>>;

#[derive(Debug, Clone)]
enum Part {
    Text(String),
    Symbol(String),
    Number(usize, usize),
}

/// One family of spam: what is promoted, in one language.
#[derive(Debug)]
pub struct Family {
    /// Language and topic, e.g. `de-spielbank`.
    pub name: String,
    /// BCP 47 tag.
    pub lang: String,
    rules: Rules,
}

impl Family {
    /// All families of a grammar file.
    pub fn read(text: &str) -> Vec<Self> {
        let mut common: Vec<(&str, Rules)> = Vec::new();
        let mut families = Vec::new();
        for chunk in text.split("\n@ ").skip(1).filter_map(|c| c.split_once('\n')) {
            let rules = chunk.1.lines().filter_map(rule).collect::<Rules>();
            match chunk.0.trim().split_once(' ') {
                Some((lang, topic)) => {
                    families.push(Self { name: format!("{lang}-{topic}"), lang: lang.to_owned(), rules })
                }
                None => common.push((chunk.0.trim(), rules)),
            }
        }
        for family in &mut families {
            let own = format!("common-{}", family.lang);
            for (symbol, choices) in common.iter().filter(|c| c.0 == "common" || c.0 == own).flat_map(|c| &c.1) {
                family.rules.entry(symbol.clone()).or_insert_with(|| choices.clone());
            }
        }
        families
    }

    /// Is there a rule for `symbol`?
    pub fn has(&self, symbol: &str) -> bool {
        self.rules.contains_key(symbol)
    }

    /// One string that `symbol` yields; empty where there is no such rule.
    pub fn say(&self, symbol: &str, dice: &mut Dice) -> String {
        let mut out = String::new();
        self.expand(symbol, dice, 0, &mut out);
        squash(&out.replace('¦', "|"))
    }

    /// Up to `n` different strings of `symbol`.
    pub fn several(&self, symbol: &str, n: usize, dice: &mut Dice) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for _ in 0..n * 4 {
            let phrase = self.say(symbol, dice);
            if out.len() < n && !phrase.is_empty() && !out.contains(&phrase) {
                out.push(phrase);
            }
        }
        out
    }

    fn expand(&self, symbol: &str, dice: &mut Dice, depth: usize, out: &mut String) {
        let Some(choices) = self.rules.get(symbol).filter(|_| depth < 12) else { return };
        for part in dice.one(choices) {
            match part {
                Part::Text(s) => out.push_str(s),
                Part::Symbol(s) => self.expand(s, dice, depth + 1, out),
                Part::Number(low, high) => out.push_str(&dice.between(*low, *high).to_string()),
            }
        }
    }
}

fn rule(line: &str) -> Option<(String, Vec<Vec<Part>>)> {
    let (symbol, right) = line.split_once(" =")?;
    Some((symbol.trim().to_owned(), right.split('|').map(|alt| parts(alt.trim())).collect()))
}

fn parts(mut alt: &str) -> Vec<Part> {
    let mut out = Vec::new();
    while let Some((before, after)) = alt.split_once('{') {
        out.push(Part::Text(before.to_owned()));
        let (name, rest) = after.split_once('}').unwrap_or((after, ""));
        let range = name.split_once('-').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
        out.push(range.map_or_else(|| Part::Symbol(name.to_owned()), |(a, b)| Part::Number(a, b)));
        alt = rest;
    }
    out.push(Part::Text(alt.to_owned()));
    out
}

#[cfg(test)]
mod tests {
    use super::{Family, Part};
    use crate::dice::Dice;
    use crate::hand::Hand;
    use std::collections::HashSet;

    /// Distinct phrases that a family must yield.
    const PHRASES: u64 = 1000;

    impl Family {
        /// In how many ways `symbol` can be written out.
        pub fn ways(&self, symbol: &str) -> u64 {
            let part = |part: &Part| match part {
                Part::Text(_) => 1,
                Part::Symbol(s) => self.ways(s),
                Part::Number(low, high) => (high - low + 1) as u64,
            };
            let choice = |choice: &Vec<Part>| choice.iter().map(part).fold(1, u64::saturating_mul);
            self.rules.get(symbol).map_or(0, |choices| choices.iter().map(choice).fold(0, u64::saturating_add))
        }

        /// Symbols that are referred to and not defined.
        pub fn undefined(&self) -> Vec<String> {
            let parts = self.rules.values().flatten().flatten();
            parts
                .filter_map(|p| if let Part::Symbol(s) = p { Some(s) } else { None })
                .filter(|s| !self.has(s))
                .cloned()
                .collect()
        }
    }

    #[test]
    fn families_are_complete_and_rich() {
        for family in Hand::ALL.iter().flat_map(|h| h.families()) {
            assert_eq!(family.undefined(), Vec::<String>::new(), "{}", family.name);
            assert!(family.has("lead") && (family.has("line") || family.has("say")), "{}", family.name);
            assert!(family.ways("kw") >= PHRASES, "{}: {}", family.name, family.ways("kw"));
        }
    }

    #[test]
    fn phrases_are_distinct_and_free_of_grammar() {
        for family in Hand::ALL.iter().flat_map(|h| h.families()) {
            let mut dice = Dice::new(1, &[]);
            let phrases: HashSet<String> = (0..6000).map(|_| family.say("kw", &mut dice)).collect();
            assert!(phrases.len() as u64 >= PHRASES, "{}: {}", family.name, phrases.len());
            for symbol in ["kw", "lead", "line", "title", "head", "prose", "comment"] {
                for _ in 0..200 {
                    let said = family.say(symbol, &mut dice);
                    assert!(!said.contains(['{', '}', '¦']), "{} {symbol}: {said}", family.name);
                }
            }
        }
    }
}
