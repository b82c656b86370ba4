//! Made-up addresses. Hosts are drawn from syllables, trades and place names under everyday endings, so that nothing
//! can be learnt from a host's name or ending.

use crate::dice::Dice;
use crate::text;

const SYLLABLES: &str = "ba be bi bo bra bri cal cen cha cle cor da del di dra du el en fa fel fi flo fra ga gen gi gra ha hel hi ho in jo ka ke ki kra la le li lo lu ma mar me mi mo na ne ni no nor pa pe pi po pra qui ra re ri ro sa se si so sta su ta te ti to tra tu ul va ve vi vo wa wi xi ya yo zan ze zi zo";
const WORDS: &str = "alpha best bit blue city click cloud club daily direct easy expert fast first fox free gold good green group guide home hub info key land life line link live mall market max media mega my net new next one online open page pick plus point pro red room shop site smart spot star store super team time top true union vip way web win world zone";
const TRADES: &str = "dental clinic school college academy hotel bakery motors garden church museum library choir studio yoga travel legal architects print plumbing farm vineyard guesthouse optics cycling rowing karate vet ceramics roofing florist foundation institute journal archive";
const ENDINGS: &[(usize, &str)] = &[
    (40, "com"),
    (10, "net"),
    (7, "org"),
    (5, "info"),
    (5, "top"),
    (5, "xyz"),
    (4, "site"),
    (4, "shop"),
    (3, "online"),
    (4, "ru"),
    (4, "cn"),
    (3, "com.cn"),
    (4, "de"),
    (2, "id"),
    (2, "co.id"),
    (2, "biz"),
    (2, "club"),
    (2, "vip"),
    (2, "cc"),
    (3, "co.uk"),
    (2, "com.br"),
    (2, "fr"),
    (2, "it"),
    (2, "nl"),
    (2, "pl"),
    (2, "in"),
    (2, "io"),
    (2, "me"),
    (2, "co"),
    (2, "tv"),
    (2, "live"),
    (2, "pro"),
    (1, "store"),
    (1, "jp"),
    (1, "co.kr"),
    (1, "kr"),
    (1, "vn"),
    (1, "com.tr"),
    (1, "ua"),
    (1, "es"),
    (1, "eu"),
    (1, "us"),
    (1, "ca"),
    (1, "com.au"),
    (1, "app"),
];

/// How the owners of one campaign write their addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Every link goes to another host's front page.
    Fronts,
    /// Other hosts, with a path.
    Deep,
    /// One money site.
    Money,
    /// Doorway pages on the site itself.
    Doorway,
    /// Upload and content folders of other hacked sites.
    Victims,
    /// Through redirectors and link shorteners.
    Redirect,
}

/// Addresses of one campaign.
pub struct Hosts {
    /// Their habit.
    pub style: Style,
    money: String,
    scheme: &'static str,
}

fn word<'a>(list: &'a str, dice: &mut Dice) -> &'a str {
    let all: Vec<&str> = list.split(' ').collect();
    dice.pick(&all)
}

fn stem(dice: &mut Dice, low: usize, high: usize) -> String {
    (0..dice.between(low, high)).map(|_| word(SYLLABLES, dice)).collect()
}

/// A host name of its own.
pub fn host(dice: &mut Dice) -> String {
    let name = match dice.between(0, 9) {
        0..=2 => stem(dice, 2, 4),
        3 | 4 => stem(dice, 1, 2) + word(WORDS, dice),
        5 => format!("{}{}", word(WORDS, dice), stem(dice, 1, 3)),
        6 => format!("{}-{}", stem(dice, 2, 3), word(WORDS, dice)),
        7 => format!("{}{}", stem(dice, 1, 3), dice.between(2, 9999)),
        8 => {
            let n = dice.between(3, 6);
            dice.id(n)
        }
        _ => format!("{}{}{}", word(WORDS, dice), word(WORDS, dice), word(WORDS, dice)),
    };
    format!("{name}.{}", dice.weighted(ENDINGS))
}

/// The host of an ordinary site that was broken into.
pub fn victim(dice: &mut Dice) -> String {
    let (name, trade) = (stem(dice, 2, 3), word(TRADES, dice));
    let joined = match dice.between(0, 3) {
        0 => format!("{name}{trade}"),
        1 => format!("{name}-{trade}"),
        2 => format!("{trade}-{name}"),
        _ => format!("{trade}.{name}"),
    };
    format!("{joined}.{}", dice.weighted(ENDINGS))
}

/// The last part of an address, after the phrase it promotes.
pub fn slug(phrase: &str, dice: &mut Dice) -> String {
    let lower = phrase.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let ascii = words.join(if dice.chance(0.9) { "-" } else { "_" });
    match ascii.len() {
        6.. if phrase.is_ascii() || dice.chance(0.6) => ascii,
        _ if dice.chance(0.35) => phrase.replace(' ', "-").bytes().take(30).map(|b| format!("%{b:02X}")).collect(),
        _ => stem(dice, 2, 5),
    }
}

impl Hosts {
    /// A campaign with the given habit.
    pub fn new(style: Style, dice: &mut Dice) -> Self {
        let scheme =
            dice.weighted(&[(5, "https://"), (3, "https://www."), (3, "http://"), (2, "http://www."), (1, "//")]);
        Self { style, money: host(dice), scheme }
    }

    /// An address for one link, ready to stand in an attribute.
    pub fn url(&self, phrase: &str, dice: &mut Dice) -> String {
        let slug = slug(phrase, dice);
        let number = dice.between(11, 98765);
        let raw = match self.style {
            Style::Fronts => format!("{}{}{}", self.scheme, host(dice), dice.weighted(&[(2, "/"), (1, "")])),
            Style::Deep => format!("{}{}{}", self.scheme, host(dice), path(&slug, number, dice)),
            Style::Money => format!("{}{}{}", self.scheme, self.money, path(&slug, number, dice)),
            Style::Doorway => path(&slug, number, dice),
            Style::Victims => format!("{}{}{}", self.scheme, victim(dice), folder(&slug, number, dice)),
            Style::Redirect => redirect(&self.money, self.scheme, &slug, number, dice),
        };
        text::quote(&raw)
    }
}

fn path(slug: &str, number: usize, dice: &mut Dice) -> String {
    let section =
        word("news blog article product category list item video game show detail tag topic a p w", dice).to_owned();
    match dice.between(0, 11) {
        0..=2 => format!("/{slug}/"),
        3 => format!("/{slug}"),
        4 => format!("/{slug}.html"),
        5 => format!("/{section}/{number}.html"),
        6 => format!("/{section}/{slug}"),
        7 => format!("/?{}={number}", dice.pick(&["p", "id", "page_id", "aid", "cat"])),
        8 => format!("/{section}.php?id={number}"),
        9 => format!("/{section}-{number}-1.html"),
        10 => format!("/{section}/{}/{slug}/", dice.between(2018, 2026)),
        _ => format!("/{slug}?{}={}", dice.pick(&["ref", "utm_source", "from", "aff"]), dice.id(6)),
    }
}

fn folder(slug: &str, number: usize, dice: &mut Dice) -> String {
    match dice.between(0, 6) {
        0 => format!("/wp-content/uploads/{}/{:02}/{slug}.pdf", dice.between(2019, 2026), dice.between(1, 12)),
        1 => format!("/images/stories/{slug}.html"),
        2 => format!("/userfiles/file/{number}.pdf"),
        3 => format!("/index.php/component/k2/item/{number}-{slug}"),
        4 => format!("/forum/viewtopic.php?f=4&t={number}"),
        5 => format!("/sites/default/files/{slug}.html"),
        _ => format!("/~{}/{slug}/", dice.id(5)),
    }
}

fn redirect(money: &str, scheme: &str, slug: &str, number: usize, dice: &mut Dice) -> String {
    match dice.between(0, 5) {
        0 => format!("/go?url=https%3A%2F%2F{money}%2F{slug}"),
        1 => format!("/redirect.php?to=http://{money}/"),
        2 => format!("https://{}/{}", host(dice), dice.id(6)),
        3 => format!("{scheme}{}/out/?link=https://{money}/{slug}", host(dice)),
        4 => format!("{scheme}{}/url?q=https://{money}&sa=D&usg={}", host(dice), dice.id(12)),
        _ => format!("/goto/{number}/"),
    }
}
