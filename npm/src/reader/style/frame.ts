/** The box of the reader: the overlay, what scrolls in it, and what the page must not reach. */
export const frame = `
:host { all: initial !important; display: block !important; }
dialog.overlay {
  position: fixed; inset: 0; z-index: 2147483647;
  inline-size: 100vw; block-size: 100dvh; max-inline-size: none; max-block-size: none;
  margin: 0; padding: 0; border: 0; background: none; overflow: hidden;
}
dialog.overlay::backdrop { background: none; }
dialog.overlay > .reader { block-size: 100%; }
.reader {
  background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif;
  -webkit-text-size-adjust: none; text-size-adjust: none;
  block-size: 100%;
}
.reader *, .reader *::before { box-sizing: border-box; }
.scroller {
  block-size: 100%; overflow: hidden auto; overscroll-behavior: contain; scrollbar-gutter: stable;
  scrollbar-color: var(--rule) transparent; scroll-padding-block: 4.5rem 2rem; outline: none;
}
.reader :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.reader .scroller:focus-visible { outline: none; }
@media (prefers-reduced-motion: no-preference) {
  dialog.overlay[open] { animation: appear .16s ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
`;
