//! Names of people in text: cut out of what stands around them, told from other phrases.

use super::date;
use super::label;
use super::month::month;
use super::phrase::{key, lower};
use crate::text::Script;

/// Longest list of names, in characters and in words.
const LONGEST: usize = 110;
const MOST_WORDS: usize = 16;

/// The names in what a page gives as its author: without labels, dates, roles, addresses and counts.
pub fn names(raw: &str) -> Option<String> {
    if label::is_label(raw) {
        return None;
    }
    let text = label::after_closing(label::without_labels(raw)?, |text| is_name_like(cut(text)));
    let text = unbalanced(without_roles(once(cut(text))).trim_matches(is_edge));
    let text = match text.strip_suffix('.') {
        Some(bare) if !is_initial(bare) => bare,
        _ => text,
    };
    let words = text.split_whitespace().count();
    let fits = text.chars().count() <= LONGEST
        && words <= MOST_WORDS
        && text.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    let day = raw.contains(|c: char| c.is_ascii_digit()) && month(&lower(text)).is_some();
    let nobody = label::is_nobody(text) || day;
    (fits && !nobody && !text.contains("://") && !text.contains('='))
        .then(|| text.replace(" ,", ",").trim().to_string())
}

/// Signs and blanks around names.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || ",;:-–—|/•·>*\"“”：，、。【】[](（".contains(c)
}

/// Up to where the same name begins again: pages show names beside pictures, and once more in a card.
fn once(text: &str) -> &str {
    let starts: Vec<usize> = text
        .split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some(start)
        })
        .collect();
    let word = |at: usize| {
        let start = *starts.get(at)?;
        let end = starts.get(at + 1).map_or(text.len(), |next| next - 1);
        Some(key(&text[start..end])).filter(|word| !word.is_empty())
    };
    let first = word(0);
    for at in 2..starts.len() {
        if word(at) == first && first.is_some() && (at + 1 == starts.len() || word(at + 1) == word(1)) {
            return text[..starts[at]].trim_end();
        }
    }
    text
}

/// Without parts between commas that name a profession.
fn without_roles(text: &str) -> &str {
    let mut start = 0;
    for part in text.split(',') {
        let mut words = part.split(|c: char| c.is_whitespace() || c == '.').filter(|word| !word.is_empty());
        if start > 0 && words.any(label::is_role) {
            return &text[..start - 1];
        }
        start += part.len() + 1;
    }
    text
}

/// “J. Jr. R.”: the dot belongs to the name.
fn is_initial(bare: &str) -> bool {
    let last = bare.rsplit([' ', '.']).next().unwrap_or("");
    last.chars().count() <= 2 || matches!(last, "Ph.D" | "Esq")
}

/// Without a bracket that is only half there.
fn unbalanced(text: &str) -> &str {
    for (open, close) in [('(', ')'), ('（', '）'), ('[', ']')] {
        if let Some(at) = text.rfind(open) {
            if !text[at..].contains(close) {
                return text[..at].trim_end();
            }
        }
        if !text.contains(open) {
            if let Some(at) = text.find(close) {
                return text[..at].trim_end();
            }
        }
    }
    text
}

/// Up to the first thing that is no name: a separator, a date, an address, a role.
fn cut(text: &str) -> &str {
    let mut end = text.char_indices().skip(1).find(|&(at, c)| is_mark(c, &text[at..])).map_or(text.len(), |(at, _)| at);
    let mut shorten = |at: Option<usize>| end = end.min(at.unwrap_or(end));
    shorten(text.find('@').map(|at| text[..at].rfind([' ', '(', ',']).unwrap_or(if at == 0 { text.len() } else { 0 })));
    shorten(date::find(text, date::Order::DayFirst).first().map(|found| found.start));
    // A number of two digits or more after a blank: a count, a day, a time.
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() && (before.is_whitespace() || before == '(') && at > 0 {
            shorten(Some(at));
            break;
        }
        before = c;
    }
    let text = &text[..end];
    // Roles and small words; the first word is always the name's.
    let mut at = 0;
    let mut last = 0;
    for (count, word) in text.split(' ').enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let short = bare.chars().next().is_some_and(char::is_uppercase) && bare.chars().count() <= 3;
        if count > 0 && label::ends(bare) && !short {
            // “Ann Ash, Print Managing Editor”: what stands between the comma and the role goes with it.
            let name = text[..at].trim_end();
            let comma = name.rfind(',').filter(|_| label::is_role(bare));
            return comma.map_or(name, |comma| &name[..comma]);
        }
        last = at;
        at += word.len() + 1;
    }
    let tail = text[last.min(text.len())..].trim_matches(|c: char| !c.is_alphanumeric());
    if last > 0 && (label::ends(tail) || matches!(tail, "and" | "und" | "et")) {
        return text[..last].trim_end();
    }
    text
}

/// Whether a separator begins here. `c`: the first character of `rest`.
fn is_mark(c: char, rest: &str) -> bool {
    let any = |marks: &[&str]| marks.iter().any(|mark| rest.starts_with(mark));
    match c {
        '|' | '•' | '»' | '►' | '…' => true,
        ' ' => any(&[" · ", " – ", " — ", " - ", " // ", " >", " @", " (@"]),
        '·' => any(&["·  "]),
        'h' => any(&["http"]),
        ',' => any(&[", @"]),
        _ => false,
    }
}

/// Two to five capitalised words, or a Chinese, Japanese or Korean name.
pub fn is_name_like(text: &str) -> bool {
    if text.chars().any(|c| {
        c.is_ascii_digit()
            || matches!(c, '!' | '?' | ':' | '"' | '“' | '»' | '/' | '。' | '@' | '#' | '%' | '€' | '$' | '…' | '_')
    }) {
        return false;
    }
    if text.chars().any(|c| matches!(Script::of(c), Script::Han | Script::Hangul)) {
        return is_cjk_name(text);
    }
    let mut capitals = 0;
    let mut words = 0;
    for word in text.split([' ', '-', ',', '\u{a0}']).filter(|word| !word.is_empty()) {
        let bare = word.trim_matches(|c: char| !c.is_alphabetic());
        let Some(first) = bare.chars().next() else { return word == "&" && words > 0 };
        words += 1;
        if first.is_uppercase() || !(first.is_lowercase() || first.is_uppercase()) {
            capitals += 1;
        } else if !label::is_particle(bare) {
            return false;
        }
    }
    (2..=12).contains(&words) && capitals >= 2
}

/// The commonest family names of Chinese writing (Ministry of Public Security, name report 2020: these
/// are borne by nine in ten), both orthographies.
const SURNAMES: &str = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦蘆季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛焦向柳邢路岳齐齊梅莫庄莊辛管祝左涂谷祁时時舒耿牟卜路詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵解强柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺伊仉";

/// One to four names of two to four characters each, parted by blanks or 、, one with a common family name.
pub fn is_cjk_name(text: &str) -> bool {
    let mut count = 0;
    let mut any = false;
    for name in text.split([' ', '、', '\u{3000}', ',', '，', '/', '·', '&']).filter(|name| !name.is_empty()) {
        let letters = name.chars().count();
        let known =
            name.chars().next().is_some_and(|first| SURNAMES.contains(first) || Script::of(first) == Script::Hangul);
        any |= known;
        if !(2..=4).contains(&letters)
            || !name.chars().all(|c| matches!(Script::of(c), Script::Han | Script::Hangul | Script::Kana))
        {
            return false;
        }
        count += 1;
    }
    any && (1..=4).contains(&count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_names_out_of_bylines() {
        for (raw, expected) in [
            ("By Ann Ash", "Ann Ash"),
            ("by ANN ASH | 3 May 2021", "ANN ASH"),
            ("Von Anna Esche und Bodo Berg", "Anna Esche und Bodo Berg"),
            ("Par Anne Frêne, le 3 mai 2021", "Anne Frêne"),
            ("Por: Ana Fresno", "Ana Fresno"),
            ("Di Anna Frassino", "Anna Frassino"),
            ("Door Anna van der Es", "Anna van der Es"),
            ("Av Anna Ask", "Anna Ask"),
            ("Автор: Анна Ясень", "Анна Ясень"),
            ("Yazan: Ayşe Dişbudak", "Ayşe Dişbudak"),
            ("Oleh Ani Abu", "Ani Abu"),
            ("Tác giả: An Tần", "An Tần"),
            ("بقلم: آنا دردار", "آنا دردار"),
            ("Ann Ash, Staff Writer", "Ann Ash"),
            ("Ann Ash (ann@news.test)", "Ann Ash"),
            ("Ann Ash in Gardening", "Ann Ash"),
            ("Ann Ash 12 Comments", "Ann Ash"),
            ("J. R. Ash Jr.", "J. R. Ash Jr."),
            ("Ann Ash.", "Ann Ash"),
            ("Ann Ash Ann Ash", "Ann Ash"),
            ("Ann Ash, MD, PhD Ann Ash, MD", "Ann Ash, MD, PhD"),
            ("Ann Ash, Ann Berg", "Ann Ash, Ann Berg"),
            ("Read all articles by Ann Ash", "Ann Ash"),
            ("Ann Ash, Print Managing Editor", "Ann Ash"),
            ("Ann Ash, Trial Attorney", "Ann Ash"),
            ("About Ann Ash", "Ann Ash"),
            ("Read more by Ann Ash >", "Ann Ash"),
            ("Anne Frêne Le", "Anne Frêne"),
        ] {
            assert_eq!(names(raw).as_deref(), Some(expected), "{raw}");
        }
        for raw in ["admin", "By", "Written By", "", "https://news.test/ann", "12", "unknown"] {
            assert_eq!(names(raw), None, "{raw}");
        }
    }

    #[test]
    fn tells_names_from_phrases() {
        for name in ["Ann Ash", "Anna van der Es", "Анна Ясень", "龍海波 王偉進", "陈小明", "홍길동"]
        {
            assert!(is_name_like(name), "{name}");
        }
        for phrase in ["Seeds sprout early", "3 May 2021", "Ann", "How to sow?", "數字技術對社會", "the Herald"]
        {
            assert!(!is_name_like(phrase), "{phrase}");
        }
    }
}
