//! How a theme's code hides a block: by a class of its own style sheet, far off the screen, in tiny or no letters.

use super::kit::Kit;
use crate::dice::Dice;
use crate::hit::{Block, Hit};
use crate::page::Page;

/// One way to hide.
pub struct Veil {
    /// Its name in the truth.
    pub name: &'static str,
    /// Around the block; `{}` is the block, `{c}` a class name, `{n}` a number of pixels.
    around: &'static str,
    /// A style rule for the page's head; empty where none is needed.
    rule: &'static str,
}

const fn veil(name: &'static str, around: &'static str, rule: &'static str) -> Veil {
    Veil { name, around, rule }
}

#[rustfmt::skip] // One veil a line.
const VEILS: &[Veil] = &[
    veil("class-none", r#"<div class="{c}">{}</div>"#, ".{c}{display:none}"),
    veil("class-off-screen", r#"<div class="{c}">{}</div>"#, ".{c}{position:absolute;top:-{n}px;clip:rect(1px,1px,1px,1px)}"),
    veil("class-height", r#"<div class="{c}">{}</div>"#, ".{c}{height:0;overflow:hidden}"),
    veil("id-none", r#"<div id="{c}">{}</div>"#, "#{c} { display: none !important; }"),
    veil("id-left", r#"<div id="{c}">{}</div>"#, "#{c}{position:fixed;left:-{n}em}"),
    veil("top", r#"<div style="position: absolute; top: -{n}px;">{}</div>"#, ""),
    veil("left-overflow", r#"<div style="overflow:auto;position:absolute;left:-{n}px;width:400px;height:200px">{}</div>"#, ""),
    veil("margin", r#"<div style="margin-top:-{n}px;position:absolute">{}</div>"#, ""),
    veil("marquee", r#"<marquee height="2" width="2" scrollamount="{n}" behavior="alternate">{}</marquee>"#, ""),
    veil("noscript", "<noscript>{}</noscript>", ""),
    veil("details", "<details><summary>+</summary>{}</details>", ""),
    veil("zero-font", r#"<div style="font-size:0px;line-height:0;">{}</div>"#, ""),
    veil("tiny-font", r#"<div style="font-size:1px;color:#fefefe">{}</div>"#, ""),
    veil("none", r#"<div class="widget-wrap" style="display:none;">{}</div>"#, ""),
    veil("hidden-attribute", r#"<div class="wp-caption" hidden="hidden">{}</div>"#, ""),
    veil("box", r#"<div style="width:1px;height:1px;overflow:hidden;">{}</div>"#, ""),
];

/// A way to hide; none for one-line credits, which stand among genuine ones for all to see.
pub fn choose(kit: &Kit, dice: &mut Dice) -> Option<&'static Veil> {
    let shown = matches!(kit.name, "theme-credit" | "crumbs") && dice.chance(0.8);
    (!shown).then(|| dice.one(VEILS))
}

/// Hides a block; its rule goes into the head, or before the block where the page has no head.
pub fn draw(veil: &Veil, block: Block, page: &Page, dice: &mut Dice, hit: &mut Hit) -> Block {
    let len = dice.between(5, 9);
    let class = match dice.between(0, 3) {
        0 => format!(
            "{}-{}",
            dice.pick(&["wp", "site", "entry", "mod", "tpl", "block"]),
            dice.pick(&["extra", "aux", "inner-wrap", "meta-box", "cnt", "section2"])
        ),
        1 => format!("{}{}", dice.pick(&["widget", "footer", "td", "jm", "region"]), dice.digits(3)),
        _ => dice.id(len),
    };
    let pixels = dice.between(700, 29_999).to_string();
    let filled = |s: &str| s.replace("{c}", &class).replace("{n}", &pixels);
    let block = block.within(&filled(veil.around));
    if veil.rule.is_empty() {
        return block;
    }
    let style = format!("<style type=\"text/css\">{}</style>", filled(veil.rule));
    let head = page.first("head").and_then(|h| h.close.as_ref()).map(|c| c.start);
    match head {
        Some(at) if hit.replace(at..at, style.clone()) => block,
        _ => Block { html: style + &block.html, ..block },
    }
}
