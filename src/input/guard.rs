//! Stands between html5ever's tokenizer and its tree builder and keeps the tree shallow.
//!
//! The tree builder searches its stack of open elements for every tag, so its time grows with the
//! square of the nesting (html5ever issue 788). Browsers fold what is nested deeper than 512; so does
//! this: beyond the limit a start tag is left out, and the end tag that belongs to it.

use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{Tracer, TreeBuilder, TreeSink};
use html5ever::{local_name, LocalName};
use std::cell::{Cell, RefCell};

/// A token sink that passes on at most `limit` nested elements.
pub struct Guard<Handle, Sink> {
    /// The tree builder behind.
    pub inner: TreeBuilder<Handle, Sink>,
    limit: usize,
    /// Start tags passed on minus end tags: an upper bound of the nesting, free to keep.
    balance: Cell<usize>,
    /// Start tags left out whose end tags are still to come.
    dropped: RefCell<Vec<LocalName>>,
    /// Tokens so far, errors aside.
    tokens: Cell<usize>,
}

/// Counts the handles a tree builder holds: its stack and its list of formatting elements.
struct Count<Handle>(Cell<usize>, std::marker::PhantomData<Handle>);

impl<Handle> Tracer for Count<Handle> {
    type Handle = Handle;
    fn trace_handle(&self, _: &Handle) {
        self.0.set(self.0.get() + 1);
    }
}

impl<Handle: Clone, Sink: TreeSink<Handle = Handle>> Guard<Handle, Sink> {
    /// `limit`: elements that may be open at once.
    pub fn new(inner: TreeBuilder<Handle, Sink>, limit: usize) -> Self {
        Guard { inner, limit, balance: Cell::new(0), dropped: RefCell::default(), tokens: Cell::new(0) }
    }

    /// Tokens that came so far: none while the tokenizer is inside a tag or a comment.
    pub fn tokens(&self) -> usize {
        self.tokens.get()
    }

    /// Elements the tree builder holds, counted only when tags leave it possible that they are many.
    fn is_full(&self) -> bool {
        if self.balance.get() < self.limit {
            return false;
        }
        let count = Count(Cell::new(0), std::marker::PhantomData);
        self.inner.trace_handles(&count);
        let open = count.0.get();
        if open < self.limit {
            // Most start tags were closed without an end tag (`<li>`, `<p>`): begin anew from the truth.
            self.balance.set(open);
        }
        open >= self.limit
    }

    /// Whether the tag is to be left out.
    fn leaves_out(&self, tag: &Tag) -> bool {
        match tag.kind {
            TagKind::StartTag => {
                if never_nests(&tag.name) {
                    return false;
                }
                if self.is_full() {
                    self.dropped.borrow_mut().push(tag.name.clone());
                    return true;
                }
                self.balance.set(self.balance.get() + 1);
                false
            }
            TagKind::EndTag => {
                /// How far back an end tag looks for its start tag; misnesting is local.
                const REACH: usize = 64;
                let mut dropped = self.dropped.borrow_mut();
                let from = dropped.len().saturating_sub(REACH);
                if let Some(at) = dropped[from..].iter().rposition(|name| *name == tag.name) {
                    dropped.truncate(from + at);
                    return true;
                }
                self.balance.set(self.balance.get().saturating_sub(1));
                false
            }
        }
    }
}

/// Void elements, and those whose content the tokenizer reads as text.
fn never_nests(name: &LocalName) -> bool {
    matches!(
        *name,
        local_name!("area")
            | local_name!("base")
            | local_name!("br")
            | local_name!("col")
            | local_name!("embed")
            | local_name!("hr")
            | local_name!("img")
            | local_name!("input")
            | local_name!("link")
            | local_name!("meta")
            | local_name!("source")
            | local_name!("track")
            | local_name!("wbr")
            | local_name!("script")
            | local_name!("style")
            | local_name!("textarea")
            | local_name!("title")
            | local_name!("noscript")
            | local_name!("iframe")
            | local_name!("noembed")
            | local_name!("noframes")
            | local_name!("xmp")
            | local_name!("plaintext")
    )
}

impl<Handle: Clone, Sink: TreeSink<Handle = Handle>> TokenSink for Guard<Handle, Sink> {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        if !matches!(token, Token::ParseError(_)) {
            self.tokens.set(self.tokens.get() + 1);
        }
        if let Token::TagToken(tag) = &token {
            if self.leaves_out(tag) {
                return TokenSinkResult::Continue;
            }
        }
        self.inner.process_token(token, line)
    }

    fn end(&self) {
        self.inner.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.inner.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
