//! A file without spam, ads and clutter, and on the other output what went and why:
//! `cargo run --example clean page.html > cleaned.html`.

use dehusk::Options;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("Name a file of HTML.")?;
    let html = String::from_utf8_lossy(&std::fs::read(file)?).into_owned();
    let cleaned = dehusk::clean(&html, &Options::default())?;
    for removal in &cleaned.removals {
        eprintln!("{:10} {:.2} {}", removal.kind.name(), removal.confidence, removal.reason);
    }
    println!("{}", cleaned.html);
    Ok(())
}
