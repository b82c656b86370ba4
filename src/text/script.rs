//! Writing systems of characters.

/// Writing systems told apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Script {
    Common,
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Thai,
    Indic,
    Han,
    Kana,
    Hangul,
    Other,
}

impl Script {
    /// Number of scripts.
    pub const COUNT: usize = 12;

    /// The script of a character, by Unicode block.
    #[must_use]
    pub fn of(c: char) -> Script {
        match c as u32 {
            0x41..=0x5a | 0x61..=0x7a | 0xc0..=0xd6 | 0xd8..=0xf6 | 0xf8..=0x24f | 0x1e00..=0x1eff => Script::Latin,
            0..=0x2af => Script::Common,
            0x370..=0x3ff | 0x1f00..=0x1fff => Script::Greek,
            0x400..=0x52f => Script::Cyrillic,
            0x590..=0x5ff => Script::Hebrew,
            0x600..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfeff => Script::Arabic,
            0x900..=0xdff => Script::Indic,
            0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff => Script::Thai,
            0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7af => Script::Hangul,
            0x3040..=0x30ff | 0x31f0..=0x31ff | 0xff66..=0xff9f => Script::Kana,
            0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff => Script::Han,
            0x2000..=0x33ff | 0xfe00..=0xfe6f | 0xff00..=0xff65 => Script::Common,
            _ => Script::Other,
        }
    }

    /// Written without blanks between words; a character weighs about three Latin letters
    /// (findings of the measured corpus: lengths and thresholds agree at that weight).
    #[must_use]
    pub fn is_wide(self) -> bool {
        matches!(self, Script::Han | Script::Kana | Script::Hangul | Script::Thai)
    }
}

/// Whether a character is of a script without blanks; most are not even asked for theirs.
#[must_use]
pub fn is_wide(c: char) -> bool {
    !c.is_ascii() && Script::of(c).is_wide()
}
