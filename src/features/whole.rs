//! Features of the page as a whole, the same for each of its blocks, and a block's likeness to
//! what the page says of itself.

use super::{bit, log, Sink, View};
use crate::attr::AttrName;
use crate::scene::inside;
use crate::sums::{ratio, Counts};
use crate::tag::Tag;
use crate::text;
use crate::url;

/// Types of schema.org that tell what a page is about (schema.org, hierarchy of CreativeWork, Product, …).
const TYPES: [(&str, &[&str]); 6] = [
    ("ld_article", &["Article", "NewsArticle", "BlogPosting", "Report", "TechArticle", "ScholarlyArticle"]),
    ("ld_product", &["Product", "Offer", "ProductGroup", "AggregateOffer"]),
    ("ld_thread", &["DiscussionForumPosting", "QAPage", "Question", "Comment"]),
    ("ld_list", &["CollectionPage", "ItemList", "SearchResultsPage", "OfferCatalog"]),
    ("ld_place", &["LocalBusiness", "Organization", "Service", "Restaurant", "Store"]),
    ("ld_crumbs", &["BreadcrumbList"]),
];

/// Features of the page, and the word sets blocks are compared with.
pub(super) struct Whole {
    pub(super) values: Vec<(&'static str, f32)>,
    title: Vec<u32>,
    description: Vec<u32>,
}

impl Whole {
    pub(super) fn of(view: View<'_>) -> Whole {
        let mut whole = Whole { values: Vec::new(), title: title_words(view), description: Vec::new() };
        let description = view.head.get("description").or_else(|| view.head.get("og:description")).unwrap_or("");
        whole.description = word_set(description);
        whole.count(view);
        whole.address(view);
        whole.statements(view);
        whole
    }

    fn count(&mut self, view: View<'_>) {
        let View { page, sums, scene, .. } = view;
        let all = if page.is_empty() { Counts::default() } else { sums.subtree(page, page.body()) };
        let blocks = &scene.blocks;
        let longest = blocks.iter().map(|block| block.counts.text.len).max().unwrap_or(0);
        let long =
            blocks.iter().filter(|block| block.counts.text.len >= 120 && block.counts.link_density() < 0.3).count();
        let best = if page.is_empty() { Counts::default() } else { sums.subtree(page, scene.best) };
        let in_bits = |bits| {
            blocks
                .iter()
                .filter(|block| scene.inside[block.start as usize] & bits != 0)
                .map(|block| block.counts.text.len)
                .sum::<u32>()
        };
        let twins = blocks
            .iter()
            .filter(|block| page.ancestors(block.start).take(6).any(|row| scene.twins[row as usize] >= 5))
            .map(|block| block.counts.text.len)
            .sum::<u32>();
        let len = all.text.len;
        self.values.extend([
            ("page_len", log(len)),
            ("page_blocks", log(blocks.len() as u32)),
            ("page_links", all.link_density()),
            ("page_long", ratio(all.long_len, len)),
            ("page_longest", log(longest)),
            ("page_running", log(long as u32)),
            ("page_stops", ratio(all.text.stops, all.text.words)),
            ("page_wide", ratio(all.text.wide, len)),
            ("page_hidden", ratio(all.hidden_len, len)),
            ("page_images", log(all.images)),
            ("page_images_per_len", all.images as f32 / (len.max(1) as f32 / 1000.0)),
            ("page_controls", log(all.controls)),
            ("page_headings", log(all.headings)),
            ("page_paras", log(all.paras)),
            ("page_items", log(all.items)),
            ("page_best_share", ratio(best.text.len, len)),
            ("page_best_len", log(best.text.len)),
            ("page_best_links", best.link_density()),
            ("page_best_paras", log(best.paras)),
            ("page_best_images", log(best.images)),
            ("page_article_share", ratio(in_bits(inside::ARTICLE), len)),
            ("page_main_share", ratio(in_bits(inside::MAIN), len)),
            ("page_list_share", ratio(in_bits(inside::LIST), len)),
            ("page_table_share", ratio(in_bits(inside::TABLE), len)),
            ("page_twins_share", ratio(twins, len)),
            ("page_articles", log(page.rows_of(Tag::Article).count() as u32)),
            ("page_h1", log(page.rows_of(Tag::H1).count() as u32)),
            ("page_pre", log(page.rows_of(Tag::Pre).count() as u32)),
            ("page_times", log(page.rows_of(Tag::Time).count() as u32)),
            ("page_buttons", log(page.rows_of(Tag::Button).count() as u32)),
        ]);
    }

    /// What the address looks like: articles have long, hyphenated last parts.
    fn address(&mut self, view: View<'_>) {
        let path = view.head.url.as_deref().map_or("", url::path);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let last = parts.last().copied().unwrap_or("");
        self.values.extend([
            ("url_parts", parts.len() as f32),
            ("url_last", last.len() as f32),
            ("url_hyphens", last.matches(['-', '_']).count() as f32),
            ("url_digits", path.bytes().filter(u8::is_ascii_digit).count() as f32),
        ]);
    }

    fn statements(&mut self, view: View<'_>) {
        let head = view.head;
        let og = head.get("og:type").unwrap_or("");
        self.values.extend([
            ("og_article", bit(og.contains("article"))),
            ("og_product", bit(og.contains("product"))),
            ("dated", bit(head.get("article:published_time").is_some())),
            ("title_words", self.title.len() as f32),
            ("described", log(self.description.len() as u32)),
        ]);
        for (name, types) in TYPES {
            let stated = head
                .json_ld
                .iter()
                .filter_map(|&row| view.page.attr(row, AttrName::RawText))
                .any(|json| states_type(json, types));
            self.values.push((name, bit(stated)));
        }
    }

    pub(super) fn put(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        for &(name, value) in &self.values {
            sink.put(name, value);
        }
        /// Words of a block that are compared; enough to tell likeness.
        const WORDS: usize = 60;
        let (mut words, mut in_title, mut in_description) = (0u32, 0, 0);
        for word in text::words(view.scene.block_text(view.page, at)).take(WORDS) {
            words += 1;
            in_title += u32::from(self.title.binary_search(&word).is_ok());
            in_description += u32::from(self.description.binary_search(&word).is_ok());
        }
        sink.put("title_likeness", ratio(in_title, words));
        sink.put("title_covered", ratio(in_title, self.title.len() as u32));
        sink.put("description_likeness", ratio(in_description, words));
        sink.put("description_covered", ratio(in_description, self.description.len() as u32));
    }
}

/// Whether a JSON-LD text states one of these types, without reading the JSON.
fn states_type(json: &str, types: &[&str]) -> bool {
    json.match_indices("\"@type\"").any(|(at, key)| {
        let rest = &json[at + key.len()..];
        let value = rest.get(..rest.find(['}', '{']).unwrap_or(rest.len())).unwrap_or("");
        let value = value.trim_start_matches([':', ' ', '\n', '\t', '[']);
        types.iter().any(|kind| {
            value.strip_prefix('"').is_some_and(|v| v.strip_prefix(kind).is_some_and(|v| v.starts_with('"')))
        })
    })
}

fn word_set(text: &str) -> Vec<u32> {
    let mut words: Vec<u32> = text::words(text).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn title_words(view: View<'_>) -> Vec<u32> {
    let stated = view.head.get("og:title").or(view.head.title.as_deref()).unwrap_or("");
    word_set(stated)
}

/// The block that is most likely the page's main heading: an h1 or h2, or a block early on, that says
/// what the page's title says.
pub(super) fn title_block(view: View<'_>) -> Option<usize> {
    let stated =
        word_set(&[view.head.title.as_deref().unwrap_or(""), view.head.get("og:title").unwrap_or("")].join(" "));
    let mut best = (0.0, None);
    for (at, block) in view.scene.blocks.iter().enumerate() {
        if block.counts.text.len > 600 {
            continue;
        }
        let level = view.page.tag[block.host as usize].heading_level();
        let words = word_set(view.scene.block_text(view.page, at));
        if words.is_empty() {
            continue;
        }
        let shared = words.iter().filter(|word| stated.binary_search(word).is_ok()).count() as f32;
        let likeness = shared / words.len() as f32 * (shared / stated.len().max(1) as f32).sqrt();
        let rank = match level {
            1 => 0.5,
            2 => 0.25,
            3 => 0.1,
            _ => 0.0,
        };
        let score = likeness + rank * if likeness > 0.0 { 1.0 } else { 0.5 };
        if score > best.0 + 0.01 && score >= 0.25 {
            best = (score, Some(at));
        }
    }
    best.1
}
