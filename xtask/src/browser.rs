//! The browsers that the demo and the tests drive.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{bail, Result};

use crate::context::Context;
use crate::{debian, process};

/// One kind of browser: where it may be and what installs it.
pub struct Browser {
    /// Its name for a person.
    pub name: &'static str,
    /// Environment variable by which a person names another binary.
    pub variable: &'static str,
    /// Command names, best first.
    commands: &'static [&'static str],
    /// Fixed places of macOS, which puts no browser on the PATH.
    places: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
}

/// Chromium first: branded Chrome no longer loads unpacked extensions from the command line.
pub const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "DEHUSK_CHROMIUM",
    commands: &["chromium", "chromium-browser", "microsoft-edge-stable", "google-chrome-stable", "google-chrome"],
    places: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    package: "chromium",
};

/// Firefox, for the tests.
pub const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "DEHUSK_FIREFOX",
    commands: &["firefox-esr", "firefox"],
    places: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    package: "firefox-esr",
};

/// Fonts without which Chinese, Japanese and Arabic pages are drawn as boxes.
const FONTS: [&str; 2] = ["fonts-noto-cjk", "fonts-noto-core"];

impl Browser {
    /// The installed browser, if any.
    pub fn find(&self) -> Option<PathBuf> {
        if let Some(named) = env::var_os(self.variable) {
            return Some(PathBuf::from(named)).filter(|path| path.is_file());
        }
        let on_path = self.commands.iter().find_map(|command| on_path(command));
        on_path.or_else(|| self.places.iter().map(PathBuf::from).find(|place| place.is_file()))
    }

    /// The installed browser, or Debian's after installing it.
    pub fn setup(&self, context: &Context) -> Result<PathBuf> {
        if let Some(path) = self.find() {
            return Ok(path);
        }
        if let Some(named) = env::var_os(self.variable) {
            bail!(
                "{} names {}, where no program is; correct or unset it.",
                self.variable,
                PathBuf::from(named).display()
            );
        }
        if debian::can_install() {
            let step = context.progress.step(&format!("install {}", self.name))?;
            debian::install(&step, &[&[self.package], &FONTS[..]].concat())?;
            step.done("");
        }
        match self.find() {
            Some(path) => Ok(path),
            None => bail!(
                "{} was not found; install it, or name its program in the environment variable {}.",
                self.name,
                self.variable
            ),
        }
    }
}

/// Whether the fonts that screenshots need are there; tells only where fontconfig can be asked.
pub fn lacks_fonts(context: &Context) -> bool {
    process::ask(context.command("fc-list").args([":lang=zh-tw", "family"])).is_some_and(|families| families.is_empty())
}

/// Installs those fonts.
pub fn install_fonts(context: &Context) -> Result<()> {
    let step = context.progress.step("install fonts")?;
    if debian::can_install() {
        debian::install(&step, &FONTS)?;
        step.done("");
    } else {
        step.without("Chinese and Japanese will show as boxes; install the Noto CJK fonts");
    }
    Ok(())
}

/// The program `name` on the PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| Path::is_file(path))
}
