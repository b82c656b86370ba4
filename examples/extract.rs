//! The article of a file as Markdown: `cargo run --example extract page.html [URL]`.

use dehusk::Options;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("Name a file of HTML.")?;
    let options = Options { url: arguments.next(), ..Options::default() };
    // Bytes that are no UTF-8 become U+FFFD; who reads legacy pages decodes them first.
    let html = String::from_utf8_lossy(&std::fs::read(file)?).into_owned();
    match dehusk::extract(&html, &options)? {
        Some(article) => println!("# {}\n\n{}", article.title, article.markdown),
        None => println!("Nothing to read."),
    }
    Ok(())
}
