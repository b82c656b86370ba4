//! Dates in text: found in running text of many languages, and read from machine-readable values.
//! The day stays as written; nothing is converted to another time zone.

use super::month::{month, PAIRS};
use crate::text::{is_invisible, Script};

/// A calendar day, with the time if known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Date {
    /// Of the common era.
    pub year: u32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
    /// Hour, minute, second.
    pub time: Option<(u32, u32, u32)>,
    /// Minutes east of UTC.
    pub offset: Option<i32>,
}

/// A date and where it stands, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    /// The date.
    pub date: Date,
    /// Its first byte.
    pub start: usize,
    /// One past its last byte, time included.
    pub end: usize,
}

/// What 3/4/2021 means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// The 3rd of April.
    DayFirst,
    /// The 4th of March.
    MonthFirst,
}

impl Date {
    /// The day, if there is such a day. Years outside 1970 to 2099 are not of web pages.
    pub fn day(year: u32, month: u32, day: u32) -> Option<Date> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        let real = (1970..2100).contains(&year) && (1..=days).contains(&day);
        real.then_some(Date { year, month, day, time: None, offset: None })
    }

    /// Same day, whatever the time.
    pub fn same_day(&self, other: &Date) -> bool {
        self.number() == other.number()
    }

    /// Days since 1 March of year 0 (Howard Hinnant, “chrono-compatible low-level date algorithms”).
    pub fn number(&self) -> i32 {
        let (year, month) = if self.month <= 2 { (self.year - 1, self.month + 9) } else { (self.year, self.month - 3) };
        (365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + self.day) as i32
    }

    /// ISO 8601: `2020-08-19`, `2020-08-19T16:03:00`, `2020-08-19T16:03:00+08:00`.
    pub fn iso(&self) -> String {
        let mut out = String::with_capacity(25);
        push_number(&mut out, self.year, 4);
        out.push('-');
        push_number(&mut out, self.month, 2);
        out.push('-');
        push_number(&mut out, self.day, 2);
        let Some((hour, minute, second)) = self.time else { return out };
        for (mark, number) in [('T', hour), (':', minute), (':', second)] {
            out.push(mark);
            push_number(&mut out, number, 2);
        }
        match self.offset {
            Some(0) => out.push('Z'),
            Some(minutes) => {
                out.push(if minutes < 0 { '-' } else { '+' });
                push_number(&mut out, minutes.unsigned_abs() / 60, 2);
                out.push(':');
                push_number(&mut out, minutes.unsigned_abs() % 60, 2);
            }
            None => {}
        }
        out
    }
}

fn push_number(out: &mut String, number: u32, digits: u32) {
    for place in (0..digits).rev() {
        out.push(char::from(b'0' + (number / 10u32.pow(place) % 10) as u8));
    }
}

/// Reads a machine-readable value: ISO 8601 and its loose forms, `20200819`, seconds or milliseconds
/// since 1970, or else a date in words.
pub fn machine(value: &str) -> Option<Date> {
    let value = value.trim();
    if value.bytes().all(|b| b.is_ascii_digit()) {
        return match value.len() {
            8 => Date::day(value[..4].parse().ok()?, value[4..6].parse().ok()?, value[6..].parse().ok()?),
            14 => {
                let mut date = machine(&value[..8])?;
                date.time = clock(value[8..10].parse().ok()?, value[10..12].parse().ok()?, value[12..].parse().ok()?);
                Some(date)
            }
            10 => value.parse().ok().and_then(unix),
            13 => value[..10].parse().ok().and_then(unix),
            _ => None,
        };
    }
    find(value, Order::MonthFirst).first().map(|found| found.date)
}

/// The UTC day and time of a count of seconds (Hinnant, as above).
fn unix(seconds: u32) -> Option<Date> {
    let days = seconds / 86_400 + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let mut date = Date::day(year + era * 400 + u32::from(month <= 2), month, day)?;
    date.time = clock(seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    date.offset = Some(0);
    Some(date)
}

fn clock(hour: u32, minute: u32, second: u32) -> Option<(u32, u32, u32)> {
    (hour < 24 && minute < 60 && second < 61).then_some((hour, minute, second))
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Kind {
    /// Value and number of digits.
    Number(u32, usize),
    Month(u32),
    Word,
    Mark(char),
}

#[derive(Clone, Copy, Debug)]
struct Token {
    kind: Kind,
    start: usize,
    end: usize,
}

/// Value of a digit of the scripts pages are written in.
fn digit(c: char) -> Option<u32> {
    let zero = match c as u32 {
        0x30..=0x39 => 0x30,
        0x660..=0x669 => 0x660,
        0x6f0..=0x6f9 => 0x6f0,
        0x966..=0x96f => 0x966,
        0xe50..=0xe59 => 0xe50,
        0xff10..=0xff19 => 0xff10,
        _ => return None,
    };
    Some(c as u32 - zero)
}

fn is_letter(c: char) -> bool {
    match Script::of(c) {
        Script::Han | Script::Kana | Script::Hangul => false,
        Script::Thai | Script::Indic | Script::Arabic | Script::Hebrew => digit(c).is_none() && c != '،',
        _ => c.is_alphabetic(),
    }
}

/// All dates of a text, in order. The text should be a line or two.
pub fn find(text: &str, order: Order) -> Vec<Found> {
    if !text.chars().any(|c| digit(c).is_some()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let parser = Parser { text, tokens: &tokens, order };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match parser.date(at) {
            Some((mut date, next)) => {
                let end = parser.time(&mut date, next);
                found.push(Found { date, start: tokens[at].start, end: tokens[end - 1].end });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        let kind = if let Some(value) = digit(c) {
            let (mut value, mut digits) = (value, 1);
            while let Some((at, more)) = chars.next_if(|next| digit(next.1).is_some()) {
                value = value.saturating_mul(10).saturating_add(digit(more).unwrap_or(0));
                digits += 1;
                end = at + more.len_utf8();
            }
            Kind::Number(value, digits)
        } else if is_letter(c) {
            let thai = Script::of(c) == Script::Thai;
            while let Some((at, more)) = chars.next_if(|next| is_letter(next.1) || (thai && next.1 == '.')) {
                end = at + more.len_utf8();
            }
            let lower = text[start..end].trim_end_matches('.').to_lowercase();
            month(&lower).map_or(Kind::Word, Kind::Month)
        } else if c.is_whitespace() || is_invisible(c) {
            continue;
        } else {
            Kind::Mark(c)
        };
        join_pairs(text, &mut tokens, Token { kind, start, end });
    }
    tokens
}

/// Appends a token; “tháng 8” and two-word Levantine months become one.
fn join_pairs(text: &str, tokens: &mut Vec<Token>, token: Token) {
    if let Some(last) = tokens.last_mut().filter(|last| last.kind == Kind::Word) {
        let first = &text[last.start..last.end];
        let joined = match token.kind {
            Kind::Number(number, 1..=2) if first.eq_ignore_ascii_case("tháng") || first == "Tháng" => Some(number),
            Kind::Word => {
                let second = &text[token.start..token.end];
                PAIRS.iter().find(|pair| pair.0 == first && pair.1 == second).map(|pair| pair.2)
            }
            _ => None,
        };
        if let Some(number) = joined.filter(|number| (1..=12).contains(number)) {
            last.kind = Kind::Month(number);
            last.end = token.end;
            return;
        }
    }
    tokens.push(token);
}

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token],
    order: Order,
}

impl Parser<'_> {
    fn kind(&self, at: usize) -> Kind {
        self.tokens.get(at).map_or(Kind::Mark('\0'), |token| token.kind)
    }

    fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .filter(|token| token.kind == Kind::Word)
            .map_or("", |token| &self.text[token.start..token.end])
    }

    /// Nothing stands between a token and the one before.
    fn attached(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| token.start == self.tokens[at - 1].end)
    }

    /// A date that begins at a token, and the token after it.
    fn date(&self, at: usize) -> Option<(Date, usize)> {
        match self.kind(at) {
            Kind::Number(year, 4) => self.year_first(at, year),
            Kind::Number(number, 1..=3) => self.era(at, number).or_else(|| self.day_first(at, number)),
            Kind::Month(month) => self.month_first(at, month),
            _ => None,
        }
    }

    /// 2020-08-19, 2020年8月19日, 2020. 8. 19, 2020. augusztus 19
    fn year_first(&self, at: usize, year: u32) -> Option<(Date, usize)> {
        let dot = usize::from(self.kind(at + 1) == Kind::Mark('.'));
        if let (Kind::Month(month), Kind::Number(day, 1..=2)) = (self.kind(at + 1 + dot), self.kind(at + 2 + dot)) {
            return Some((Date::day(ce(year), month, day)?, at + 3 + dot));
        }
        let Kind::Mark(mark @ ('-' | '/' | '.' | '年' | '년' | '‐' | '–' | '−')) = self.kind(at + 1) else {
            return None;
        };
        let (Kind::Number(month, 1..=2), Kind::Number(day, 1..=2)) = (self.kind(at + 2), self.kind(at + 4)) else {
            return None;
        };
        let second = self.kind(at + 3);
        let fits = if matches!(mark, '年' | '년') {
            matches!(second, Kind::Mark('月' | '월'))
        } else {
            second == Kind::Mark(mark)
        };
        let closed = matches!(self.kind(at + 5), Kind::Mark('日' | '号' | '號' | '일'));
        Date::day(ce(year), month, day).filter(|_| fits).map(|date| (date, at + 5 + usize::from(closed)))
    }

    /// 民國109年8月19日, 令和2年8月19日
    fn era(&self, at: usize, number: u32) -> Option<(Date, usize)> {
        let before = &self.text[..self.tokens[at].start];
        let eras = [("民國", 1911), ("民国", 1911), ("令和", 2018), ("平成", 1988)];
        let first = eras.iter().find(|era| before.trim_end().ends_with(era.0))?.1;
        if self.kind(at + 1) != Kind::Mark('年') {
            return None;
        }
        self.year_first(at, number + first)
    }

    /// 19.8.2020, 8/19/2020, 19. August 2020, 19 de agosto de 2020, 19.08.20
    fn day_first(&self, at: usize, first: u32) -> Option<(Date, usize)> {
        let mut next = at + 1;
        if let (Kind::Mark(mark @ ('.' | '/' | '-')), Kind::Number(second, 1..=2)) =
            (self.kind(at + 1), self.kind(at + 2))
        {
            if self.kind(at + 3) == Kind::Mark(mark) {
                let year = match self.kind(at + 4) {
                    Kind::Number(year, 4) => ce(year),
                    Kind::Number(year, 2) if mark != '-' && self.kind(at + 5) != Kind::Mark(mark) => 2000 + year,
                    _ => return None,
                };
                let swap = second > 12 || (mark == '/' && first <= 12 && self.order == Order::MonthFirst);
                let (day, month) = if swap { (second, first) } else { (first, second) };
                return Some((Date::day(year, month, day)?, at + 5));
            }
        }
        if matches!(self.kind(next), Kind::Mark('.' | 'º' | 'ª' | '°' | '-' | '/' | 'ο' | 'η')) {
            next += 1;
        }
        // “th”, “er”, “de”, “of”, “do”: at most two short words.
        for _ in 0..2 {
            if (1..=6).contains(&self.word(next).len()) {
                next += 1;
            }
        }
        let Kind::Month(month) = self.kind(next) else { return None };
        self.year_after(next + 1).and_then(|(year, end)| Some((Date::day(year, month, first)?, end)))
    }

    /// August 19, 2020; Aug. 19th 2020
    fn month_first(&self, at: usize, month: u32) -> Option<(Date, usize)> {
        let mut next = at + 1;
        while matches!(self.kind(next), Kind::Mark('.' | '-' | '/')) {
            next += 1;
        }
        let Kind::Number(day, 1..=2) = self.kind(next) else { return None };
        next += 1;
        if self.attached(next) && (1..=3).contains(&self.word(next).len()) {
            next += 1;
        }
        self.year_after(next).and_then(|(year, end)| Some((Date::day(year, month, day)?, end)))
    }

    /// A year after at most three marks and two small words, and the token after it.
    fn year_after(&self, at: usize) -> Option<(u32, usize)> {
        let mut next = at;
        for _ in 0..4 {
            match self.kind(next) {
                Kind::Number(year, 4) => return Some((ce(year), next + 1)),
                Kind::Number(year, 2) if matches!(self.kind(next - 1), Kind::Mark('\'' | '’' | '-')) => {
                    return Some((2000 + year, next + 1))
                }
                Kind::Mark('.' | ',' | '،' | '\'' | '’' | '-' | '/') => next += 1,
                Kind::Word if self.word(next).chars().count() <= 4 => next += 1,
                _ => return None,
            }
        }
        None
    }

    /// Reads a time behind a date into it; the token after what was read.
    fn time(&self, date: &mut Date, from: usize) -> usize {
        /// Tokens between day and time: “, um”, “(星期三)”, “T”.
        const BETWEEN: usize = 5;
        let Some(at) = (from..from + BETWEEN).find(|&at| matches!(self.kind(at), Kind::Number(..))) else {
            return from;
        };
        let far = self.tokens[at].start - self.tokens[from - 1].end > 24;
        let Kind::Number(hour, 1..=2) = self.kind(at) else { return from };
        let mark = self.kind(at + 1);
        let Kind::Number(minute, 2) = self.kind(at + 2) else { return from };
        let colon = matches!(mark, Kind::Mark(':' | '：' | '时' | '時' | '点' | '點' | '시'))
            || self.word(at + 1).eq_ignore_ascii_case("h");
        let dotted = mark == Kind::Mark('.') && self.word(at + 3).eq_ignore_ascii_case("uhr");
        if far || !(colon || dotted) {
            return from;
        }
        let mut next = at + 3;
        let mut second = 0;
        if let (Kind::Mark(':' | '分' | '：'), Kind::Number(value, 2)) = (self.kind(next), self.kind(next + 1)) {
            second = value;
            next += 2;
        }
        if let (Kind::Mark('.'), Kind::Number(_, 3..), true) =
            (self.kind(next), self.kind(next + 1), self.attached(next + 1))
        {
            next += 2;
        }
        let half = self.half(from, at, next);
        let hour = match half {
            Some(true) if hour < 12 => hour + 12,
            Some(false) if hour == 12 => 0,
            _ => hour,
        };
        date.time = clock(hour, minute, second);
        if date.time.is_none() {
            return from;
        }
        self.offset(date, next)
    }

    /// Afternoon (`true`) or morning, if the text around a time says so.
    fn half(&self, from: usize, at: usize, after: usize) -> Option<bool> {
        let before = &self.text[self.tokens[from - 1].end..self.tokens[at].start];
        if before.contains("下午") || before.contains("午後") || before.contains("오후") || before.contains("晚上")
        {
            return Some(true);
        }
        match self.word(after).as_bytes() {
            [b'p' | b'P', b'm' | b'M'] => Some(true),
            [b'a' | b'A', b'm' | b'M'] => Some(false),
            [half @ (b'p' | b'P' | b'a' | b'A')] if self.word(after + 2).eq_ignore_ascii_case("m") => {
                Some(half.eq_ignore_ascii_case(&b'p'))
            }
            _ => None,
        }
    }

    /// Reads `Z`, `GMT`, `+08:00`, `+0800` behind a time.
    fn offset(&self, date: &mut Date, at: usize) -> usize {
        let name = self.word(at);
        if (name == "Z" && self.attached(at)) || name == "UTC" || name == "GMT" {
            date.offset = Some(0);
            return at + 1;
        }
        let sign = match self.kind(at) {
            Kind::Mark('+') => 1,
            Kind::Mark('-' | '−') if self.attached(at) => -1,
            _ => return at,
        };
        let (minutes, next) = match (self.kind(at + 1), self.kind(at + 2), self.kind(at + 3)) {
            (Kind::Number(hours, 2), Kind::Mark(':'), Kind::Number(minutes, 2)) => (hours * 60 + minutes, at + 4),
            (Kind::Number(both, 4), ..) => (both / 100 * 60 + both % 100, at + 2),
            (Kind::Number(hours, 2), ..) => (hours * 60, at + 2),
            _ => return at,
        };
        if !self.attached(at + 1) || minutes > 14 * 60 {
            return at;
        }
        date.offset = Some(sign * minutes as i32);
        next
    }
}

/// Years of the Buddhist era (Thailand) as years of the common era.
fn ce(year: u32) -> u32 {
    if (2500..2643).contains(&year) {
        year - 543
    } else {
        year
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found: Vec<String> = find(text, Order::DayFirst).iter().map(|found| found.date.iso()).collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn finds_dates_of_many_languages() {
        for (text, expected) in [
            ("Published August 19, 2020 at 4:03 pm", "2020-08-19T16:03:00"),
            ("Posted on 19th of Aug. 2020", "2020-08-19"),
            ("Mittwoch, 19. August 2020, 16.03 Uhr", "2020-08-19T16:03:00"),
            ("Stand: 19.08.2020 16:03", "2020-08-19T16:03:00"),
            ("le 1er août 2020 à 16h03", "2020-08-01T16:03:00"),
            ("19 de agosto de 2020", "2020-08-19"),
            ("19 de agosto del 2020", "2020-08-19"),
            ("19 agosto 2020", "2020-08-19"),
            ("19 augustus 2020", "2020-08-19"),
            ("19 augusti 2020 kl. 16:03", "2020-08-19T16:03:00"),
            ("19. elokuuta 2020", "2020-08-19"),
            ("19 sierpnia 2020 r.", "2020-08-19"),
            ("19. 8. 2020", "2020-08-19"),
            ("2020. augusztus 19.", "2020-08-19"),
            ("19 Ağustos 2020 Çarşamba 16:03", "2020-08-19T16:03:00"),
            ("19 Agustus 2020", "2020-08-19"),
            ("ngày 19 tháng 8 năm 2020", "2020-08-19"),
            ("19 Tháng 8, 2020", "2020-08-19"),
            ("19 августа 2020 г. в 16:03", "2020-08-19T16:03:00"),
            ("19 серпня 2020", "2020-08-19"),
            ("19 Αυγούστου 2020", "2020-08-19"),
            ("١٩ أغسطس ٢٠٢٠", "2020-08-19"),
            ("19 تشرين الثاني 2020", "2020-11-19"),
            ("19 באוגוסט 2020", "2020-08-19"),
            ("19 अगस्त 2020", "2020-08-19"),
            ("19 สิงหาคม 2563", "2020-08-19"),
            ("19 ส.ค. 2563", "2020-08-19"),
            ("2020年8月19日（水）16時03分", "2020-08-19T16:03:00"),
            ("發布時間：2020-08-19 16:03:00", "2020-08-19T16:03:00"),
            ("２０２０年０８月１９日 下午4:03", "2020-08-19T16:03:00"),
            ("民國109年8月19日", "2020-08-19"),
            ("令和2年8月19日", "2020-08-19"),
            ("2020. 8. 19. 오후 4:03", "2020-08-19T16:03:00"),
            ("2020년 8월 19일", "2020-08-19"),
            ("19/08/2020 to 21/08/2020", "2020-08-19 2020-08-21"),
            ("08/19/2020", "2020-08-19"),
            ("19-Aug-2020", "2020-08-19"),
            ("19.08.20", "2020-08-19"),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn numbers_that_are_no_dates() {
        for text in [
            "192.168.2.1",
            "version 3.14.15.9",
            "31.02.2020",
            "1/2",
            "page 12 of 2020",
            "+49 30 1234567",
            "3 hours ago",
            "1850-01-01",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn reads_machine_values() {
        for (value, expected) in [
            ("2020-08-19T16:03:00+08:00", "2020-08-19T16:03:00+08:00"),
            ("2020-08-19T16:03:00.123Z", "2020-08-19T16:03:00Z"),
            ("2020-08-19T16:03+0200", "2020-08-19T16:03:00+02:00"),
            ("2020-08-19 16:03:00 -05:00", "2020-08-19T16:03:00"),
            ("Wed, 19 Aug 2020 16:03:00 GMT", "2020-08-19T16:03:00Z"),
            ("20200819", "2020-08-19"),
            ("20200819160300", "2020-08-19T16:03:00"),
            ("1597852980", "2020-08-19T16:03:00Z"),
            ("1597852980000", "2020-08-19T16:03:00Z"),
            ("8/19/2020 4:03:00 PM", "2020-08-19T16:03:00"),
            ("2020-08-19", "2020-08-19"),
        ] {
            assert_eq!(machine(value).map(|date| date.iso()).as_deref(), Some(expected), "{value}");
        }
        for value in ["", "2020", "yesterday", "0001-01-01T00:00:00", "12345"] {
            assert_eq!(machine(value), None, "{value}");
        }
    }

    #[test]
    fn slashes_follow_the_reader() {
        assert_eq!(find("3/4/2021", Order::MonthFirst)[0].date.iso(), "2021-03-04");
        assert_eq!(find("3/4/2021", Order::DayFirst)[0].date.iso(), "2021-04-03");
    }

    #[test]
    fn days_are_counted() {
        let day = |year, month, day| Date::day(year, month, day).unwrap().number();
        assert_eq!(day(2020, 3, 1) - day(2020, 2, 28), 2);
        assert_eq!(day(2021, 1, 1) - day(2020, 12, 31), 1);
        assert_eq!(Date::day(2021, 2, 29), None);
    }
}
