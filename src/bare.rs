//! The page without what was injected, as it was before: what its other judgements are made on. A farm of
//! two hundred links outweighs the article beside it in every figure of the page as a whole.

use crate::features::View;
use crate::head::Head;
use crate::page::{Attr, Page, Row};
use crate::scene::Scene;
use crate::sums::Sums;
use crate::weights::content;

/// Looks at what is left of the page without `cut` rows. Per block of the page: which one it is there, if one.
pub fn without<T>(view: View<'_>, cut: &[bool], look: impl FnOnce(View<'_>) -> T) -> (T, Vec<Option<usize>>) {
    if !cut.contains(&true) {
        return (look(view), (0..view.scene.blocks.len()).map(Some).collect());
    }
    let bare = Bare::of(view.page, cut);
    let head = Head::of(&bare.page, view.head.url.as_deref());
    let sums = Sums::of(&bare.page, head.url.as_deref());
    let scene = Scene::of(&bare.page, &sums, content::NAMES);
    let found = look(View { page: &bare.page, sums: &sums, scene: &scene, head: &head, ..view });
    (found, bare.blocks(&scene, view.scene).collect())
}

/// A page without some of its rows.
#[derive(Debug)]
pub struct Bare {
    /// What is left.
    pub page: Page,
    /// Per row of it: the row it was. One more for the end.
    was: Vec<Row>,
}

impl Bare {
    /// Leaves out `cut` rows; below one of them all must be cut.
    #[must_use]
    pub fn of(page: &Page, cut: &[bool]) -> Bare {
        let mut bare = Bare { page: Page { truncated: page.truncated, ..Page::default() }, was: Vec::new() };
        // Where each row, kept or not, would begin among the kept ones.
        let mut now = Vec::with_capacity(page.len() + 1);
        for row in 0..page.len() as Row {
            now.push(bare.was.len() as Row);
            if !cut[row as usize] || row == 0 {
                bare.copy(page, row, &now);
            }
        }
        now.push(bare.was.len() as Row);
        for (row, &was) in bare.was.iter().enumerate() {
            bare.page.end[row] = now[page.end[was as usize] as usize];
        }
        bare.was.push(page.len() as Row);
        bare.page.text_at.push(bare.page.text.len() as u32);
        bare.page.attr_at.push(bare.page.attrs.len() as u32);
        bare
    }

    fn copy(&mut self, from: &Page, row: Row, now: &[Row]) {
        let (page, at) = (&mut self.page, row as usize);
        if let Some(rect) = from.rect(row) {
            page.rects.push((self.was.len() as Row, rect));
        }
        self.was.push(row);
        page.tag.push(from.tag[at]);
        page.parent.push(now[from.parent[at] as usize]);
        page.end.push(0);
        page.depth.push(from.depth[at]);
        page.flags.push(from.flags[at]);
        page.text_at.push(page.text.len() as u32);
        page.attr_at.push(page.attrs.len() as u32);
        page.text.push_str(from.text_between(row, row + 1));
        for &attr in from.attrs_of(row) {
            let start = page.values.len() as u32;
            page.values.push_str(from.value(attr));
            page.attrs.push(Attr { start, end: page.values.len() as u32, ..attr });
        }
    }

    /// Per block of the page it was (`whole`): the block of this one (`scene`) that holds it, if anything of it is left.
    pub fn blocks<'a>(&'a self, scene: &'a Scene, whole: &'a Scene) -> impl Iterator<Item = Option<usize>> + 'a {
        let now = |row: Row| self.was.partition_point(|&was| was < row) as Row;
        whole.blocks.iter().map(move |block| {
            let (start, end) = (now(block.start), now(block.end));
            let last = scene.blocks.partition_point(|bare| bare.start < end).checked_sub(1)?;
            (start < end && scene.blocks[last].end > start).then_some(last)
        })
    }
}
