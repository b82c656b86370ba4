//! Addresses: host, and relative reference resolution (RFC 3986, section 5.2, without
//! normalising what is not needed). Works on text; never fails, an address it cannot read is left as it is.

/// The parts of an address that resolution needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    /// `?…` and `#…` as written.
    tail: &'a str,
}

/// The scheme in front of an address, without the colon.
#[must_use]
pub fn scheme(url: &str) -> Option<&str> {
    let end = url.find([':', '/', '?', '#'])?;
    let name = &url[..end];
    let valid = url[end..].starts_with(':')
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    valid.then_some(name)
}

fn parts(url: &str) -> Parts<'_> {
    let scheme = scheme(url);
    let rest = scheme.map_or(url, |scheme| &url[scheme.len() + 1..]);
    let (rest, tail) = rest.split_at(rest.find(['?', '#']).unwrap_or(rest.len()));
    match rest.strip_prefix("//") {
        Some(after) => {
            let (authority, path) = after.split_at(after.find(['/', '\\']).unwrap_or(after.len()));
            Parts { scheme, authority: Some(authority), path, tail }
        }
        None => Parts { scheme, authority: None, path: rest, tail },
    }
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
    let public = matches!(&host[second + 1..last], "co" | "com" | "org" | "net" | "gov" | "edu" | "ac" | "or" | "ne" | "go");
    if public && host.len() - last <= 3 {
        return dots.next().map_or(host, |third| &host[third + 1..]);
    }
    &host[second + 1..]
}

/// Resolves `reference` against `base`. Without a usable base the reference is given back trimmed.
#[must_use]
pub fn join(base: &str, reference: &str) -> String {
    let reference = reference.trim();
    let (to, from) = (parts(reference), parts(base));
    let Some(scheme) = from.scheme.filter(|_| to.scheme.is_none()) else { return reference.to_string() };
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
    fn finds_hosts_and_sites() {
        assert_eq!(host("https://user@www.news.co.uk:8080/x"), Some("www.news.co.uk"));
        assert_eq!(host("/local"), None);
        assert_eq!(host("javascript:void(0)"), None);
        assert_eq!(site("www.news.co.uk"), "news.co.uk");
        assert_eq!(site("blog.kernel.org"), "kernel.org");
        assert_eq!(site("127.0.0.1"), "127.0.0.1");
    }
}
