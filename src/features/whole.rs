//! Features of the page as a whole, the same for each of its blocks, and a block's likeness to
//! what the page says of itself.

use super::series::Series;
use super::share::Share;
use super::{bit, log, Sink, View};
use crate::attr::AttrName;
use crate::cue;
use crate::lexicon::named;
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

/// Names of what addresses say of the page's kind ([`named::KINDS`]).
const ADDRESS: [&str; named::KINDS.len()] = ["url_thread", "url_product", "url_docs", "url_list", "url_offer"];

/// Features of the page, and the word sets blocks are compared with.
pub(super) struct Whole {
    pub(super) values: Vec<(&'static str, f32)>,
    /// How many of them blocks are judged by; the others only tell the kind of page.
    shared: usize,
    title: Vec<u32>,
    description: Vec<u32>,
}

impl Whole {
    #[inline(never)]
    pub(super) fn of(view: View<'_>, series: &Series) -> Whole {
        let description = view.head.get("description").or_else(|| view.head.get("og:description")).unwrap_or("");
        let mut whole =
            Whole { values: Vec::new(), shared: 0, title: title_words(view), description: text::word_set(description) };
        let share = Share::of(view);
        whole.count(view, &share);
        whole.name(view);
        whole.shared = whole.values.len();
        whole.tell(view, series, &share);
        whole.state(view);
        whole
    }

    /// What blocks are judged by, too.
    fn count(&mut self, view: View<'_>, share: &Share) {
        let View { page, sums, scene, .. } = view;
        let subtree = |row| if page.is_empty() { Counts::default() } else { sums.subtree(page, row) };
        let (all, best) = (subtree(page.body()), subtree(scene.best));
        let blocks = &scene.blocks;
        let long = blocks.iter().filter(|block| block.counts.is_running()).count();
        let len = all.text.len;
        self.values.extend([
            ("page_len", log(len)),
            ("page_blocks", log(blocks.len() as u32)),
            ("page_links", all.link_density()),
            ("page_long", ratio(all.long_len, len)),
            ("page_longest", log(blocks.iter().map(|block| block.counts.text.len).max().unwrap_or(0))),
            ("page_running", log(long as u32)),
            ("page_stops", ratio(all.text.stops, all.text.words)),
            ("page_images", log(all.images)),
            ("page_images_per_len", all.images as f32 / (len.max(1) as f32 / 1000.0)),
            ("page_controls", log(all.controls)),
            ("page_headings", log(all.headings)),
            ("page_paras", log(all.paras)),
            ("page_best_share", ratio(best.text.len, len)),
            ("page_best_len", log(best.text.len)),
            ("page_best_links", best.link_density()),
            ("page_best_paras", log(best.paras)),
            ("page_best_images", log(best.images)),
            ("page_main_share", share.of_page(inside::MAIN)),
            ("page_list_share", share.of_page(inside::LIST)),
            ("page_twins_share", ratio(share.twins, share.all)),
            ("page_comments", share.of_page(inside::COMMENTS)),
            ("page_buttons", log(page.rows_of(Tag::Button).count() as u32)),
            ("title_words", self.title.len() as f32),
            ("described", log(self.description.len() as u32)),
        ]);
    }

    /// What names say, and what the address looks like: articles have long, hyphenated last parts.
    fn name(&mut self, view: View<'_>) {
        let path = view.head.url.as_deref().map_or("", url::path);
        let last = path.split('/').rfind(|part| !part.is_empty()).unwrap_or("");
        let kinds = view.scene.kinds;
        self.values.extend([
            ("url_last", last.len() as f32),
            ("url_hyphens", last.matches(['-', '_']).count() as f32),
            ("url_digits", path.bytes().filter(u8::is_ascii_digit).count() as f32),
            ("named_thread", log(kinds[0])),
            ("named_product", log(kinds[1])),
            ("named_list", log(kinds[3])),
            ("named_offer", log(kinds[4])),
        ]);
    }

    fn tell(&mut self, view: View<'_>, series: &Series, share: &Share) {
        let View { page, sums, head, .. } = view;
        let all = if page.is_empty() { Counts::default() } else { sums.subtree(page, page.body()) };
        let rows = |tag| log(page.rows_of(tag).count() as u32);
        self.values.extend([
            ("page_items", log(all.items)),
            ("page_hidden", ratio(all.hidden_len, all.text.len)),
            ("page_article_share", share.of_page(inside::ARTICLE)),
            ("page_table_share", share.of_page(inside::TABLE)),
            ("page_articles", rows(Tag::Article)),
            ("page_h1", rows(Tag::H1)),
            ("page_pre", rows(Tag::Pre)),
            ("page_times", rows(Tag::Time)),
            ("page_dates", log(series.dates())),
            ("page_replies", log(series.replies)),
            ("named_docs", log(view.scene.kinds[2])),
        ]);
        let mut says = 0;
        let address = head.url.as_deref().unwrap_or("");
        cue::tokens(address, &mut |token| says |= named::says(token));
        self.values.extend(ADDRESS.iter().enumerate().map(|(kind, &name)| (name, bit(says >> kind & 1 == 1))));
        self.values.push(("url_parts", url::path(address).split('/').filter(|part| !part.is_empty()).count() as f32));
    }

    /// What the page states of its kind.
    fn state(&mut self, view: View<'_>) {
        let head = view.head;
        let og = head.get("og:type").unwrap_or("");
        self.values.extend([
            ("og_article", bit(og.contains("article"))),
            ("og_product", bit(og.contains("product"))),
            ("dated", bit(head.get("article:published_time").is_some())),
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

    #[inline(never)]
    pub(super) fn put(&self, view: View<'_>, at: usize, sink: &mut impl Sink) {
        for &(name, value) in &self.values[..self.shared] {
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

fn title_words(view: View<'_>) -> Vec<u32> {
    let stated = view.head.get("og:title").or(view.head.title.as_deref()).unwrap_or("");
    text::word_set(stated)
}
