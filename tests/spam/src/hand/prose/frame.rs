//! Frames around spam text: notes about an author, labelled paragraphs, questions with answers, comments.
//! `{symbol}` is a rule of the grammar, or a part that the hand makes: `text`, `author`, `url`, `date`, `n`.

use crate::dice::Dice;
use crate::hit::Block;

/// About an author who does not exist.
pub const BIOS: &[&str] = &[
    r#"<div class="author-bio"><p>{bio}</p></div>"#,
    r#"<p><em>{bio}</em></p>"#,
    r#"<div class="about-author clearfix"><h4>{names}</h4><p>{bio}</p></div>"#,
    r#"<p class="author">{bio} {fill}</p>"#,
    r#"<blockquote>{bio}</blockquote>"#,
    r#"<hr><p><strong>{names}</strong><br>{bio}</p>"#,
];

/// Paid for, and said so.
pub const LABELLED: &[&str] = &[
    r#"<p><small>{label}</small><br>{text}</p>"#,
    r#"<div class="partner-content"><span>{label}</span><p>{text}</p><p>{say}</p></div>"#,
    r#"<p><b>{label}:</b> {text}</p>"#,
    r#"<aside><h5>{label}</h5><p>{text}</p></aside>"#,
    r#"<table width="100%" border="0"><tr><td>{label}</td></tr><tr><td>{text}</td></tr></table>"#,
    r#"<p>({label}) {say}</p>"#,
    r#"<div style="border:1px solid #ddd;padding:8px">{text}</div>"#,
];

/// Asked and answered by the same person.
pub const QUESTIONS: &[&str] = &[
    r#"<h3>{ask}</h3><p>{reply}</p>"#,
    r#"<h2>FAQ</h2><h3>{ask}</h3><p>{reply}</p><h3>{ask}</h3><p>{reply} {fill}</p>"#,
    r#"<dl><dt>{ask}</dt><dd>{reply}</dd><dt>{ask}</dt><dd>{fill}</dd></dl>"#,
    r#"<p><strong>{ask}</strong><br>{reply}</p>"#,
    r#"<details open><summary>{ask}</summary><p>{reply}</p></details>"#,
    r#"<ul><li><b>{ask}</b> {reply}</li><li><b>{ask}</b> {fill}</li></ul>"#,
];

/// Left by machines.
pub const COMMENTS: &[&str] = &[
    r#"<div class="comment" id="comment-{n}"><div class="comment-author vcard"><cite class="fn">{author}</cite></div><div class="comment-meta">{date}</div><p>{remark}</p></div>"#,
    r#"<article class="comment-body"><footer><b class="fn">{author}</b> <time>{date}</time></footer><div class="comment-content"><p>{remark}</p></div></article>"#,
    r#"<div class="post reply" id="p{n}"><strong>{names}</strong> <span>{date}</span><div class="message">{remark}<br>{fill}</div></div>"#,
    r#"<div class="c-item"><a href="{url}" rel="external nofollow" class="url">{names}</a>: {remark}</div>"#,
    r#"<blockquote><p>{remark}</p><cite>{author}, {date}</cite></blockquote>"#,
    r#"<p><b>{names}</b> ({date})<br>{text}</p>"#,
    r#"<div class="review"><span class="stars">★★★★★</span><p>{remark}</p><span>{names}</span></div>"#,
];

/// A frame with its parts filled in.
pub fn fill(frame: &str, part: &dyn Fn(&str, &mut Dice) -> Block, dice: &mut Dice) -> Block {
    let (mut whole, mut rest) = (Block::default(), frame);
    while let Some((before, after)) = rest.split_once('{') {
        let (symbol, tail) = after.split_once('}').unwrap_or((after, ""));
        whole.html.push_str(before);
        let block = part(symbol, dice);
        whole.html.push_str(&block.html);
        whole.strings.extend(block.strings);
        rest = tail;
    }
    whole.html.push_str(rest);
    whole
}
