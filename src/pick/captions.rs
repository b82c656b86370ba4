//! Captions of drawings: SVG and canvas are not written, nor pictures without a usable address, and a caption
//! alone would stand for nothing.

use crate::page::{Page, Row};
use crate::tag::Tag;
use crate::write::media;

/// Leaves out captions of figures that hold a drawing and nothing that is kept.
pub fn leave_out(page: &Page, base: &str, keep: &mut [bool]) {
    for figure in page.rows_of(Tag::Figure) {
        if let Some(caption) = of_a_drawing(page, figure, base, keep) {
            keep[caption as usize..page.end[caption as usize] as usize].fill(false);
        }
    }
}

/// The caption of a figure that shows a drawing only. Looks no further than to a figure inside: a frame of figures is none.
fn of_a_drawing(page: &Page, figure: Row, base: &str, keep: &[bool]) -> Option<Row> {
    let (mut caption, mut drawn) = (None, false);
    let mut row = figure + 1;
    while row < page.end[figure as usize] {
        match page.tag[row as usize] {
            Tag::Figure => return None,
            Tag::Figcaption if caption.is_none() => {
                caption = Some(row);
                row = page.end[row as usize];
                continue;
            }
            Tag::Svg | Tag::Canvas => drawn = true,
            _ if !keep[row as usize] => {}
            Tag::Img | Tag::Noscript if media::image(page, row, base).is_none() => drawn = true,
            _ => return None,
        }
        row += 1;
    }
    let is_text = |caption: &Row| {
        let mut rows = *caption..page.end[*caption as usize];
        rows.all(|row| page.tag[row as usize] == Tag::Text || !keep[row as usize])
    };
    caption.filter(is_text).filter(|_| drawn)
}
