//! Takes the making of panic messages out of a wasm file. A panic traps all the same, and then says
//! nothing; what formats numbers and names places for it is 10 KB that no page ever needs. Rust's own
//! switch (`panic_immediate_abort`) wants a nightly compiler.

use anyhow::{bail, Context, Result};

/// Parts of the names of functions that never return.
const MESSAGES: [&str; 8] = [
    "core::panicking::",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::str::slice_error_fail",
    "alloc::raw_vec::handle_error",
    "console_error_panic_hook::hook",
    "std::panicking::panic_handler",
];

/// A function body without locals that traps: its size, no locals, `unreachable`, `end`.
const TRAP: [u8; 4] = [3, 0, 0, 0x0b];

/// Section numbers of the wasm format.
const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const CODE: u8 = 10;

/// The file with those functions' bodies replaced, and how many there were. The names must still be in it.
pub fn silence(wasm: &[u8]) -> Result<(Vec<u8>, usize)> {
    let sections = sections(wasm)?;
    let imports = match sections.iter().find(|section| section.0 == IMPORT) {
        Some((_, body)) => imported_functions(body)?,
        None => 0,
    };
    let names = sections.iter().filter(|section| section.0 == CUSTOM).find_map(|(_, body)| function_names(body));
    let names = names.context("the wasm file has no names")?;
    let quiet = |index: u32| {
        let at = names.binary_search_by_key(&index, |name| name.0).ok();
        at.is_some_and(|at| MESSAGES.iter().any(|part| names[at].1.contains(part)))
    };
    let mut out = wasm.get(..8).context("not a wasm file")?.to_vec();
    let mut count = 0;
    for (id, body) in sections {
        let mut new = Vec::new();
        if id == CODE {
            let mut reader = Reader(body);
            let functions = reader.number()?;
            number(functions, &mut new);
            for index in 0..functions {
                let whole = reader.0;
                let size = reader.number()? as usize;
                reader.skip(size)?;
                let body = &whole[..whole.len() - reader.0.len()];
                let quiet = quiet(imports + index);
                count += usize::from(quiet);
                new.extend_from_slice(if quiet { &TRAP } else { body });
            }
        } else {
            new.extend_from_slice(body);
        }
        out.push(id);
        number(u32::try_from(new.len())?, &mut out);
        out.extend_from_slice(&new);
    }
    Ok((out, count))
}

fn sections(wasm: &[u8]) -> Result<Vec<(u8, &[u8])>> {
    let mut reader = Reader(wasm.get(8..).context("not a wasm file")?);
    let mut sections = Vec::new();
    while let Some(&id) = reader.0.first() {
        reader.skip(1)?;
        let size = reader.number()? as usize;
        sections.push((id, reader.skip(size)?));
    }
    Ok(sections)
}

/// How many functions are imported: they are numbered first.
fn imported_functions(body: &[u8]) -> Result<u32> {
    let mut reader = Reader(body);
    let mut functions = 0;
    for _ in 0..reader.number()? {
        for _ in 0..2 {
            let size = reader.number()? as usize;
            reader.skip(size)?;
        }
        match reader.skip(1)?[0] {
            0 => {
                functions += 1;
                reader.number()?;
            }
            1 => {
                reader.skip(1)?;
                reader.limits()?;
            }
            2 => reader.limits()?,
            3 => drop(reader.skip(2)?),
            other => bail!("an import of unknown kind {other}"),
        }
    }
    Ok(functions)
}

/// Index and name of each function, if this custom section holds the names.
fn function_names(body: &[u8]) -> Option<Vec<(u32, String)>> {
    const FUNCTIONS: u8 = 1;
    let mut reader = Reader(body);
    let size = reader.number().ok()? as usize;
    if reader.skip(size).ok()? != b"name" {
        return None;
    }
    while let Some(&id) = reader.0.first() {
        reader.skip(1).ok()?;
        let size = reader.number().ok()? as usize;
        let mut part = Reader(reader.skip(size).ok()?);
        if id == FUNCTIONS {
            let count = part.number().ok()?;
            let name = |_| {
                let index = part.number().ok()?;
                let size = part.number().ok()? as usize;
                Some((index, String::from_utf8_lossy(part.skip(size).ok()?).into_owned()))
            };
            return (0..count).map(name).collect();
        }
    }
    None
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn skip(&mut self, bytes: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(bytes).context("the wasm file ends early")?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number in LEB128.
    fn number(&mut self) -> Result<u32> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.skip(1)?[0];
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        bail!("a number of the wasm file is too long")
    }

    fn limits(&mut self) -> Result<()> {
        let has_most = self.skip(1)?[0] & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Ok(())
    }
}

/// Writes a number in LEB128.
fn number(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_the_named_body_only() -> Result<()> {
        let section = |id: u8, body: &[u8]| [&[id, body.len() as u8], body].concat();
        let named = |index: u8, name: &str| [&[index, name.len() as u8], name.as_bytes()].concat();
        // Two functions that return 1 and 2.
        let code = [2, 4, 0, 0x41, 1, 0x0b, 4, 0, 0x41, 2, 0x0b];
        let names = [vec![2], named(0, "kept"), named(1, "core::panicking::panic_fmt")].concat();
        let names = [&[4], &b"name"[..], &[1, names.len() as u8], &names].concat();
        let wasm = [&b"\0asm\x01\0\0\0"[..], &section(CODE, &code), &section(CUSTOM, &names)].concat();
        let (out, count) = silence(&wasm)?;
        assert_eq!(count, 1);
        assert_eq!(sections(&out)?[0], (CODE, &[2, 4, 0, 0x41, 1, 0x0b, 3, 0, 0, 0x0b][..]));
        Ok(())
    }
}
