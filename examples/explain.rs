//! Every block of a file with its probability to be the article's, and what spoke for and against it:
//! `cargo run --example explain page.html`.

use dehusk::Options;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("Name a file of HTML.")?;
    let html = String::from_utf8_lossy(&std::fs::read(file)?).into_owned();
    let explanation = dehusk::explain(&html, &Options::default())?;
    println!("{}", serde_json::to_string_pretty(&explanation)?);
    Ok(())
}
