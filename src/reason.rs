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
        match self {
            Ground::Links(links, sites) => {
                format!("{links} links to {}", counted(*sites, "other site", "other sites"))
            }
            Ground::Link => "A link to another site".into(),
            Ground::Text => "Text".into(),
            Ground::Hidden => ", hidden from view".into(),
            Ground::Foreign => ", in a writing the page is not written in".into(),
            Ground::Unmentioned => ", about things the page never mentions elsewhere".into(),
            Ground::Unlike => ", unlike the rest of the page".into(),
            Ground::Labelled(label) if kind == Kind::Ad => format!("Labelled “{label}”"),
            Ground::Labelled(label) => format!("{what}: labelled “{label}”"),
            Ground::Named(name) => format!("{what}: its name is “{name}”"),
            Ground::Asks => " and it asks for consent".into(),
            Ground::Frame(site) => format!("{what}: a frame from {site}"),
            Ground::Outward(count) => {
                let links = counted(*count, "link to another site", "links to other sites");
                format!("It looks like an advertisement with {links}")
            }
            Ground::Shares(count) => counted(*count, "link to share", "links to share") + " this page",
            Ground::Follows(count) => counted(*count, "link to a profile", "links to profiles") + " on social networks",
            Ground::Mail => "It asks for your mail address".into(),
            Ground::Teasers(count) => format!("{count} links to other pages"),
            Ground::Below => " below the article".into(),
            Ground::Looks if kind == Kind::Ad => "It looks like a place for advertisements".into(),
            Ground::Looks if kind == Kind::Cookie => "It speaks of cookies and consent".into(),
            Ground::Looks => format!("It looks like this: {}", what.to_lowercase()),
            Ground::Chosen => "You chose to hide this".into(),
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
    format!("{number} {}", if number == 1 { one } else { many })
}
