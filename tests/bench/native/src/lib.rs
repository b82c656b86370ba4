//! The pages that are measured with: our own samples.

use std::path::Path;

/// Name and markup of every page of the demo site.
pub fn samples() -> std::io::Result<Vec<(String, String)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../www/samples");
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "html") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            pages.push((name, std::fs::read_to_string(&path)?));
        }
    }
    pages.sort();
    Ok(pages)
}
