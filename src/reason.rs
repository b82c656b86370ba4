//! Why a block goes: the evidence, strongest first, and the English sentence it makes.

use crate::options::Kind;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// One piece of evidence. Callers who speak another language word it by its id and values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ground {
    /// Links to other sites: how many, and to how many sites.
    Links(u32, u32),
    /// One link to another site.
    Link,
    /// Text without a link.
    Text,
    /// It cannot be seen.
    Hidden,
    /// In a writing the page is not written in.
    Foreign,
    /// Its words stand nowhere else on the page.
    Unmentioned,
    /// Unlike the rest of the page.
    Unlike,
    /// What a label in it says.
    Labelled(String),
    /// What its class or id says.
    Named(String),
    /// It asks for consent.
    Asks,
    /// A frame from that site.
    Frame(String),
    /// So many links to other sites, in what looks like an advertisement.
    Outward(u32),
    /// Links to share the page.
    Shares(u32),
    /// Links to profiles on social networks.
    Follows(u32),
    /// It asks for a mail address.
    Mail,
    /// Links to other pages of the site.
    Teasers(u32),
    /// It stands below the article.
    Below,
    /// No single piece of evidence stands out.
    Looks,
    /// A filter list of the person's own names it; which rule of which list, the edge knows.
    Listed,
    /// The caller's own choice.
    Chosen,
}

impl Ground {
    /// The name of this evidence in data.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Ground::Links(..) => "links",
            Ground::Link => "link",
            Ground::Text => "text",
            Ground::Hidden => "hidden",
            Ground::Foreign => "foreign",
            Ground::Unmentioned => "unmentioned",
            Ground::Unlike => "unlike",
            Ground::Labelled(_) => "labelled",
            Ground::Named(_) => "named",
            Ground::Asks => "asks",
            Ground::Frame(_) => "frame",
            Ground::Outward(_) => "outward",
            Ground::Shares(_) => "shares",
            Ground::Follows(_) => "follows",
            Ground::Mail => "mail",
            Ground::Teasers(_) => "teasers",
            Ground::Below => "below",
            Ground::Looks => "looks",
            Ground::Listed => "listed",
            Ground::Chosen => "chosen",
        }
    }

    /// Numbers and words that go with it.
    #[must_use]
    pub fn values(&self) -> Vec<String> {
        match self {
            Ground::Links(links, sites) => vec![links.to_string(), sites.to_string()],
            Ground::Outward(count) | Ground::Shares(count) | Ground::Follows(count) | Ground::Teasers(count) => {
                vec![count.to_string()]
            }
            Ground::Labelled(words) | Ground::Named(words) | Ground::Frame(words) => vec![words.clone()],
            _ => Vec::new(),
        }
    }

    /// Its part of the sentence.
    fn phrase(&self, kind: Kind) -> String {
        let what = what(kind);
        // Put together without the formatting machinery, which costs bytes at each use.
        match self {
            Ground::Links(links, sites) => {
                [&links.to_string(), " links to ", &counted(*sites, "other site", "other sites")].concat()
            }
            Ground::Labelled(label) if kind == Kind::Ad => ["Labelled “", label, "”"].concat(),
            Ground::Labelled(label) => [what, ": labelled “", label, "”"].concat(),
            Ground::Named(name) => [what, ": its name is “", name, "”"].concat(),
            Ground::Frame(site) => [what, ": a frame from ", site].concat(),
            Ground::Outward(count) => {
                let links = counted(*count, "link to another site", "links to other sites");
                ["It looks like an advertisement with ", &links].concat()
            }
            Ground::Shares(count) => [&counted(*count, "link to share", "links to share"), " this page"].concat(),
            Ground::Follows(count) => {
                [&counted(*count, "link to a profile", "links to profiles"), " on social networks"].concat()
            }
            Ground::Teasers(count) => [&count.to_string(), " links to other pages"].concat(),
            Ground::Looks if !matches!(kind, Kind::Ad | Kind::Cookie) => {
                ["It looks like this: ", &what.to_lowercase()].concat()
            }
            plain => plain.words(kind).into(),
        }
    }

    /// The phrase of evidence without values.
    fn words(&self, kind: Kind) -> &'static str {
        match self {
            Ground::Link => "A link to another site",
            Ground::Text => "Text",
            Ground::Hidden => ", hidden from view",
            Ground::Foreign => ", in a writing the page is not written in",
            Ground::Unmentioned => ", about things the page never mentions elsewhere",
            Ground::Unlike => ", unlike the rest of the page",
            Ground::Asks => " and it asks for consent",
            Ground::Mail => "It asks for your mail address",
            Ground::Below => " below the article",
            Ground::Looks if kind == Kind::Ad => "It looks like a place for advertisements",
            Ground::Looks => "It speaks of cookies and consent",
            Ground::Listed => "A filter list names it",
            Ground::Chosen => "You chose to hide this",
            _ => "",
        }
    }
}

/// `{ id, values }`.
impl Serialize for Ground {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Ground", 2)?;
        object.serialize_field("id", self.id())?;
        object.serialize_field("values", &self.values())?;
        object.end()
    }
}

/// A short sentence a person understands.
#[must_use]
pub fn sentence(kind: Kind, grounds: &[Ground]) -> String {
    let mut sentence: String = grounds.iter().map(|ground| ground.phrase(kind)).collect();
    sentence.push('.');
    sentence
}

fn what(kind: Kind) -> &'static str {
    match kind {
        Kind::Ad => "An advertisement",
        Kind::Cookie => "A cookie notice",
        Kind::Share => "Share buttons",
        Kind::Newsletter => "A request to subscribe or support",
        Kind::Related => "Teasers for other pages",
        Kind::Comments => "Comments of readers",
        Kind::Spam | Kind::Overlay => "A box over the page",
    }
}

fn counted(number: u32, one: &str, many: &str) -> String {
    [number.to_string().as_str(), " ", if number == 1 { one } else { many }].concat()
}
