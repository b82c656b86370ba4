//! Links that share a page or lead to a profile on a social network, by their addresses.

use crate::url;

/// Sites where people share pages or keep profiles.
const SITES: &[&str] = &[
    "facebook.com",
    "fb.com",
    "twitter.com",
    "x.com",
    "instagram.com",
    "linkedin.com",
    "pinterest.com",
    "reddit.com",
    "whatsapp.com",
    "wa.me",
    "t.me",
    "telegram.me",
    "telegram.org",
    "tumblr.com",
    "vk.com",
    "vkontakte.ru",
    "ok.ru",
    "odnoklassniki.ru",
    "xing.com",
    "getpocket.com",
    "flipboard.com",
    "line.me",
    "hatena.ne.jp",
    "weibo.com",
    "weibo.cn",
    "qq.com",
    "qzone.com",
    "douban.com",
    "renren.com",
    "snapchat.com",
    "tiktok.com",
    "youtube.com",
    "threads.net",
    "bsky.app",
    "stumbleupon.com",
    "delicious.com",
    "digg.com",
    "diigo.com",
    "instapaper.com",
    "plus.google.com",
    "addtoany.com",
    "addthis.com",
    "ycombinator.com",
    "mix.com",
    "viber.com",
    "livejournal.com",
    "wykop.pl",
    "meneame.net",
    "kakao.com",
    "naver.com",
    "mastodon.social",
    "flickr.com",
    "vimeo.com",
    "twitch.tv",
    "discord.gg",
    "medium.com",
    "evernote.com",
];

/// What a person does with a link.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Social {
    /// Shares this page.
    Share,
    /// Visits a profile.
    Follow,
    /// Something else.
    No,
}

/// Words in path or query of an address that shares.
const ACTIONS: &[&str] = &[
    "share",
    "intent/",
    "submit",
    "pin/create",
    "/save",
    "cws/",
    "send?",
    "addtoany",
    "dialog/feed",
    "/add?",
    "bookmark",
    "/post?",
    "widgets/link",
    "/edit?url",
    "reblog",
];

/// What an address is for.
#[must_use]
pub fn of(href: &str) -> Social {
    let href = href.trim();
    if ["whatsapp:", "fb-messenger:", "viber:", "tg:", "mailto:?"].iter().any(|scheme| starts(href, scheme))
        || href.contains("?share=")
    {
        return Social::Share;
    }
    let Some(host) = url::host(href) else { return Social::No };
    if !SITES.contains(&url::site(host)) && !SITES.contains(&host) {
        return Social::No;
    }
    let rest = &href[href.find(host).map_or(0, |at| at + host.len())..];
    let rest = rest.get(..80).unwrap_or(rest);
    if host.starts_with("share.") || ACTIONS.iter().any(|action| rest.contains(action)) {
        Social::Share
    } else {
        Social::Follow
    }
}

fn starts(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_sharing_from_following() {
        for (href, social) in [
            ("https://www.facebook.com/sharer/sharer.php?u=x", Social::Share),
            ("//twitter.com/intent/tweet?text=x", Social::Share),
            ("http://pinterest.com/pin/create/button/?url=x", Social::Share),
            ("whatsapp://send?text=x", Social::Share),
            ("MAILTO:?subject=x", Social::Share),
            ("https://site.test/post/?share=reddit", Social::Share),
            ("https://api.whatsapp.com/send?text=x", Social::Share),
            ("https://www.instagram.com/someone/", Social::Follow),
            ("mailto:editor@site.test", Social::No),
            ("https://www.google.com/search?q=share", Social::No),
            ("/share", Social::No),
            ("https://news.example/facebook.com/sharer", Social::No),
        ] {
            assert_eq!(of(href), social, "{href}");
        }
    }
}
