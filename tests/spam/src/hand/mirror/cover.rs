//! How a kit hides its farms and hides from those who look for them: wrappers written by scripts, elements never
//! closed, made-up tags, comments.

use crate::dice::Dice;
use crate::hit::Block;

/// One way to hide.
pub struct Cover {
    /// Its name in the truth.
    pub name: &'static str,
    /// Around the block; `{}` is the block, `{r}` a made-up name, `{n}` pixels.
    around: &'static str,
    /// Never closed: only where nothing of the page follows.
    unclosed: bool,
}

const fn cover(name: &'static str, around: &'static str) -> Cover {
    Cover { name, around, unclosed: false }
}

#[rustfmt::skip] // One cover a line.
const COVERS: &[Cover] = &[
    cover("written-none", r#"<script>document.write('<div style="display:none">');</script>{}<script>document.write('</div>');</script>"#),
    cover("script-by-id", r#"<div id="{r}">{}</div><script>document.getElementById("{r}").style.display="none";</script>"#),
    cover("script-by-class", r#"<div class="{r}">{}</div><script>for(var x of document.querySelectorAll(".{r}"))x.remove();</script>"#),
    cover("written-style", r#"<script>document.writeln("<style>#{r}{height:0;overflow:hidden}</style>");</script><div id="{r}">{}</div>"#),
    cover("upper-none", r#"<DIV STYLE="DISPLAY: NONE">{}</DIV>"#),
    cover("style-none", r#"<style>.{r}{display:none}</style><div class="{r}">{}</div>"#),
    cover("fixed-top", r#"<div style="position:fixed;top:-{n}px">{}</div>"#),
    cover("absolute-right", r#"<div style="position:absolute;right:{n}px;width:10px;overflow:hidden">{}</div>"#),
    cover("clip-path", r#"<div style="clip-path:circle(0);position:absolute">{}</div>"#),
    cover("zoom", r#"<div style="zoom:0.01;opacity:0.01">{}</div>"#),
    cover("width-zero", r#"<div style="width:0px;height:0px;overflow:hidden">{}</div>"#),
    cover("alpha", r#"<div style="filter:alpha(opacity=0);opacity:0;">{}</div>"#),
    cover("font-white", r#"<font size="1" color="white">{}</font>"#),
    cover("marquee", r#"<marquee scrollamount="{n}" width="1" height="4">{}</marquee>"#),
    cover("content-visibility", r#"<section style="content-visibility:hidden;height:0">{}</section>"#),
    cover("dialog", r#"<dialog id="{r}">{}</dialog>"#),
    Cover { name: "unclosed-none", around: r#"<div style="display:none">{}"#, unclosed: true },
    Cover { name: "unclosed-left", around: r#"<div id="{r}" style="position:absolute;left:-{n}px"><p>{}"#, unclosed: true },
    Cover { name: "unclosed-ul", around: r#"<ul style="visibility:hidden;height:0">{}"#, unclosed: true },
];

/// A way to hide; one that is never closed only at the end of everything.
pub fn choose(tail: bool, dice: &mut Dice) -> Option<&'static Cover> {
    let fits: Vec<&Cover> = COVERS.iter().filter(|c| tail || !c.unclosed).collect();
    Some(dice.pick(&fits))
}

/// Hides a block.
pub fn draw(cover: &Cover, block: Block, dice: &mut Dice) -> Block {
    let (len, pixels) = (dice.between(4, 9), dice.between(800, 29_999).to_string());
    let name = dice.id(len);
    block.within(&cover.around.replace("{r}", &name).replace("{n}", &pixels))
}

/// A tag that no one knows.
pub fn tag(dice: &mut Dice) -> String {
    // A digit after the first letter keeps it clear of every real element but h1 to h6.
    let len = dice.between(1, 4);
    format!("{}{}{}", dice.pick(&["k", "q", "x", "z", "w"]), dice.digits(1), dice.id(len))
}

/// Empty made-up elements, comments or decoys around a block.
pub fn dress(block: Block, dice: &mut Dice) -> Block {
    let filler = |dice: &mut Dice| -> String {
        (0..dice.between(4, 30))
            .map(|_| {
                let tag = tag(dice);
                format!(
                    "<{tag} {}=\"{}\"></{tag}>",
                    dice.pick(&["id", "class", "lang", "date-time", "dir"]),
                    dice.id(5)
                )
            })
            .collect()
    };
    let around = match dice.between(0, 3) {
        0 => format!("{}{{}}{}", filler(dice), filler(dice)),
        1 => {
            let mark = dice.id(8);
            format!("<!--{mark}-->{{}}<!--/{mark}-->")
        }
        2 => format!("<!--[if !IE]>{0}<![endif]-->{{}}<script>var _{0}=[];</script>", dice.id(6)),
        _ => format!("<div style=\"position:fixed;left:-9999px\">{}</div>{{}}", filler(dice)),
    };
    block.within(&around)
}
