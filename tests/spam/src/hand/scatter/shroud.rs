//! Ways to hide, put together from declarations and from how they reach the element.

use crate::dice::Dice;
use crate::hit::{Block, Hit};
use crate::page::Page;

/// Each hides by itself; `{n}` is a length.
const HIDING: &[(&str, &str)] = &[
    ("none", "display:none"),
    ("none-important", "display: none!important"),
    ("invisible", "visibility:hidden"),
    ("opacity", "opacity:0"),
    ("left", "position:absolute;left:-{n}px"),
    ("top", "position:fixed;top:-{n}em"),
    ("right", "position:absolute;right:-{n}px"),
    ("shifted", "transform:translate(-{n}px)"),
    ("scaled", "transform:scale(0)"),
    ("indented", "text-indent:-{n}px;overflow:hidden;white-space:nowrap"),
    ("small-box", "width:1px;height:1px;overflow:hidden"),
    ("no-box", "max-height:0;overflow:hidden"),
    ("clipped", "clip:rect(0,0,0,0);position:absolute"),
    ("clip-path", "clip-path:inset(50%);position:absolute"),
    ("no-font", "font-size:0"),
    ("tiny", "font-size:.1px;line-height:0"),
    ("clear", "color:transparent"),
    ("white", "color:#fff;background:#fff"),
    ("margin", "margin-left:-{n}px"),
    ("under", "z-index:-{n};position:absolute"),
];
/// Harmless ones beside it.
const BESIDE: &[&str] =
    &["margin:0", "padding:0 2px", "float:left", "line-height:12px", "text-align:center", "border:0"];

fn declarations(dice: &mut Dice) -> (&'static str, String) {
    let (name, style) = dice.pick(HIDING);
    let style = style.replace("{n}", &dice.between(500, 99_999).to_string());
    let style = match dice.between(0, 3) {
        0 => format!("{style};{}", dice.pick(BESIDE)),
        1 => format!("{};{style}", dice.pick(BESIDE)),
        _ => style,
    };
    (name, style)
}

/// A hidden element around a block, by style, rule, attribute or script.
pub fn over(block: Block, page: &Page, dice: &mut Dice, hit: &mut Hit) -> (Block, &'static str) {
    let (name, style) = declarations(dice);
    let len = dice.between(2, 9);
    let id = dice.id(len);
    let tag = dice.pick(&["div", "div", "section", "aside", "center"]);
    match dice.between(0, 7) {
        0 => (block.within("<div hidden>{}</div>"), "attribute"),
        1 => (block.within(&format!("<{tag} aria-hidden=\"true\" style='{style}'>{{}}</{tag}>")), name),
        2 => {
            let rule = format!("<style>.{id}{{{style}}}</style>");
            let head = page.first("head").and_then(|h| h.close.clone()).filter(|_| dice.chance(0.6));
            let held = head.is_some_and(|close| hit.replace(close.start..close.start, rule.clone()));
            let around = format!("{}<{tag} class=\"{id}\">{{}}</{tag}>", if held { "" } else { &rule });
            (block.within(&around), name)
        }
        3 => (block.within(&format!("<noscript>{{}}</noscript><!-- {id} -->")), "noscript"),
        4 => {
            let script = format!("<script>document.getElementById('{id}').style.cssText='{style}'</script>");
            (block.within(&format!("<{tag} id=\"{id}\">{{}}</{tag}>{script}")), "script")
        }
        _ => (block.within(&format!("<{tag} style=\"{style}\">{{}}</{tag}>")), name),
    }
}

/// The outermost element of a block hidden by its own style.
pub fn on(block: Block, dice: &mut Dice) -> (Block, &'static str) {
    let (name, style) = declarations(dice);
    match block.html.trim_start().find(['>', ' ']).filter(|_| block.html.trim_start().starts_with('<')) {
        Some(at) => {
            let html = block.html.trim_start();
            let html = format!("{} style=\"{style}\"{}", &html[..at], &html[at..]);
            (Block { html, strings: block.strings }, name)
        }
        None => (block, "visible"),
    }
}

/// Hidden text within a line.
pub fn span(block: Block, dice: &mut Dice) -> (Block, &'static str) {
    let (name, style) = declarations(dice);
    let tag = dice.pick(&["span", "i", "font", "em", "small"]);
    (block.within(&format!("<{tag} style=\"{style}\">{{}}</{tag}>")), name)
}
