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
  position: relative; overflow: hidden;
  background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif;
  -webkit-text-size-adjust: none; text-size-adjust: none;
  block-size: 100%;
}
.reader *, .reader *::before { box-sizing: border-box; }
.reader [hidden] { display: none !important; }
.scroller {
  block-size: 100%; overflow: hidden auto; overscroll-behavior: contain; scrollbar-gutter: stable;
  scrollbar-color: var(--rule) transparent; scroll-padding-block: 72px 32px; outline: none;
}
.reader :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.reader .scroller:focus-visible { outline: none; }
.progress {
  position: absolute; z-index: 3; inset-block-start: 0; inset-inline: 0; block-size: 3px; pointer-events: none;
  background: var(--link); transform: scaleX(var(--read, 0)); transform-origin: left;
}
.reader:dir(rtl) .progress { transform-origin: right; }
.notice {
  position: absolute; z-index: 4; inset-block-end: 24px; inset-inline: 0; margin-inline: auto; inline-size: fit-content; max-inline-size: calc(100% - 32px);
  margin-block: 0; padding: 8px 16px; border-radius: 10px; background: var(--ink); color: var(--paper); font-size: 14px; pointer-events: none;
}
.notice:empty { visibility: hidden; }
.band {
  --at: 42%; --half: calc(var(--size) * 3.1);
  position: absolute; z-index: 1; inset: 52px 0 0; pointer-events: none;
  background: linear-gradient(color-mix(in srgb, var(--paper) 84%, transparent) calc(var(--at) - 52px - var(--half)), transparent calc(var(--at) - 40px - var(--half)),
    transparent calc(var(--at) - 64px + var(--half)), color-mix(in srgb, var(--paper) 84%, transparent) calc(var(--at) - 52px + var(--half)));
}
.lightbox {
  position: fixed; inset: 0; inline-size: 100vw; block-size: 100dvh; max-inline-size: none; max-block-size: none;
  margin: 0; padding: 0; border: 0; background: rgb(12 12 14 / .96); color: #f2f0ec; overflow: hidden;
}
.lightbox[open] { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; }
.lightbox::backdrop { background: none; }
.lightbox .tools { display: flex; gap: 4px; align-items: center; padding: 6px 10px; }
.lightbox .tool { color: #f2f0ec; }
.lightbox .tool:hover { background: rgb(255 255 255 / .14); color: #fff; }
.lightbox :focus-visible { outline-color: #fff; }
.lightbox .place { flex: 1; font-size: 13px; padding-inline: 8px; font-variant-numeric: tabular-nums; }
.lightbox img { inline-size: 100%; block-size: 100%; object-fit: contain; cursor: zoom-out; }
.lightbox .caption { margin: 0; padding: 10px 20px 16px; text-align: center; font-size: 14px; }
@media (prefers-reduced-motion: no-preference) {
  dialog.overlay[open] { animation: appear .16s ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
`;
