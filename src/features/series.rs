//! Lines that threads, comments and lists of teasers repeat: with a date or a time, or with a label that
//! stands at each post.

use super::View;
use crate::lexicon::named;
use crate::page::Row;
use crate::text;

/// Length of the longest line that dates what stands above or below it.
const LINE: u32 = 120;
/// Words of the longest line of labels at a post (“Reply Report Permalink”).
const LABEL_WORDS: u32 = 12;

/// Counts of such lines.
pub(super) struct Series {
    /// Dated lines before each block, and of all.
    dates: Vec<u32>,
    /// Lines with labels of posts.
    pub(super) replies: u32,
}

impl Series {
    #[inline(never)]
    pub(super) fn of(view: View<'_>) -> Series {
        let mut series = Series { dates: vec![0], replies: 0 };
        let mut dates = 0;
        for (at, block) in view.scene.blocks.iter().enumerate() {
            let counts = block.counts.text;
            let line = || view.scene.block_text(view.page, at);
            dates += u32::from(counts.len <= LINE && counts.digits > 0 && states_time(line().as_bytes()));
            series.dates.push(dates);
            let is_reply = |word| named::says(word) & named::REPLY != 0;
            series.replies += u32::from(counts.words <= LABEL_WORDS && text::words(line()).any(is_reply));
        }
        series
    }

    /// Dated lines of the page.
    pub(super) fn dates(&self) -> u32 {
        self.dates[self.dates.len() - 1]
    }

    /// Dated lines in the rows `from..to`.
    pub(super) fn dates_between(&self, view: View<'_>, from: Row, to: Row) -> u32 {
        let before = |row: Row| self.dates[view.scene.blocks.partition_point(|block| block.start < row)];
        before(to) - before(from)
    }
}

/// A time of day, a date in figures, or a year beside another number.
fn states_time(line: &[u8]) -> bool {
    let (mut at, mut numbers, mut year) = (0, 0, false);
    while at < line.len() {
        let start = at;
        at += line[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = &line[start..at];
        if number.is_empty() {
            at += 1;
            continue;
        }
        numbers += 1;
        year |= number.len() == 4 && (number.starts_with(b"19") || number.starts_with(b"20"));
        if number.len() <= 2 && matches!(&line[at..], [b':', a, b, ..] if a.is_ascii_digit() && b.is_ascii_digit()) {
            return true;
        }
    }
    let marks = || line.iter().filter(|byte| matches!(byte, b'.' | b'/' | b'-')).count();
    (year && numbers >= 2) || (numbers == 3 && marks() >= 2)
}

#[cfg(test)]
mod tests {
    use super::states_time;

    #[test]
    fn tells_dates_and_times_from_other_figures() {
        for line in ["12:40", "on 3 May 2019", "24.12.04", "2004-12-27 12:46 someone", "2019年5月3日"] {
            assert!(states_time(line.as_bytes()), "{line}");
        }
        for line in ["Page 3", "1,204 views", "Windows 95 and 98", "2019"] {
            assert!(!states_time(line.as_bytes()), "{line}");
        }
    }
}
