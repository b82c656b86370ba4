//! What a page's JSON-LD says of the article: headline, people, dates, publisher, picture.

use super::json::{self, Entry, Value};
use super::phrase::clean;
use crate::attr::AttrName;
use crate::head::Head;
use crate::page::Page;

/// Kinds of described thing that matter here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Article, NewsArticle, BlogPosting, Report, Recipe, …
    Article,
    /// WebPage and its kin: its name often carries the site's.
    Page,
    /// WebSite.
    Site,
    /// Organization and its kin.
    Organization,
    /// Person.
    Person,
}

/// Someone or something with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Agent {
    /// As written.
    pub name: String,
    /// Said to be an organization.
    pub organization: bool,
}

/// One described thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    /// What it is.
    pub kind: Kind,
    /// `headline`, else `name`.
    pub title: Option<String>,
    /// `name`, where there is a headline too.
    pub name: Option<String>,
    /// `author`.
    pub authors: Vec<Agent>,
    /// `creator`.
    pub creators: Vec<Agent>,
    /// `datePublished`, else `dateCreated`, `uploadDate`, as written.
    pub published: Option<String>,
    /// `dateModified`.
    pub modified: Option<String>,
    /// Name of the `publisher`.
    pub publisher: Option<String>,
    /// Address of the first `image`.
    pub image: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `inLanguage`.
    pub lang: Option<String>,
    /// Part of another described thing.
    pub nested: bool,
}

/// All described things in document order.
#[derive(Debug, Default)]
pub struct Ld {
    /// The things.
    pub things: Vec<Thing>,
}

/// Things kept: listings describe hundreds, which say nothing of one article.
const MOST: usize = 200;

impl Ld {
    /// Reads the page's blocks.
    pub fn of(page: &Page, head: &Head) -> Ld {
        let mut ld = Ld::default();
        for &row in &head.json_ld {
            let entries = json::read(page.attr(row, AttrName::RawText).unwrap_or(""));
            let data = Data { entries: &entries };
            for at in 0..entries.len() {
                if ld.things.len() < MOST {
                    ld.things.extend(data.thing(at));
                }
            }
        }
        ld
    }

    /// Things of a kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Thing> {
        self.things.iter().filter(move |thing| thing.kind == kind)
    }

    /// The article: the only one, the first that is no part of another, else the first.
    pub fn article(&self) -> Option<&Thing> {
        self.of_kind(Kind::Article).find(|thing| !thing.nested).or_else(|| self.of_kind(Kind::Article).next())
    }
}

struct Data<'a> {
    entries: &'a [Entry<'a>],
}

impl<'a> Data<'a> {
    fn members(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.entries[at].end;
        let mut next = at + 1;
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let member = next;
                next = self.entries[member].end;
                member
            })
        })
    }

    fn member(&self, at: usize, key: &str) -> Option<usize> {
        self.members(at).find(|&member| self.entries[member].key == key)
    }

    /// The member itself, or an array's elements.
    fn each(&self, at: usize, key: &str) -> Vec<usize> {
        match self.member(at, key) {
            Some(member) if self.entries[member].value == Value::Array => self.members(member).collect(),
            Some(member) => vec![member],
            None => Vec::new(),
        }
    }

    /// A member's text, of an array the first.
    fn text(&self, at: usize, keys: &[&str]) -> Option<String> {
        let texts = keys.iter().flat_map(|key| self.each(at, key));
        let mut texts = texts.filter_map(|member| self.entries[member].text()).map(clean);
        texts.find(|text| !text.is_empty())
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        let mut kinds = self.each(at, "@type").into_iter().filter_map(|member| self.entries[member].text());
        kinds.find_map(kind_of)
    }

    fn thing(&self, at: usize) -> Option<Thing> {
        if self.entries[at].value != Value::Object {
            return None;
        }
        let kind = self.kind(at)?;
        let headline = self.text(at, &["headline"]);
        let name = self.text(at, &["name"]);
        Some(Thing {
            kind,
            title: headline.clone().or_else(|| name.clone()),
            name: headline.and(name),
            authors: self.agents(at, "author"),
            creators: self.agents(at, "creator"),
            published: self.text(at, &["datePublished", "dateCreated", "uploadDate"]),
            modified: self.text(at, &["dateModified"]),
            publisher: self.agents(at, "publisher").into_iter().next().map(|agent| agent.name),
            image: self.address(at, &["image", "thumbnailUrl"]),
            description: self.text(at, &["description"]),
            lang: self.text(at, &["inLanguage"]),
            nested: !matches!(&*self.entries[at].key, "" | "mainEntity" | "@graph"),
        })
    }

    fn agents(&self, at: usize, key: &str) -> Vec<Agent> {
        let found = self.each(at, key).into_iter().flat_map(|member| self.agent(member));
        found.filter(|agent| !agent.name.is_empty()).collect()
    }

    /// A name, an object with one, or a reference to such an object.
    fn agent(&self, at: usize) -> Vec<Agent> {
        if let Some(name) = self.entries[at].text() {
            return vec![Agent { name: clean(name), organization: false }];
        }
        let at = match self.member(at, "name") {
            Some(_) => at,
            None => self.by_id(at).unwrap_or(at),
        };
        let organization = self.kind(at) == Some(Kind::Organization);
        let names = self.each(at, "name").into_iter().filter_map(|member| self.entries[member].text());
        names.map(|name| Agent { name: clean(name), organization }).collect()
    }

    /// The named object with the same `@id`.
    fn by_id(&self, at: usize) -> Option<usize> {
        let id = self.entries[self.member(at, "@id")?].text()?;
        let named = |&object: &usize| {
            let same = self.member(object, "@id").and_then(|member| self.entries[member].text()) == Some(id);
            same && self.member(object, "name").is_some()
        };
        let objects = (0..self.entries.len()).filter(|&object| self.entries[object].value == Value::Object);
        objects.take(MOST).find(named)
    }

    fn address(&self, at: usize, keys: &[&str]) -> Option<String> {
        keys.iter().flat_map(|key| self.each(at, key)).find_map(|member| match self.entries[member].text() {
            Some(text) => Some(clean(text)),
            None => self.text(member, &["url", "contentUrl"]),
        })
    }
}

/// schema.org types by their endings, which name the family (`NewsArticle`, `BlogPosting`).
fn kind_of(name: &str) -> Option<Kind> {
    let name = name.rsplit(['/', '#']).next().unwrap_or(name);
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ends(&[
        "Article",
        "BlogPosting",
        "MediaPosting",
        "ForumPosting",
        "Report",
        "Recipe",
        "CreativeWork",
        "Question",
        "Thesis",
        "LiveBlogPosting",
    ]) {
        Some(Kind::Article)
    } else if ends(&["WebSite"]) {
        Some(Kind::Site)
    } else if ends(&["Page"]) {
        Some(Kind::Page)
    } else if ends(&["Organization", "Corporation", "Business", "Brand", "University", "Newspaper"]) {
        Some(Kind::Organization)
    } else if ends(&["Person"]) {
        Some(Kind::Person)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn things(text: &str) -> Vec<Thing> {
        let entries = json::read(text);
        let data = Data { entries: &entries };
        (0..entries.len()).filter_map(|at| data.thing(at)).collect()
    }

    fn names(agents: &[Agent]) -> Vec<&str> {
        agents.iter().map(|agent| agent.name.as_str()).collect()
    }

    #[test]
    fn reads_articles_in_their_usual_forms() {
        for (author, expected) in [
            (r#""Ann Ash""#, vec!["Ann Ash"]),
            (r#"["Ann Ash", "Bo Berg"]"#, vec!["Ann Ash", "Bo Berg"]),
            (r#"{"@type": "Person", "name": "Ann Ash"}"#, vec!["Ann Ash"]),
            (r#"{"@type": "Person", "name": ["Ann Ash", "Bo Berg"]}"#, vec!["Ann Ash", "Bo Berg"]),
            (r##"[{"@id": "#p"}, {"name": "Bo Berg"}]"##, vec!["Cy Cole", "Bo Berg"]),
            ("null", vec![]),
        ] {
            let text = [r##"{"@graph": [{"@type": "Person", "@id": "#p", "name": "Cy Cole"}, {"@type": ["NewsArticle"], "author": "##, author, r#", "headline": "Seeds"}]}"#].concat();
            let found = things(&text);
            let article = found.iter().find(|thing| thing.kind == Kind::Article).unwrap();
            assert_eq!(names(&article.authors), expected);
            assert_eq!(article.title.as_deref(), Some("Seeds"));
        }
    }

    #[test]
    fn reads_publisher_image_and_dates() {
        let found = things(
            r#"{"@type":"https://schema.org/BlogPosting","publisher":{"@type":"Organization","name":"The &amp; Post"},"image":[{"url":"/a.png"}],"datePublished":"2021-02-03"}"#,
        );
        assert_eq!(found[0].publisher.as_deref(), Some("The & Post"));
        assert_eq!(found[0].image.as_deref(), Some("/a.png"));
        assert_eq!(found[0].published.as_deref(), Some("2021-02-03"));
        assert_eq!(found[1].kind, Kind::Organization);
    }
}
