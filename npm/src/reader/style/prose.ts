// Fixed width for code, whatever font the text is in.
const MONO = `ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", Menlo, Consolas, monospace`;

/** The text itself. */
export const prose = `
.prose > :first-child { margin-block-start: 0; }
.prose :is(p, ul, ol, dl, blockquote, pre, figure, table, details, div) { margin-block: calc(var(--line) * .7em); margin-inline: 0; }
.prose p { text-wrap: pretty; }
/* Languages of long words are hyphenated at every width, the others where a line holds few words. */
.prose:is(:lang(de), :lang(nl), :lang(fi), :lang(sv), :lang(da), :lang(nb), :lang(hu), :lang(et), :lang(ru), :lang(uk), :lang(pl)) p { hyphens: auto; hyphenate-limit-chars: 9 4 4; }
@media (max-width: 480px) { .prose :is(p, li) { hyphens: auto; hyphenate-limit-chars: 8 4 4; } }
[data-align="justify"] .prose :is(p, li, dd) { text-align: justify; text-align-last: start; hyphens: auto; hyphenate-limit-chars: 7 3 3; }
[data-align="justify"] .prose:is(:lang(zh), :lang(ja)) p { text-justify: inter-character; }
.prose :is(h1, h2, h3, h4, h5, h6) {
  font-family: var(--display); font-weight: 700; line-height: 1.3; text-wrap: balance; break-after: avoid;
  margin-block: calc(var(--line) * 1.15em) calc(var(--line) * .35em);
}
.prose :is(h1, h2) { font-size: 1.32em; letter-spacing: -.008em; }
.prose h3 { font-size: 1.12em; }
.prose :is(h4, h5, h6) { font-size: 1em; }
.prose :is(ul, ol) { padding-inline-start: 1.6em; }
.prose li { margin-block: .35em; padding-inline-start: .2em; }
.prose li > :is(p, ul, ol) { margin-block: .35em; }
.prose li::marker { color: var(--quiet); }
.prose dt { font-weight: 700; margin-block-start: .6em; }
.prose dd { margin-inline-start: 1.4em; }
.prose blockquote { padding-inline-start: 1.1em; border-inline-start: 3px solid var(--rule); color: color-mix(in srgb, var(--ink) 82%, var(--paper)); }
.prose blockquote > :first-child { margin-block-start: 0; }
.prose blockquote > :last-child { margin-block-end: 0; }
.prose :is(img, video) { max-inline-size: 100%; block-size: auto; border-radius: 4px; vertical-align: middle; }
.prose :is(p, div, section, figure) > img:only-child { display: block; margin-inline: auto; }
.prose img[role="button"] { cursor: zoom-in; }
.prose img[data-broken] { display: none; }
.prose audio { inline-size: 100%; }
.prose figure { margin-block: calc(var(--line) * 1.1em); break-inside: avoid; }
.prose figcaption { margin-block-start: .6em; font: max(13px, .78em)/1.5 var(--display); color: var(--quiet); text-wrap: pretty; }
.prose hr { border: 0; margin-block: calc(var(--line) * 1.2em); text-align: center; block-size: 1em; line-height: 1; }
.prose hr::before { content: "· · ·"; color: var(--quiet); letter-spacing: .5em; margin-inline-start: .5em; }
.prose :is(code, kbd, samp) { font-family: ${MONO}; font-size: .84em; }
.prose :is(code, samp) { background: var(--wash); border-radius: 4px; padding: .12em .32em; overflow-wrap: anywhere; }
.prose kbd { border: 1px solid var(--rule); border-block-end-width: 2px; border-radius: 4px; padding: .1em .4em; }
.prose pre { background: var(--wash); border-radius: 8px; padding: .9em 1.1em; overflow-x: auto; font: .82em/1.55 ${MONO}; tab-size: 4; text-align: left; }
.prose .code { position: relative; margin-block: calc(var(--line) * .7em); }
.prose .code pre { margin: 0; }
.prose .code .tool { position: absolute; inset-block-start: 4px; inset-inline-end: 4px; min-inline-size: 34px; min-block-size: 34px; padding: 0; background: var(--wash); }
.prose .code .tool:not(:focus-visible) { opacity: .75; }
.prose .code .tool:hover { opacity: 1; }
.prose .code .icon { inline-size: 17px; block-size: 17px; }
.prose .code:has(pre:hover) .tool, .prose .code .tool:hover { opacity: 1; }
.c-keyword, .c-built_in, .c-tag, .c-selector-tag { color: var(--key); }
.c-string, .c-regexp, .c-attribute, .c-addition, .c-quote { color: var(--string); }
.c-number, .c-literal, .c-symbol, .c-variable, .c-attr { color: var(--number); }
.c-title, .c-name, .c-type, .c-section, .c-function { color: var(--name); }
.c-comment, .c-meta, .c-doctag { color: var(--quiet); }
.c-comment { font-style: italic; }
.prose pre code { background: none; padding: 0; font-size: inherit; overflow-wrap: normal; }
.prose .sideways { overflow-x: auto; }
.prose table { border-collapse: collapse; margin: 0; min-inline-size: 100%; font: max(13px, .84em)/1.45 var(--display); font-variant-numeric: tabular-nums; }
.prose caption { caption-side: top; text-align: start; color: var(--quiet); padding-block-end: .5em; }
.prose :is(th, td) { padding: .5em .8em; text-align: start; vertical-align: top; border-block-end: 1px solid var(--rule); min-inline-size: 4em; }
.prose :is(th, td):first-child { padding-inline-start: 0; }
.prose thead th { border-block-end: 2px solid var(--rule); }
.prose :is(sup, sub) { font-size: .72em; line-height: 0; }
.prose sup a { padding-inline: .15em; text-decoration: none; }
.prose mark[data-mark] { cursor: pointer; border-radius: 2px; }
::highlight(dehusk-sentence) { background-color: var(--mark); color: var(--ink); }
::highlight(dehusk-word) { background-color: var(--word); color: var(--ink); }
.prose mark { background: var(--mark); color: inherit; }
.prose small { font-size: .84em; }
.prose abbr[title] { text-decoration: underline dotted; text-underline-offset: .2em; }
.prose summary { cursor: pointer; font-weight: 600; }
.prose rt { font-size: .5em; }
.prose math { font-size: 1.06em; }
.prose math[display="block"] { display: block math; margin-block: calc(var(--line) * .4em); padding-block: .4em; }
.prose :is(em, i, cite, dfn):is(:lang(zh), :lang(ja), :lang(ko)) { font-style: normal; text-emphasis: none; font-weight: 600; }
.prose :is(em, i, cite, dfn):is(:lang(ar), :lang(fa), :lang(ur), :lang(he)) { font-style: normal; font-weight: 600; }
.prose :target, .prose :focus[tabindex="-1"] { outline: none; background: var(--mark); }
@media (forced-colors: active) {
  .prose :is(pre, code, blockquote) { border: 1px solid CanvasText; }
}
`;

/** On paper: the text alone, black on white, links with their address. */
export const print = `
@media print {
  dialog.overlay, .reader, .scroller { position: static; block-size: auto; overflow: visible; }
  .reader, .reader[data-theme] { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --wash: #f4f4f4; --link: #000; }
  .bar, .progress, .band, .speech, .notice, .note, .bubble, .code .tool { display: none; }
  .page { max-inline-size: none; padding: 0; font-size: 11pt; }
  .prose a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; color: var(--quiet); overflow-wrap: anywhere; }
  .prose :is(pre, .sideways) { overflow: visible; white-space: pre-wrap; }
  .prose :is(p, li) { orphans: 3; widows: 3; }
}
`;
