//! Addresses: host, and relative reference resolution (RFC 3986, section 5.2, without
//! normalising what is not needed). Works on text; never fails, an address it cannot read is left as it is.

use std::borrow::Cow;

/// The parts of an address that resolution needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    /// `?…` and `#…` as written.
    tail: &'a str,
}

/// An address as browsers read it before anything else (URL standard, basic URL parser, steps 1 to 3):
/// control characters and blanks at the ends go, tabs and line breaks go wherever they stand.
#[must_use]
pub fn tidy(url: &str) -> Cow<'_, str> {
    let url = url.trim_matches(|c: char| c <= ' ');
    if url.contains(['\t', '\n', '\r']) {
        return Cow::Owned(url.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect());
    }
    Cow::Borrowed(url)
}

/// The scheme browsers see in front of an address, without the colon: as written, or, where tabs and line
/// breaks are scattered through it, from a list of those that matter (`"?"` for others).
#[must_use]
pub fn scheme(url: &str) -> Option<&str> {
    const SCATTERED: [&str; 10] =
        ["http", "https", "mailto", "tel", "javascript", "data", "vbscript", "blob", "file", "about"];
    match tidy(url) {
        Cow::Borrowed(url) => leading_scheme(url),
        Cow::Owned(url) => leading_scheme(&url)
            .map(|scheme| SCATTERED.into_iter().find(|known| scheme.eq_ignore_ascii_case(known)).unwrap_or("?")),
    }
}

fn leading_scheme(url: &str) -> Option<&str> {
    let bytes = url.as_bytes();
    let end = bytes.iter().position(|&byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')))?;
    (bytes[end] == b':' && bytes[0].is_ascii_alphabetic()).then(|| &url[..end])
}

/// Schemes of web addresses, in which browsers read `\\` as `/` (URL standard, “special schemes”).
fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")
}

/// Whether an address leads to the web: it has a scheme of the web, or none.
#[must_use]
pub fn leads_to_web(url: &str) -> bool {
    scheme(url).is_none_or(is_web)
}

fn parts(url: &str) -> Parts<'_> {
    let scheme = leading_scheme(url);
    let rest = scheme.map_or(url, |scheme| &url[scheme.len() + 1..]);
    let (rest, tail) = rest.split_at(first(rest, [b'?', b'#']));
    match rest.strip_prefix("//") {
        Some(after) => {
            let (authority, path) = after.split_at(first(after, [b'/', b'\\']));
            Parts { scheme, authority: Some(authority), path, tail }
        }
        None => Parts { scheme, authority: None, path: rest, tail },
    }
}

/// Where the first of two signs stands, the text's end if neither does.
fn first(text: &str, signs: [u8; 2]) -> usize {
    text.bytes().position(|byte| signs.contains(&byte)).unwrap_or(text.len())
}

/// The host of an absolute or scheme-relative address, without user and port, as written.
#[must_use]
pub fn host(url: &str) -> Option<&str> {
    let authority = parts(url.trim()).authority?;
    let after_user = authority.rsplit('@').next().unwrap_or(authority);
    let host = after_user.split(':').next().unwrap_or(after_user);
    (!host.is_empty()).then_some(host)
}

/// The path of an address, `""` where it has none.
#[must_use]
pub fn path(url: &str) -> &str {
    parts(url.trim()).path
}

/// The part of a host that names the site: the last two labels, three where the second-last is a
/// short public label (`co.uk`, `com.cn`). A heuristic in place of the public suffix list, which is 100 KB.
#[must_use]
pub fn site(host: &str) -> &str {
    let host = host.strip_prefix("www.").unwrap_or(host);
    if host.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return host;
    }
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    let (Some(last), Some(second)) = (dots.next(), dots.next()) else { return host };
    let public =
        matches!(&host[second + 1..last], "co" | "com" | "org" | "net" | "gov" | "edu" | "ac" | "or" | "ne" | "go");
    if public && host.len() - last <= 3 {
        return dots.next().map_or(host, |third| &host[third + 1..]);
    }
    &host[second + 1..]
}

/// Resolves `reference` against `base`. Without a usable base the reference is given back tidied.
#[must_use]
pub fn join(base: &str, reference: &str) -> String {
    let (base, reference) = (tidy(base), tidy(reference));
    let from = parts(&base);
    let reference = slashed(reference, from.scheme);
    let to = parts(&reference);
    let Some(scheme) = from.scheme.filter(|_| to.scheme.is_none() && from.authority.is_some()) else {
        return reference.into_owned();
    };
    let mut out = format!("{scheme}:");
    if let Some(authority) = to.authority.or(from.authority) {
        out.push_str("//");
        out.push_str(authority);
    }
    if to.authority.is_some() {
        push_path(&mut out, to.path);
    } else if to.path.is_empty() {
        out.push_str(from.path);
        if to.tail.is_empty() || to.tail.starts_with('#') {
            out.push_str(from.tail.split('#').next().unwrap_or(""));
        }
    } else if to.path.starts_with('/') {
        push_path(&mut out, to.path);
    } else {
        let directory = from.path.rfind('/').map_or("/", |at| &from.path[..=at]);
        push_path(&mut out, &format!("{directory}{}", to.path));
    }
    out.push_str(to.tail);
    out
}

/// The reference with the slashes browsers read in a web address: `https:\\host`, `https:host` and
/// `https:///host` are `https://host`, `http:path` below an `http` page is `path`.
fn slashed<'a>(reference: Cow<'a, str>, base_scheme: Option<&str>) -> Cow<'a, str> {
    let own = leading_scheme(&reference);
    if !own.or(base_scheme).is_some_and(is_web) {
        return reference;
    }
    let rest = own.map_or(&*reference, |scheme| &reference[scheme.len() + 1..]);
    let (path, tail) = rest.split_at(first(rest, [b'?', b'#']));
    let path = path.replace('\\', "/");
    let web = match own {
        Some(own) if path.starts_with('/') || !base_scheme.is_some_and(|base| own.eq_ignore_ascii_case(base)) => {
            format!("{}://{}{tail}", own.to_ascii_lowercase(), path.trim_start_matches('/'))
        }
        _ if path.starts_with("//") => format!("//{}{tail}", path.trim_start_matches('/')),
        _ => format!("{path}{tail}"),
    };
    if web == *reference {
        reference
    } else {
        Cow::Owned(web)
    }
}

/// Appends a path with its `.` and `..` segments resolved.
fn push_path(out: &mut String, path: &str) {
    if !path.contains("/.") {
        out.push_str(path);
        return;
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.split('/').skip(1).peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." => {}
            ".." => {
                kept.pop();
            }
            _ => {
                kept.push(segment);
                continue;
            }
        }
        if last {
            kept.push("");
        }
    }
    for segment in kept {
        out.push('/');
        out.push_str(segment);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_the_examples_of_rfc_3986() {
        let base = "http://a/b/c/d;p?q";
        for (reference, expected) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"),
            ("mailto:x@y", "mailto:x@y"),
        ] {
            assert_eq!(join(base, reference), expected, "{reference}");
        }
        assert_eq!(join("", " /x "), "/x");
    }

    #[test]
    fn reads_schemes_as_browsers_do() {
        for (url, expected) in [
            ("javascript:alert(1)", Some("javascript")),
            ("java\tscript:alert(1)", Some("javascript")),
            (" \u{1}\u{1f}java\r\nscript\n:alert(1)", Some("javascript")),
            ("JaVaScRiPt:x", Some("JaVaScRiPt")),
            ("data:text/html,x", Some("data")),
            ("x-y\n:z", Some("?")),
            ("java script:x", None),
            ("\u{a0}javascript:x", None),
            ("/javascript:x", None),
            ("?javascript:x", None),
            ("1a:x", None),
            ("jаvascript:x", None),
        ] {
            assert_eq!(scheme(url), expected, "{url:?}");
        }
    }

    #[test]
    fn reads_slashes_as_browsers_do() {
        for (reference, expected) in [
            ("//evil.test/x", "https://evil.test/x"),
            ("\\\\evil.test\\x?a\\b", "https://evil.test/x?a\\b"),
            ("/\\evil.test", "https://evil.test"),
            ("///evil.test", "https://evil.test"),
            ("https:evil", "https://a.test/d/evil"),
            ("http:evil", "http://evil"),
            ("HTTPS:\\\\b.test", "https://b.test"),
            ("https:///b.test/x", "https://b.test/x"),
            ("x\\y", "https://a.test/d/x/y"),
            ("\tx\n/y ", "https://a.test/d/x/y"),
        ] {
            assert_eq!(join("https://a.test/d/e", reference), expected, "{reference:?}");
        }
        assert_eq!(join("about:blank", "x"), "x");
        assert_eq!(join("javascript:1", "x"), "x");
    }

    #[test]
    fn finds_hosts_and_sites() {
        assert_eq!(host("https://user@www.news.co.uk:8080/x"), Some("www.news.co.uk"));
        assert_eq!(host("/local"), None);
        assert_eq!(host("javascript:void(0)"), None);
        assert_eq!(site("www.news.co.uk"), "news.co.uk");
        assert_eq!(site("blog.kernel.org"), "kernel.org");
        assert_eq!(site("127.0.0.1"), "127.0.0.1");
    }
}
