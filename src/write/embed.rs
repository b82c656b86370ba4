//! Players → links: sound, film and the embeds of well-known services, told by the shape of their
//! addresses. Other frames are not content.

use super::address;
use super::media::lazy;
use super::names::{percent_decoded, rest};
use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;
use crate::url;

/// What a player plays.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Embed {
    /// Page or file that plays.
    pub href: String,
    /// What the page calls it, else its address without scheme.
    pub title: String,
    /// A still.
    pub image: Option<String>,
}

/// Where an address keeps the id.
enum At {
    /// The path's piece after the prefix.
    Path,
    /// A query argument.
    Query(&'static str),
    /// A query argument that is itself the address.
    Address(&'static str),
}

use At::{Address, Path, Query};

/// Host (or its parent), prefix of the path, where the id is, what stands before and after it in the
/// address of the page. From the services' own embed codes.
const SERVICES: &[(&str, &str, At, &str, &str)] = &[
    ("youtube.com", "/embed/", Path, "https://www.youtube.com/watch?v=", ""),
    ("youtube-nocookie.com", "/embed/", Path, "https://www.youtube.com/watch?v=", ""),
    ("youtube.com", "/v/", Path, "https://www.youtube.com/watch?v=", ""),
    ("youtube.com", "/watch", Query("v"), "https://www.youtube.com/watch?v=", ""),
    ("youtu.be", "/", Path, "https://www.youtube.com/watch?v=", ""),
    ("player.vimeo.com", "/video/", Path, "https://vimeo.com/", ""),
    ("dailymotion.com", "/embed/video/", Path, "https://www.dailymotion.com/video/", ""),
    ("geo.dailymotion.com", "/player", Query("video"), "https://www.dailymotion.com/video/", ""),
    ("w.soundcloud.com", "/player", Address("url"), "", ""),
    ("open.spotify.com", "/embed/track/", Path, "https://open.spotify.com/track/", ""),
    ("open.spotify.com", "/embed/episode/", Path, "https://open.spotify.com/episode/", ""),
    ("open.spotify.com", "/embed/album/", Path, "https://open.spotify.com/album/", ""),
    ("open.spotify.com", "/embed/playlist/", Path, "https://open.spotify.com/playlist/", ""),
    ("open.spotify.com", "/embed/show/", Path, "https://open.spotify.com/show/", ""),
    ("player.bilibili.com", "/player.html", Query("bvid"), "https://www.bilibili.com/video/", ""),
    ("player.bilibili.com", "/player.html", Query("aid"), "https://www.bilibili.com/video/av", ""),
    ("v.qq.com", "/txp/iframe/player.html", Query("vid"), "https://v.qq.com/x/page/", ".html"),
    ("player.youku.com", "/embed/", Path, "https://v.youku.com/v_show/id_", ".html"),
    ("platform.twitter.com", "/embed/", Query("id"), "https://x.com/i/status/", ""),
    ("facebook.com", "/plugins/", Address("href"), "", ""),
    ("instagram.com", "/p/", Path, "https://www.instagram.com/p/", "/"),
    ("tiktok.com", "/embed/v2/", Path, "https://www.tiktok.com/@/video/", ""),
    ("tiktok.com", "/embed/", Path, "https://www.tiktok.com/@/video/", ""),
    ("embed.ted.com", "/talks/", Path, "https://www.ted.com/talks/", ""),
    ("player.twitch.tv", "/", Query("video"), "https://www.twitch.tv/videos/", ""),
    ("streamable.com", "/e/", Path, "https://streamable.com/", ""),
    ("loom.com", "/embed/", Path, "https://www.loom.com/share/", ""),
    ("rumble.com", "/embed/", Path, "https://rumble.com/embed/", ""),
    ("fast.wistia.net", "/embed/iframe/", Path, "https://fast.wistia.net/embed/iframe/", ""),
];
/// Hosts whose frames are the page itself.
const PAGES: &[(&str, &str)] = &[
    ("x.com", "/"),
    ("twitter.com", "/"),
    ("google.com", "/maps/embed"),
    ("openstreetmap.org", "/export/embed.html"),
    ("embed.podcasts.apple.com", "/"),
    ("archive.org", "/embed/"),
    ("codepen.io", "/"),
];

/// The player at a row, if it is one.
#[must_use]
pub fn embed(page: &Page, row: Row, base: &str) -> Option<Embed> {
    let tag = page.tag[row as usize];
    let named =
        [AttrName::Title, AttrName::AriaLabel].iter().find_map(|&name| page.attr(row, name)).map(crate::text::collapse);
    let mut image = None;
    let href = match tag {
        Tag::Iframe | Tag::Embed => {
            let own =
                |name: AttrName| page.attr(row, name).filter(|src| !src.trim().is_empty() && *src != "about:blank");
            let src = [AttrName::Src, AttrName::DataSrc, AttrName::DataLazySrc].into_iter().find_map(own)?;
            service(&address::link(base, src)?)?
        }
        Tag::Video | Tag::Audio => {
            image = page.attr(row, AttrName::Poster).and_then(|poster| address::image(base, poster));
            file(page, row, base)?
        }
        Tag::Other => {
            let id = rest(page, row, "videoid").filter(|id| is_id(id))?;
            format!("https://www.youtube.com/watch?v={id}")
        }
        _ => return None,
    };
    let still = href
        .strip_prefix("https://www.youtube.com/watch?v=")
        .map(|id| format!("https://i.ytimg.com/vi/{id}/hqdefault.jpg"));
    let shown = href.split_once("://").map_or(href.as_str(), |(_, rest)| rest);
    let title = named.filter(|title| !title.is_empty()).unwrap_or_else(|| percent_decoded(shown));
    Some(Embed { image: image.or(still), title, href })
}

/// The file a `video` or `audio` plays.
fn file(page: &Page, row: Row, base: &str) -> Option<String> {
    /// Rows inside that are looked at; sources come first.
    const INSIDE: Row = 40;
    let end = page.end[row as usize].min(row + INSIDE);
    let sources = (row + 1..end).filter(|&at| page.tag[at as usize] == Tag::Source);
    let src = std::iter::once(row)
        .chain(sources)
        .find_map(|at| page.attr(at, AttrName::Src).or_else(|| page.attr(at, AttrName::DataSrc)))?;
    address::link(base, src).filter(|href| url::host(href).is_some())
}

/// The page of a well-known service that a frame's address stands for.
fn service(src: &str) -> Option<String> {
    let host = url::host(src)?.to_ascii_lowercase();
    let path = url::path(src);
    let below = |parent: &str| host == parent || host.strip_suffix(parent).is_some_and(|sub| sub.ends_with('.'));
    let query = |name: &str| {
        let all = src.split_once('?')?.1.split('#').next()?;
        let value = all.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))?;
        Some(percent_decoded(value))
    };
    for (parent, prefix, at, before, after) in SERVICES {
        let Some(tail) = path.strip_prefix(prefix).filter(|_| below(parent)) else { continue };
        let id = match at {
            Path => Some(tail.split('/').next().unwrap_or("").to_string()),
            Query(name) => query(name),
            Address(name) => {
                let target = query(name)
                    .and_then(|target| address::link("", &target))
                    .filter(|target| url::host(target).is_some());
                if target.is_some() {
                    return target;
                }
                None
            }
        };
        if let Some(id) = id.filter(|id| is_id(id)) {
            return Some(format!("{before}{id}{after}"));
        }
    }
    PAGES.iter().any(|(parent, prefix)| below(parent) && path.starts_with(prefix)).then(|| src.to_string())
}

/// Letters, digits and the marks ids have.
fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 100
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

/// Whether a row is a picture-like thing that [`embed`] or the media modules could write.
#[must_use]
pub fn is_player(page: &Page, row: Row) -> bool {
    match page.tag[row as usize] {
        Tag::Iframe | Tag::Embed | Tag::Video | Tag::Audio => true,
        Tag::Other => rest(page, row, "videoid").is_some(),
        _ => false,
    }
}

/// Whether the picture in a `noscript` beside a player is only its fallback.
#[must_use]
pub fn is_fallback(page: &Page, row: Row) -> bool {
    lazy::noscript(page, row).is_some()
        && page.ancestors(row).take(1).any(|up| matches!(page.tag[up as usize], Tag::Video | Tag::Audio))
}

#[cfg(test)]
mod tests {
    use super::service;

    #[test]
    fn knows_services_by_their_addresses() {
        for (src, page) in [
            ("https://www.youtube-nocookie.com/embed/a_B-9?rel=0", Some("https://www.youtube.com/watch?v=a_B-9")),
            ("https://player.vimeo.com/video/457?h=a2", Some("https://vimeo.com/457")),
            (
                "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1&color=x",
                Some("https://api.soundcloud.com/tracks/1"),
            ),
            ("https://w.soundcloud.com/player/?url=javascript%3Aalert(1)", None),
            ("https://player.bilibili.com/player.html?aid=9&bvid=BV1x", Some("https://www.bilibili.com/video/BV1x")),
            ("https://www.youtube.com/embed/%22onload%3D", None),
            ("https://notyoutube.com/embed/x", None),
            ("https://ads.test/frame", None),
        ] {
            assert_eq!(service(src).as_deref(), page, "{src}");
        }
    }
}
