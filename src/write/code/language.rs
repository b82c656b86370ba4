//! The language of a code block, from the class names of the common highlighters.

use crate::attr::AttrName;
use crate::page::{Page, Row};
use crate::tag::Tag;
use crate::write::names::classes;

/// Names that stand alone in a class list (highlight.js, Pandoc, Rouge, Prettify). Those that are
/// common words of style sheets are left out.
const KNOWN: &[&str] = &[
    "asm",
    "awk",
    "bash",
    "c",
    "c++",
    "clojure",
    "cmake",
    "coffeescript",
    "console",
    "cpp",
    "cs",
    "csharp",
    "css",
    "cuda",
    "d",
    "dart",
    "diff",
    "dockerfile",
    "elisp",
    "elixir",
    "elm",
    "erlang",
    "fortran",
    "fsharp",
    "go",
    "golang",
    "graphql",
    "groovy",
    "haskell",
    "hs",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "jsonc",
    "jsx",
    "julia",
    "kotlin",
    "latex",
    "lean",
    "lisp",
    "lua",
    "make",
    "makefile",
    "markdown",
    "matlab",
    "nasm",
    "nginx",
    "nim",
    "nix",
    "objc",
    "objective-c",
    "objectivec",
    "ocaml",
    "perl",
    "php",
    "plaintext",
    "powershell",
    "prolog",
    "proto",
    "protobuf",
    "ps1",
    "py",
    "python",
    "python3",
    "r",
    "racket",
    "rb",
    "ruby",
    "rs",
    "rust",
    "sass",
    "scala",
    "scheme",
    "scss",
    "sh",
    "shell",
    "solidity",
    "sql",
    "swift",
    "tcl",
    "terraform",
    "tex",
    "toml",
    "ts",
    "tsx",
    "typescript",
    "vb",
    "verilog",
    "vhdl",
    "vim",
    "vue",
    "wasm",
    "xml",
    "yaml",
    "yml",
    "zig",
    "zsh",
];
/// Names of style sheets that only look like languages.
const NONE: &[&str] =
    &["none", "default", "text", "plain", "plaintext", "txt", "auto", "nohighlight", "unknown", "undefined"];

/// Whether a word is the name of a language.
#[must_use]
pub fn is_known(word: &str) -> bool {
    KNOWN.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// The language of the block at `block`: said by itself, by what it holds, or by what it lies in.
#[must_use]
pub fn of(page: &Page, block: Row) -> Option<String> {
    /// Rows inside a block that are asked: its first elements.
    const INSIDE: u32 = 12;
    /// Elements around it that are asked, and the children one may have: more is no wrapper of a block.
    const AROUND: usize = 3;
    const CHILDREN: usize = 8;
    let inside = (block..page.end[block as usize].min(block + INSIDE))
        .filter(|&row| row == block || matches!(page.tag[row as usize], Tag::Code | Tag::Pre | Tag::Div));
    let lone = |&up: &Row| page.children(up).take(CHILDREN + 1).count() <= CHILDREN;
    let around = page.ancestors(block).take(AROUND).take_while(lone);
    let named = inside
        .chain(around)
        .find_map(|row| stated(page, row))
        .or_else(|| known(page, block))
        .or_else(|| label(page, block));
    named.filter(|name| !NONE.contains(&name.as_str()))
}

/// A language said in so many words: `language-x`, `lang-x`, `highlight-source-x`, `brush: x`, `data-lang`.
fn stated(page: &Page, row: Row) -> Option<String> {
    let by_attr = [AttrName::DataLang, AttrName::DataLanguage].iter().find_map(|&name| page.attr(row, name));
    if let Some(name) = by_attr.and_then(plain) {
        return Some(name);
    }
    let class = page.attr(row, AttrName::Class)?;
    if let Some((_, brush)) = class.split_once("brush:") {
        return plain(brush.trim_start().split(|c: char| c == ';' || c.is_whitespace()).next().unwrap_or(""));
    }
    classes(page, row)
        .find_map(|class| {
            let name =
                ["language-", "lang-", "highlight-source-", "highlight-text-", "sourceCode-", "code-lang-", "brush-"]
                    .iter()
                    .find_map(|prefix| class.strip_prefix(prefix))?;
            plain(name)
        })
        .or_else(|| {
            // Sphinx: `highlight-python notranslate`; GitHub's gists: `type-python`.
            classes(page, row).find_map(|class| {
                class
                    .strip_prefix("highlight-")
                    .or_else(|| class.strip_prefix("type-"))
                    .filter(|name| KNOWN.contains(name))
                    .and_then(plain)
            })
        })
}

/// A known name alone in the class list of the block, its `code`, or the `div` right around.
fn known(page: &Page, block: Row) -> Option<String> {
    let code = (block + 1..page.end[block as usize].min(block + 4)).filter(|&row| page.tag[row as usize] == Tag::Code);
    let around = std::iter::once(page.parent[block as usize]).filter(|&up| {
        classes(page, up).any(|class| matches!(class, "highlight" | "sourceCode" | "code" | "codehilite"))
    });
    std::iter::once(block).chain(code).chain(around).find_map(|row| {
        classes(page, row).find_map(|class| {
            KNOWN.iter().find(|known| class.eq_ignore_ascii_case(known)).map(|known| (*known).to_string())
        })
    })
}

/// The label in an editor's header above the lines.
fn label(page: &Page, block: Row) -> Option<String> {
    let end = page.end[block as usize];
    let first = (block + 1..end)
        .find(|&row| page.tag[row as usize] == Tag::Text && !page.subtree_text(row).trim().is_empty())?;
    let word = page.subtree_text(first).trim().to_ascii_lowercase();
    let in_header = page
        .ancestors(first)
        .take_while(|&up| up > block)
        .any(|up| classes(page, up).any(|class| class == "sticky" || class.contains("header")));
    (in_header && is_known(&word)).then_some(word)
}

fn plain(name: &str) -> Option<String> {
    let name = name.trim().to_ascii_lowercase();
    let fits = !name.is_empty()
        && name.len() <= 24
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'#' | b'-' | b'_' | b'.'));
    fits.then_some(name)
}
