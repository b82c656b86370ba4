//! Copies, zips and unpacks folders, always in the same order and with the same times: same files, same bytes.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use flate2::read::GzDecoder;
use ignore::WalkBuilder;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// All files below `folder`, sorted, relative to it.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkBuilder::new(folder).standard_filters(false).build() {
        let entry = entry.with_context(|| format!("{} can't be read", folder.display()))?;
        if entry.file_type().is_some_and(|kind| kind.is_file()) {
            files.push(entry.path().strip_prefix(folder)?.to_owned());
        }
    }
    files.sort();
    Ok(files)
}

/// Makes `to` a copy of `from`; what was in `to` is gone.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    remove(to)?;
    for file in files(from)? {
        let target = to.join(&file);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(from.join(&file), target)?;
    }
    Ok(())
}

/// Writes the files of `folder` into the zip `to` and returns its size in bytes.
pub fn zip(folder: &Path, to: &Path) -> Result<usize> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(File::create(to)?);
    for file in files(folder)? {
        let name = file.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        zip.start_file(name, options)?;
        zip.write_all(&fs::read(folder.join(&file))?)?;
    }
    zip.finish()?;
    Ok(usize::try_from(fs::metadata(to)?.len())?)
}

/// Unpacks a package archive of npm into `to`; its files lie below one folder, `package/`.
pub fn untar(archive: &Path, to: &Path) -> Result<()> {
    remove(to)?;
    let mut tar = tar::Archive::new(GzDecoder::new(File::open(archive)?));
    for entry in tar.entries()? {
        let mut entry = entry?;
        let target = to.join(entry.path()?.strip_prefix("package")?);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        entry.unpack(target)?;
    }
    Ok(())
}

/// Deletes a folder with all it holds, when it is there.
pub fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} can't be deleted", folder.display()))?;
    }
    Ok(())
}
