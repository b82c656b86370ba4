//! Tree → HTML in linear time. html5ever looks through the rest of a text or value at every character it
//! escapes: a megabyte of `&` takes minutes. This hands it short pieces of text, and escapes values itself.

use html5ever::serialize::{AttrRef, HtmlSerializer, Serialize, SerializeOpts, Serializer, TraversalScope};
use html5ever::{local_name, ns, QualName};
use std::io::Result;

/// The HTML of a tree, as html5ever writes it.
pub fn html(tree: &impl Serialize) -> String {
    let options = SerializeOpts {
        scripting_enabled: true,
        traversal_scope: TraversalScope::IncludeNode,
        create_missing_parent: false,
    };
    let mut print = Print(HtmlSerializer::new(Vec::new(), options));
    // Writing to a vector cannot fail.
    let _ = tree.serialize(&mut print, TraversalScope::IncludeNode);
    String::from_utf8_lossy(&print.0.writer).into_owned()
}

struct Print(HtmlSerializer<Vec<u8>>);

impl Serializer for Print {
    fn start_elem<'a, Attrs: Iterator<Item = AttrRef<'a>>>(&mut self, name: QualName, attrs: Attrs) -> Result<()> {
        let before = self.0.writer.len();
        self.0.start_elem(name, std::iter::empty())?;
        let out = &mut self.0.writer;
        // Nothing is written of what a void element holds.
        if out.len() > before {
            out.pop();
            for (name, value) in attrs {
                out.extend(b" ");
                out.extend(prefix(name));
                out.extend(name.local.as_bytes());
                out.extend(b"=\"");
                escape(out, value);
                out.extend(b"\"");
            }
            out.extend(b">");
        }
        Ok(())
    }

    fn end_elem(&mut self, name: QualName) -> Result<()> {
        self.0.end_elem(name)
    }

    fn write_text(&mut self, text: &str) -> Result<()> {
        /// Bytes of a piece: what is looked through again costs no more than the call.
        const PIECE: usize = 256;
        let mut rest = text;
        while !rest.is_empty() {
            let end = (PIECE.min(rest.len())..).find(|&at| rest.is_char_boundary(at)).unwrap_or(rest.len());
            let (piece, more) = rest.split_at(end);
            self.0.write_text(piece)?;
            rest = more;
        }
        Ok(())
    }

    fn write_comment(&mut self, text: &str) -> Result<()> {
        self.0.write_comment(text)
    }

    fn write_doctype(&mut self, name: &str) -> Result<()> {
        self.0.write_doctype(name)
    }

    fn write_processing_instruction(&mut self, target: &str, data: &str) -> Result<()> {
        self.0.write_processing_instruction(target, data)
    }
}

fn prefix(name: &QualName) -> &'static [u8] {
    match name.ns {
        ns!(xml) => b"xml:",
        ns!(xmlns) if name.local != local_name!("xmlns") => b"xmlns:",
        ns!(xlink) => b"xlink:",
        _ => b"",
    }
}

fn escape(out: &mut Vec<u8>, value: &str) {
    let mut kept = 0;
    for (at, sign) in value.char_indices() {
        let written: &[u8] = match sign {
            '&' => b"&amp;",
            '"' => b"&quot;",
            '<' => b"&lt;",
            '>' => b"&gt;",
            '\u{a0}' => b"&nbsp;",
            _ => continue,
        };
        out.extend(&value.as_bytes()[kept..at]);
        out.extend(written);
        kept = at + sign.len_utf8();
    }
    out.extend(&value.as_bytes()[kept..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    #[test]
    fn a_tree_is_written_as_html5ever_writes_it() {
        let source = "<!doctype html><title>a&amp;b</title><p title='\"&lt;\u{a0}>'>\u{a0}ä&lt;<br><svg xlink:href=x xml:lang=y xmlns='http://www.w3.org/2000/svg'><a/></svg><script>a && b</script><!-- c --><textarea>\n&amp;</textarea>".repeat(9);
        let tree = Html::parse_document(&source);
        assert_eq!(html(&tree), tree.html());
        assert!(html(&Html::parse_document(&"&amp;é".repeat(999))).ends_with(&"&amp;é</body></html>"));
    }
}
