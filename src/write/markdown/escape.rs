//! Words and addresses that parse back to themselves.

/// Where words stand.
#[derive(Clone, Copy, Default, Debug)]
pub struct Place {
    /// At the beginning of a line.
    pub line_start: bool,
    /// In a link's text or a picture's alternative.
    pub bracketed: bool,
    /// In a cell.
    pub cell: bool,
    /// The document has formulas: a dollar sign could begin one.
    pub maths: bool,
}

/// Signs that may be markup within a line.
fn is_sign(byte: u8) -> bool {
    matches!(byte, b'\\' | b'`' | b'*' | b'<' | b'~' | b'_' | b'[' | b']' | b'!' | b'|' | b'$' | b'&')
}

/// Appends words; `next` is the character that follows them.
pub fn words(out: &mut String, text: &str, next: Option<char>, place: Place) {
    let begin = if place.line_start { None } else { out.chars().next_back() };
    if place.line_start {
        if let Some(at) = block_sign(text) {
            words(out, &text[..at], None, Place { line_start: false, ..place });
            out.push('\\');
            return words(out, &text[at..], next, Place { line_start: false, ..place });
        }
    }
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate().filter(|&(_, byte)| is_sign(byte)) {
        let before = || text[..at].chars().next_back().or(begin);
        let after = text[at + 1..].chars().next().or(next);
        let is_markup = match byte {
            b'_' => !(word(before()) && word(after)),
            b'[' => place.bracketed || matches!(after, Some('^' | ' ' | 'x' | 'X')),
            b']' => place.bracketed || matches!(after, Some('(' | '[' | ':') | None),
            b'!' => matches!(after, Some('[') | None),
            b'|' => place.cell,
            b'$' => place.maths || text.matches('$').nth(1).is_some(),
            b'&' => is_entity(&text[at..]) || (at + 1 == text.len() && next.is_some()),
            _ => true,
        };
        if is_markup {
            out.push_str(&text[from..at]);
            out.push('\\');
            from = at;
        }
    }
    out.push_str(&text[from..]);
}

/// Where a sign at the beginning of a line would begin a block.
fn block_sign(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text[digits..].chars().next()? {
        '.' | ')' if (1..=9).contains(&digits) => Some(digits),
        '#' | '+' | '-' | '>' | '=' | ':' | '|' if digits == 0 => Some(0),
        _ => None,
    }
}

/// `&name;` or `&#1;` begins.
fn is_entity(text: &str) -> bool {
    let name = text[1..].trim_start_matches('#');
    let end = name.bytes().take(40).take_while(u8::is_ascii_alphanumeric).count();
    end > 0 && name[end..].starts_with(';')
}

/// Appends a link's address. Addresses hold no white space, quotes, angles or backslashes
/// (see [`address`](crate::write::address)).
pub fn address(out: &mut String, address: &str, cell: bool) {
    let balanced = is_balanced(address);
    for (at, c) in address.char_indices() {
        match c {
            '(' | ')' if !balanced => out.push('\\'),
            '|' if cell => out.push('\\'),
            '&' if is_entity(&address[at..]) => out.push('\\'),
            _ => {}
        }
        out.push(c);
    }
}

fn is_balanced(address: &str) -> bool {
    /// Parentheses in one another that every parser allows.
    const DEEPEST: i32 = 3;
    let mut depth = 0;
    for byte in address.bytes() {
        depth += i32::from(byte == b'(') - i32::from(byte == b')');
        if !(0..=DEEPEST).contains(&depth) {
            return false;
        }
    }
    depth == 0
}

/// TeX that means the same and holds nothing a Markdown parser without maths would take for markup.
#[must_use]
pub fn tex(tex: &str, cell: bool) -> String {
    let mut out = tex
        .replace('<', "\\lt ")
        .replace("](", "] (")
        .replace("][", "] [")
        .replace("]:", "] :")
        .replace("![", "! [")
        .replace('`', "'");
    if cell {
        out = out.replace("\\|", "\\Vert ").replace('|', "\\vert ").replace('\n', " ");
    }
    out.trim().to_string()
}

/// Whether TeX can stand between dollar signs.
#[must_use]
pub fn is_safe_tex(tex: &str) -> bool {
    let mut depth = 0;
    let mut escaped = false;
    for c in tex.chars() {
        match c {
            '\\' if !escaped => {
                escaped = true;
                continue;
            }
            '{' if !escaped => depth += 1,
            '}' if !escaped => depth -= 1,
            '$' => return false,
            _ => {}
        }
        escaped = false;
        if depth < 0 {
            return false;
        }
    }
    depth == 0 && !escaped && !tex.trim().is_empty()
}
