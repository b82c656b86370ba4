//! Words around the names of authors, in many languages: labels before them, what ends them, names that
//! are nobody's. Lists are single strings, parted by bars: small in the binary.

use super::phrase::strip_prefix;
use crate::text::{hash_lower, FNV_BASIS};
use crate::words::{words, Words};

/// What stands before the name of an author, lower-case, longest first where one begins another.
/// A label that ends in a letter must be followed by a blank or a colon.
const LABELS: Words = words!(
    "about the author|meet the author|by-line:|written by|posted by|post by|published by|story by|words by|article by|\
    reported by|authored by|contributed by|submitted by|started by|asked by|reviewed by|author(s)|authors|author|\
    byline|words|by|ein beitrag von|ein artikel von|verfasst von|geschrieben von|veröffentlicht von|erstellt von|\
    autorin|autoren|autor|verfasser|von unserem redakteur|von|text und fotos|text|geschreven door|gepost door|\
    auteurs|auteur|door|skriven av|publicerad av|skrevet av|skrevet af|tekst|av|af|kirjoittanut|teksti|écrit par|\
    publié par|rédigé par|propos recueillis par|un article de|texte|par|escrito por|publicado por|redactado por|\
    texto|autora|por|postado por|scritto da|pubblicato da|a cura di|autore|testo|di|da|scris de|de|napisał|przez|\
    opracował|napsal|írta|szerző|yazan|yazar|haber|ditulis oleh|oleh|penulis|tác giả|bài viết|viết bởi|автор статьи|\
    автор|автори|авторы|текст|от|κείμενο|του|της|από|بقلم|الكاتب|كتب|كتبت|تأليف|लेखक|द्वारा|โดย|ผู้เขียน|מאת"
);

/// Words that close a longer label: “Read all articles by”, “Ein Gastbeitrag von”.
const CLOSING: Words = words!("by|von|par|por|di|door|av|af|oleh");

/// Words after which a name is over: what else bylines hold.
const ENDS: Words = words!(
    "in|on|at|for|from|about|follow|published|updated|posted|posts|last|is|was|has|min|read|reading|share|view|\
    comments|comment|contact|email|senior|contributing|special|editor|reporter|correspondent|writer|author|\
    contributor|journalist|photographer|columnist|with|am|um|vom|zuletzt|veröffentlicht|redakteur|redakteurin|\
    redaktion|autor|autorin|aktualisiert|geändert|stand|fotos|foto|bild|bilder|le|publié|journaliste|rédacteur|mis|\
    à|em|el|il|op|den|publicado|actualizado|pubblicato|ha|и|в|опубликовано|ngày|tanggal|pada"
);

/// Words of a profession: a part between commas that holds one is no name.
const ROLES: Words = words!(
    "editor|reporter|correspondent|writer|author|contributor|journalist|photographer|columnist|manager|director|\
    officer|ceo|cto|coo|cmo|founder|co-founder|president|professor|attorney|lawyer|analyst|expert|specialist|\
    strategist|engineer|developer|consultant|marketing|head|lead|executive|adviser|advisor|psychologist|redakteur|\
    redakteurin|redaktion|journalistin|medizinredakteurin|autorin|fotograf|projektleiterin|geschäftsführer|\
    rédacteur|rédactrice|journaliste|professeur|philosophe|redactor|redactora|periodista|giornalista|redazione|\
    redacteur|dpa|afp|reuters|network|staff"
);

/// Small words inside names.
const PARTICLES: Words = words!(
    "de|da|do|dos|das|del|della|di|du|des|la|le|van|von|vom|zu|zum|zur|der|den|ter|ten|te|bin|ibn|al|el|ben|af|av|y|\
    e|i|st|und|and|et|och|og|en|ed|jr|sr|phd|md|dr|mit|with"
);

/// Names that are nobody's, and labels of buttons beside names, lower-case.
const NOBODY: Words = words!(
    "admin|administrator|unknown|anonymous|guest|none|null|undefined|author|authors|editor|user|webmaster|root|n/a|\
    na|test|no author|wordpress|site admin|super user|by|autor|about the author|me|you|us|me, myself|everyone|\
    default|blog|home|contact|follow|name|sign|sign in|sign up|log in|login|subscribe|share|read more|more|menu|\
    search|topic|written|this post|tech|news|human|team|staff only|view profile|profile|see more|show more|reply|\
    quote|like|tweet|edit|writer|reporter|page.head.extra.author|bluesky|mastodon|twitter|facebook|linkedin|\
    instagram|youtube|mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|\
    简介|单位|匿名|管理员|网友|佚名|未知"
);

/// What else stands before a name where one is named anyway.
const FRONT: &str = "about|über|via|@";

/// Whether a word ends a name.
pub fn ends(word: &str) -> bool {
    ENDS.has(word)
}

/// Whether a word is a profession.
pub fn is_role(word: &str) -> bool {
    ROLES.has(word)
}

/// Whether a word may stand in lower case inside a name.
pub fn is_particle(word: &str) -> bool {
    PARTICLES.has(word)
}

/// Whether a text stands where a name should but is nobody's.
pub fn is_nobody(text: &str) -> bool {
    NOBODY.has(text)
}

/// The text after an author label at its beginning: the longest that a blank or a sign ends.
pub fn after_label(text: &str) -> Option<&str> {
    /// Characters of the longest label.
    const LONGEST: usize = 21;
    let text = text.trim_start();
    let (mut hash, mut after) = (FNV_BASIS, None);
    for (at, c) in text.char_indices().take(LONGEST + 1) {
        if (c.is_whitespace() || is_sign(c)) && LABELS.has_hash(hash) {
            after = Some(&text[at..]);
        }
        hash = hash_lower(hash, c);
        if c == ':' && LABELS.has_hash(hash) {
            after = Some(&text[at + 1..]);
        }
    }
    Some(after?.trim_start_matches(|c: char| c.is_whitespace() || is_sign(c) || matches!(c, '-' | '–')))
}

fn is_sign(c: char) -> bool {
    matches!(c, ':' | '：' | '|' | '/' | '｜')
}

/// A whole text that is an author label and nothing else.
pub fn is_label(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '：', ' ']);
    LABELS.has(text) || FRONT.split('|').any(|word| strip_prefix(text, word) == Some(""))
}

/// Without all labels at the beginning; `None` if nothing else is there.
pub fn without_labels(text: &str) -> Option<&str> {
    let mut text = text.trim();
    while let Some(rest) = after_label(text) {
        text = rest;
    }
    let front = FRONT.split('|').find_map(|word| {
        let rest = strip_prefix(text, word)?;
        (word == "@" || rest.starts_with([' ', ':'])).then(|| rest.trim_start_matches([' ', ':']))
    });
    let text = front.unwrap_or(text);
    (!text.is_empty()).then_some(text)
}

/// What follows a longer label: “Read all articles by …”. `is_name` judges both sides.
pub fn after_closing(text: &str, is_name: impl Fn(&str) -> bool) -> &str {
    /// Words of the longest label.
    const WORDS: usize = 5;
    let mut end = 0;
    for (count, word) in text.split(' ').enumerate().take(WORDS + 1) {
        end += word.len();
        let rest = text[end..].trim_start();
        if count > 0 && CLOSING.has(word.trim_end_matches(':')) && is_name(rest) {
            let before = text[..end - word.len()].trim_end();
            return if is_name(before) { text } else { rest };
        }
        end += 1;
        if end >= text.len() {
            break;
        }
    }
    text
}
