//! The picture that stands for the article.

use super::view::View;
use super::zone;
use super::Origin;
use crate::attr::AttrName;
use crate::page::Row;
use crate::tag::Tag;
use crate::url;

/// `og:image`, the JSON-LD image, `twitter:image`, else the largest picture of the article.
pub fn read(view: &View<'_>) -> Option<(String, Origin)> {
    let head = view.head;
    let ld = view.ld.article().and_then(|thing| thing.image.as_deref());
    let meta = |name| head.get(name);
    let stated = [
        (meta("og:image:secure_url").or_else(|| meta("og:image")).or_else(|| meta("og:image:url")), Origin::Meta),
        (ld, Origin::JsonLd),
        (meta("twitter:image").or_else(|| meta("twitter:image:src")).or_else(|| meta("thumbnail")), Origin::Meta),
        (head.link("image_src"), Origin::Meta),
    ];
    let stated = stated.into_iter().find_map(|(address, origin)| Some((usable(address?)?, origin)));
    let (address, origin) = stated.or_else(|| Some((largest(view)?, Origin::Dom)))?;
    Some((url::join(head.base.as_deref().unwrap_or(""), address), origin))
}

/// Addresses of real pictures: of the web, no blank.
fn usable(address: &str) -> Option<&str> {
    let address = address.trim();
    (!address.is_empty() && url::leads_to_web(address)).then_some(address)
}

/// The largest picture between the article's first and last line, the first of those without sizes.
fn largest<'v>(view: &'v View<'_>) -> Option<&'v str> {
    /// CSS px of width and height below which a picture is an icon.
    const ICON: u32 = 100;
    let (first, last) = (view.content.first()?.0, view.content.last()?.1);
    let size =
        |row: Row, name| view.page.attr(row, name).and_then(|value| value.trim_end_matches("px").parse::<u32>().ok());
    let mut best: Option<(u32, &str)> = None;
    for row in view
        .page
        .rows_of(Tag::Img)
        .filter(|&row| (first..last).contains(&row) && view.zone(row) & (zone::FURNITURE | zone::SPAM) == 0)
    {
        let names = [AttrName::DataSrc, AttrName::DataOriginal, AttrName::DataLazySrc, AttrName::Src];
        let Some(address) = names.into_iter().filter_map(|name| view.page.attr(row, name)).find_map(usable) else {
            continue;
        };
        let (width, height) = match view.page.rect(row) {
            Some([_, _, width, height]) => (Some(width as u32), Some(height as u32)),
            None => (size(row, AttrName::Width), size(row, AttrName::Height)),
        };
        if width.is_some_and(|px| px < ICON) || height.is_some_and(|px| px < ICON) {
            continue;
        }
        let area = width.unwrap_or(0).saturating_mul(height.unwrap_or(0));
        if best.is_none_or(|best| area > best.0) {
            best = Some((area, address));
        }
    }
    best.map(|best| best.1)
}
