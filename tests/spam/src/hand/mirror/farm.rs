//! Shapes of link farms. `{kw}` phrase, `{url}` address, `{c}` one made-up class, `{r}` a new id each time, `{t}` a
//! made-up tag, `{k}` number, `{d}` date, `{n}` any number, `{lead}` heading.

use crate::dice::Dice;

/// One shape.
pub struct Farm {
    /// Its name in the truth.
    pub name: &'static str,
    /// Around the items.
    pub around: &'static str,
    /// One item.
    pub item: &'static str,
    /// Between items.
    pub sep: &'static str,
    /// Fewest and most items.
    pub items: (usize, usize),
}

const fn farm(
    name: &'static str,
    around: &'static str,
    item: &'static str,
    sep: &'static str,
    items: (usize, usize),
) -> Farm {
    Farm { name, around, item, sep, items }
}

const ANCHOR: &str = r#"<a href="{url}">{kw}</a>"#;

#[rustfmt::skip] // One farm a line.
const FARMS: &[Farm] = &[
    farm("bare-space", "{items}", ANCHOR, " ", (6, 50)),
    farm("bare-lines", "\n{items}\n", r#"<a href="{url}" target="_blank">{kw}</a>"#, "\n", (4, 40)),
    farm("bare-breaks", "<br>{items}", ANCHOR, "<br>", (3, 20)),
    farm("dots", "{lead}{items}", r#"<a href='{url}'>{kw}</a>"#, " · ", (5, 30)),
    farm("commas", "<div>{items}</div>", r#"<a title="{kw}" href="{url}">{kw}</a>"#, "，", (5, 40)),
    farm("underlined", "<div class=\"{c}\">{items}</div>", r#"<u><a href="{url}">{kw}</a></u>"#, "&nbsp;", (4, 24)),
    farm("spans", "{items}", r#"<span id="{r}"><a href="{url}">{kw}</a></span>"#, "", (6, 40)),
    farm("brackets", "<p>{items}</p>", r#"[<a href="{url}">{kw}</a>]"#, " ", (5, 25)),
    farm("made-up-tags", "{items}", r#"<{t} class="{r}"><a href="{url}">{kw}</a></{t}>"#, "", (6, 40)),
    farm("table-row", "<table><tr>{items}</tr></table>", r#"<td><a href="{url}">{kw}</a></td>"#, "", (4, 12)),
    farm("table-rows", "<table border=0 cellpadding=0>{items}</table>", r#"<tr><td>{k}</td><td><a href="{url}">{kw}</a></td><td>{d}</td></tr>"#, "", (4, 25)),
    farm("definitions", "<dl class=\"{c}\"><dt>{lead}</dt>{items}</dl>", r#"<dd><a href="{url}">{kw}</a></dd>"#, "", (5, 30)),
    farm("options", "<select onchange=\"location=this.value\"><option>{lead}</option>{items}</select>", r#"<option value="{url}">{kw}</option>"#, "", (5, 40)),
    farm("latest", "<div class=\"{c}\"><b>{lead}</b><ul>{items}</ul></div>", r#"<li><span>[{d}]</span><a href="{url}">{kw}</a></li>"#, "", (6, 30)),
    farm("latest-views", "<h3>{lead}</h3><ol>{items}</ol>", r#"<li><a href="{url}">{kw}</a> <em>{n}</em></li>"#, "\n", (5, 20)),
    farm("loose-items", "{items}", r#"<li id="{r}"><a href="{url}">{kw}</a></li>"#, "", (4, 40)),
    farm("pages", "<div class=\"{c}\"><a href=\"/{r}/1.html\">1</a> <a href=\"/{r}/2.html\">2</a> {items}</div>", ANCHOR, " | ", (2, 6)),
    farm("keywords", "<p>{items}</p>", "{kw}", "，", (12, 70)),
    farm("keyword-soup", "<div id=\"{r}\">{lead} {items}</div>", "{kw}", " ", (12, 60)),
    farm("keyword-lines", "{items}", "{kw}", "<br/>\n", (5, 30)),
    farm("headings", "{items}", r#"<h2><a href="{url}">{kw}</a></h2>"#, "", (1, 6)),
    farm("bold", "<center>{items}</center>", r#"<b>{kw}</b> <a href="{url}">{kw}</a>"#, "<br>", (3, 12)),
    farm("fonts", "<font size=\"2\">{items}</font>", r#"<a href="{url}"><font color="gray">{kw}</font></a>"#, " ", (4, 24)),
    farm("nested", "<div class=\"{c}\">{items}</div>", r#"<div class="{r}"><div><a href="{url}">{kw}</a></div></div>"#, "", (4, 20)),
    farm("titles-and-text", "<div>{items}</div>", r#"<strong>{kw}</strong><p>{kw} <a href="{url}">{kw}</a> {d}</p>"#, "", (2, 8)),
    farm("images-less", "<div class=\"{c}\">{items}</div>", r#"<a href="{url}"><img src="/{r}.jpg" alt="{kw}"><i>{kw}</i></a>"#, "", (4, 16)),
];

/// Any shape.
pub fn choose(dice: &mut Dice) -> &'static Farm {
    dice.one(FARMS)
}
