//! Mark-up of content systems, as their themes and plug-ins write it.

use super::Place;
use crate::dice::Dice;
use crate::host::Hosts;
use crate::text;

/// A family of content systems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// WordPress and its builders.
    Wordpress,
    /// Joomla.
    Joomla,
    /// Drupal.
    Drupal,
    /// Discuz, DedeCMS, phpBB and other old portals and boards.
    Portal,
    /// Shops and site builders.
    Shop,
}

/// How often each system is met.
pub const SYSTEMS: &[(usize, System)] =
    &[(6, System::Wordpress), (2, System::Joomla), (2, System::Drupal), (3, System::Portal), (2, System::Shop)];

/// One piece of mark-up.
pub struct Kit {
    /// Its name in the truth.
    pub name: &'static str,
    /// Who writes it.
    system: System,
    /// Where.
    places: &'static [Place],
    /// Around the items: `{lead}` `{line}` `{items}` `{n}` `{id}` `{year}`.
    pub around: &'static str,
    /// One item: `{a}` the anchor's attributes, `{kw}` its text, `{k}` its number, `{n}` any number, `{pt}` a font size.
    pub item: &'static str,
    /// Between items.
    pub sep: &'static str,
    /// Fewest and most items.
    pub items: (usize, usize),
}

use Place::{Foot, Menu, Post, Side, Tail};
use System::{Drupal, Joomla, Portal, Shop, Wordpress};

#[rustfmt::skip]
const fn kit(name: &'static str, system: System, places: &'static [Place], around: &'static str, item: &'static str, sep: &'static str, items: (usize, usize)) -> Kit {
    Kit { name, system, places, around, item, sep, items }
}

#[rustfmt::skip] // One kit a line.
const KITS: &[Kit] = &[
    kit("theme-credit", Wordpress, &[Foot, Tail], r#"<div class="site-info"><span class="sep"> | </span>{lead} {items}</div>"#, "<a {a}>{kw}</a>", " &amp; ", (1, 3)),
    kit("credits", Wordpress, &[Foot, Tail], r#"<p id="footer-info">© {year} · {lead}: {items}</p>"#, "<a {a}>{kw}</a>", ", ", (1, 5)),
    kit("text-widget", Wordpress, &[Side, Foot, Post], r#"<aside id="text-{n}" class="widget widget_text"><h3 class="widget-title">{lead}</h3><div class="textwidget"><p>{line} {items}</p></div></aside>"#, "<a {a}>{kw}</a>", "<br />\n", (2, 8)),
    kit("html-widget", Wordpress, &[Side, Foot, Tail], r#"<section id="custom_html-{n}" class="widget_text widget widget_custom_html"><div class="textwidget custom-html-widget">{items}</div></section>"#, "<div><a {a}>{kw}</a></div>", "\n", (2, 14)),
    kit("blogroll", Wordpress, &[Side, Foot], r#"<li id="linkcat-{n}" class="widget widget_links"><h2 class="widgettitle">{lead}</h2><ul class='xoxo blogroll'>{items}</ul></li>"#, "<li><a {a}>{kw}</a></li>", "\n", (4, 18)),
    kit("tag-cloud", Wordpress, &[Side, Foot, Post], r#"<div id="tag_cloud-{n}" class="widget widget_tag_cloud"><h4 class="widget-title">{lead}</h4><div class="tagcloud">{items}</div></div>"#, r#"<a {a} class="tag-cloud-link tag-link-{n} tag-link-position-{k}" style="font-size: {pt}pt;">{kw}</a>"#, "\n", (6, 30)),
    kit("recent-entries", Wordpress, &[Side, Foot], r#"<div id="recent-posts-{n}" class="widget widget_recent_entries"><h3>{lead}</h3><ul>{items}</ul></div>"#, r#"<li><a {a}>{kw}</a><span class="post-date">{n} views</span></li>"#, "", (3, 10)),
    kit("nav-menu", Wordpress, &[Menu, Foot, Side], r#"<div class="menu-{id}-container"><ul id="menu-{id}" class="menu">{items}</ul></div>"#, r#"<li id="menu-item-{n}" class="menu-item menu-item-type-custom menu-item-object-custom menu-item-{n}"><a {a}>{kw}</a></li>"#, "\n", (2, 12)),
    kit("post-tags", Wordpress, &[Post], r#"<footer class="entry-footer"><span class="tags-links">{lead}: {items}</span></footer>"#, r#"<a {a} rel="tag">{kw}</a>"#, ", ", (3, 14)),
    kit("block-list", Wordpress, &[Side, Foot, Post, Tail], r#"<div class="wp-block-group"><h2 class="wp-block-heading">{lead}</h2><ul class="wp-block-latest-posts__list wp-block-latest-posts">{items}</ul></div>"#, r#"<li><a class="wp-block-latest-posts__post-title" {a}>{kw}</a></li>"#, "", (3, 12)),
    kit("icon-list", Wordpress, &[Foot, Side, Post], r#"<div class="elementor-element elementor-element-{id} elementor-widget elementor-widget-icon-list"><ul class="elementor-icon-list-items">{items}</ul></div>"#, r#"<li class="elementor-icon-list-item"><a {a}><span class="elementor-icon-list-text">{kw}</span></a></li>"#, "", (3, 10)),
    kit("bare-footer", Wordpress, &[Tail], "{items}", "<a {a}>{kw}</a>", "\n", (3, 25)),
    kit("module", Joomla, &[Side, Foot, Menu], r#"<div class="moduletable_menu"><h3>{lead}</h3><ul class="menu mod-list">{items}</ul></div>"#, r#"<li class="item-{n}"><a {a}>{kw}</a></li>"#, "", (3, 14)),
    kit("custom-module", Joomla, &[Side, Foot, Tail, Post], r#"<div class="moduletable"><div class="custom"><p>{lead} {items}</p></div></div>"#, "<a {a}>{kw}</a>", " ", (2, 12)),
    kit("newsflash", Joomla, &[Side, Post, Tail], r#"<div class="newsflash mod-articlesnews">{items}</div>"#, r#"<h4 class="newsflash-title"><a {a}>{kw}</a></h4>"#, "\n", (2, 7)),
    kit("template-credit", Joomla, &[Foot, Tail, Menu], r#"<div id="rt-copyright"><div class="rt-block"><span class="copytext">{lead}</span> {items}</div></div>"#, "<a {a}><span>{kw}</span></a>", " - ", (1, 4)),
    kit("block", Drupal, &[Side, Foot, Tail], r#"<div id="block-block-{n}" class="block block-block contextual-links-region"><h2>{lead}</h2><div class="content"><p>{items}</p></div></div>"#, "<a {a}>{kw}</a>", "  ", (2, 14)),
    kit("view", Drupal, &[Side, Post, Foot], r#"<div class="view view-links view-display-id-block_1"><div class="view-content">{items}</div></div>"#, r#"<div class="views-row views-row-{k}"><span class="field-content"><a {a}>{kw}</a></span></div>"#, "\n", (3, 15)),
    kit("drupal-menu", Drupal, &[Menu, Foot], r#"<ul class="links inline clearfix">{items}</ul>"#, r#"<li class="menu-{n} leaf"><a {a}>{kw}</a></li>"#, "", (2, 10)),
    kit("field-tags", Drupal, &[Post, Side], r#"<div class="field field-name-field-tags field-type-taxonomy-term-reference"><div class="field-label">{lead}: </div><div class="field-items">{items}</div></div>"#, r#"<div class="field-item even"><a {a}>{kw}</a></div>"#, "", (3, 16)),
    kit("discuz-links", Portal, &[Foot, Side, Tail], r#"<div class="bm lk"><div id="category_lk" class="bm_c ptm"><ul class="m mbn cl"><li class="lk_logo mbm bbda cl">{lead}</li></ul><ul class="x mbm cl">{items}</ul></div></div>"#, "<li><a {a}>{kw}</a></li>", "", (5, 24)),
    kit("discuz-foot", Portal, &[Foot, Tail], r#"<div id="ft" class="wp cl"><div id="flk" class="y"><p>{items}</p></div></div>"#, "<a {a}>{kw}</a>", r#"<span class="pipe">|</span>"#, (3, 20)),
    kit("dede-box", Portal, &[Side, Post, Tail], r#"<dl class="tbox light"><dt class="light"><strong>{lead}</strong></dt><dd><ul class="d4 ico3">{items}</ul></dd></dl>"#, "<li><a {a}>{kw}</a></li>", "\n", (4, 16)),
    kit("flink", Portal, &[Foot, Tail], r#"<div class="flink w960 center clear"><dl class="tbox"><dt><strong>{lead}</strong><span class="linklabel"></span></dt><dd>{items}</dd></dl></div>"#, "<a {a}>{kw}</a>", " ", (6, 26)),
    kit("board-foot", Portal, &[Foot, Tail, Menu], r#"<div class="smallfont" align="center">{lead} {items}</div>"#, "<a {a}>{kw}</a>", ", ", (1, 9)),
    kit("crumbs", Portal, &[Menu, Post], r#"<div class="position">{lead} &gt; {items}</div>"#, "<a {a}>{kw}</a>", " &gt; ", (2, 5)),
    kit("shop-column", Shop, &[Foot, Side], r#"<div class="footer-block col-md-3 links wrapper"><p class="h3 hidden-sm-down">{lead}</p><ul id="footer_sub_menu_{n}" class="collapse">{items}</ul></div>"#, r#"<li><a id="link-cms-page-{n}" class="cms-page-link" {a}>{kw}</a></li>"#, "", (3, 12)),
    kit("shop-terms", Shop, &[Foot, Tail, Post], r#"<div class="block block-popular-terms"><div class="block-title"><strong>{lead}</strong></div><ul class="tags-list">{items}</ul></div>"#, r#"<li><a {a} style="font-size:{pt}0%;">{kw}</a></li>"#, "\n", (5, 25)),
    kit("site-footer", Shop, &[Foot, Menu], r#"<ul class="site-footer__linklist list--inline">{items}</ul>"#, r#"<li class="site-footer__linklist-item"><a {a} class="site-footer__link">{kw}</a></li>"#, "", (2, 10)),
    kit("seo-text", Shop, &[Post, Tail, Foot, Side], r#"<div class="category-description std"><h2>{lead}</h2><p>{line}</p><p>{items}</p></div>"#, "<strong><a {a}>{kw}</a></strong>", ", ", (2, 9)),
];

/// A kit of that system for that place, or any system's where it has none.
pub fn choose(system: System, place: Place, dice: &mut Dice) -> &'static Kit {
    let fits: Vec<&Kit> = KITS.iter().filter(|k| k.places.contains(&place)).collect();
    let own: Vec<&Kit> = fits.iter().copied().filter(|k| k.system == system).collect();
    let any = own.is_empty() || dice.chance(0.1);
    dice.pick(if any { &fits } else { &own })
}

/// One campaign's way to write an anchor.
pub struct Link {
    first: bool,
    rest: &'static str,
}

impl Link {
    /// Draws a habit.
    pub fn new(dice: &mut Dice) -> Self {
        let rest = dice.pick(&[
            "",
            "",
            "",
            r#"target="_blank""#,
            r#"rel="nofollow""#,
            r#"title="{kw}""#,
            r#"rel="dofollow" target="_blank""#,
            r#"class="external""#,
            r#"target="_blank" rel="noopener""#,
            r#"title="{kw}" target="_blank""#,
        ]);
        Self { first: dice.chance(0.7), rest }
    }
}

/// One item of a kit.
pub fn item(kit: &Kit, link: &Link, phrase: &str, hosts: &Hosts, i: usize, dice: &mut Dice) -> String {
    let href = format!("href=\"{}\"", hosts.url(phrase, dice));
    let attrs = if link.first { format!("{href} {}", link.rest) } else { format!("{} {href}", link.rest) };
    let text = kit.item.replacen("{a}", attrs.trim(), 1);
    let (before, after) = text.rsplit_once("{kw}").unwrap_or((&text, ""));
    format!("{}{}{after}", before.replace("{kw}", &text::quote(phrase)), text::escape(phrase))
        .replace("{n}", &dice.between(3, 4990).to_string())
        .replace("{k}", &(i + 1).to_string())
        .replace("{pt}", &dice.between(8, 22).to_string())
}
