//! Quantities of clutter summed over rows: what a subtree holds is one subtraction.

use super::mark::CATEGORIES;
use crate::tag::Tag;

macro_rules! tally {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// The sums. They go round at 65,536 on a page of more elements than that; differences stay right.
        #[derive(Clone, Copy, Default, Debug, PartialEq)]
        pub struct Tally {
            $($(#[$doc])* pub $name: u16,)*
            /// Elements named with each bit of [`super::lexicon::about`].
            pub named: [u16; 8],
            /// Odds of all names, in half nats.
            pub odds: [u16; CATEGORIES],
        }

        impl std::ops::Sub for Tally {
            type Output = Tally;
            fn sub(self, other: Tally) -> Tally {
                Tally {
                    $($name: self.$name.wrapping_sub(other.$name),)*
                    named: std::array::from_fn(|at| self.named[at].wrapping_sub(other.named[at])),
                    odds: std::array::from_fn(|at| self.odds[at].wrapping_sub(other.odds[at])),
                }
            }
        }
    };
}

tally! {
    /// Elements.
    elements,
    /// Links that share the page.
    shares,
    /// Links to profiles.
    follows,
    /// Links that open a new window.
    blank,
    /// Fields for a mail address.
    mails,
    /// Fields that ask for a password.
    secrets,
    /// Frames and embedded objects.
    frames,
    /// Pictures and frames of a size that advertisers trade.
    sized,
    /// Scripts.
    scripts,
    /// Texts that are nothing but an ad label.
    ad_labels,
    /// Video and audio.
    films,
}

/// Adds to a sum.
pub fn add(sum: &mut u16, more: impl Into<u16>) {
    *sum = sum.wrapping_add(more.into());
}

impl Tally {
    /// Adds an element; `kind` is its `type`.
    pub fn element(&mut self, tag: Tag, kind: &str, width: u32, height: u32) {
        add(&mut self.elements, 1u16);
        match tag {
            Tag::Input => {
                add(&mut self.mails, kind == "email");
                add(&mut self.secrets, kind == "password");
            }
            Tag::Iframe | Tag::Ins | Tag::Embed | Tag::Object => add(&mut self.frames, 1u16),
            Tag::Script => add(&mut self.scripts, 1u16),
            Tag::Video | Tag::Audio => add(&mut self.films, 1u16),
            _ => {}
        }
        add(&mut self.sized, is_traded(width, height));
    }
}

/// Sizes of the Interactive Advertising Bureau's fixed-size units, in CSS px.
fn is_traded(width: u32, height: u32) -> bool {
    matches!(
        (width, height),
        (300, 250 | 600 | 1050)
            | (728, 90)
            | (160 | 120, 600)
            | (320, 50 | 100)
            | (970, 90 | 250)
            | (336, 280)
            | (468, 60)
            | (234, 60)
            | (250 | 200, 250 | 200)
            | (125, 125)
            | (180, 150)
            | (88, 31)
            | (120, 60 | 90 | 240)
    )
}
