// Sizes are em of the text, so that the whole page grows together. One line is the unit of the vertical rhythm.
const SERIF = `Charter, "Bitstream Charter", "Sitka Text", "Iowan Old Style", "Source Serif 4", Cambria, "Noto Serif", Georgia, serif`;
const SANS = `system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif`;
const MONO = `ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", Menlo, Consolas, monospace`;

/** The column and its masthead; what a script asks of type and leading. */
export const page = `
.page {
  --script: ${SERIF}; --display: ${SANS}; --text: var(--script);
  --base: 1.6; --line: calc(var(--base) * var(--leading));
  position: relative;
  max-inline-size: calc(var(--measure) + 2 * var(--gutter));
  --gutter: clamp(20px, 5vw, 48px);
  margin: 0 auto; padding: 28px var(--gutter) 25vh;
  font-family: var(--text); font-size: var(--size); line-height: var(--line);
  letter-spacing: var(--letter); word-spacing: var(--word);
  font-kerning: normal; font-optical-sizing: auto; text-rendering: optimizeLegibility;
  overflow-wrap: break-word; hanging-punctuation: first allow-end last;
}
[data-font="sans"] .page { --script: ${SANS}; }
[data-font="mono"] .page { --text: ${MONO}, var(--script); --base: 1.55; }
[data-font="legible"] .page { --text: "Dehusk Legible", "Atkinson Hyperlegible", var(--script); --display: var(--text); }
[data-font="dyslexic"] .page { --text: "Dehusk Dyslexic", OpenDyslexic, var(--script); --display: var(--text); --base: 1.75; }
.page:lang(zh), .page:lang(ja), .page:lang(ko) { --base: 1.8; line-break: strict; text-autospace: normal; text-spacing-trim: normal; }
.page:lang(zh) { --script: "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; --display: var(--text); }
.page:lang(zh-TW), .page:lang(zh-Hant) { --script: "PingFang TC", "Noto Sans CJK TC", "Source Han Sans TC", "Microsoft JhengHei", sans-serif; }
.page:lang(zh-HK), .page:lang(zh-MO) { --script: "PingFang HK", "Noto Sans CJK HK", "Noto Sans CJK TC", "Microsoft JhengHei", sans-serif; }
.page:lang(ja) { --script: "Hiragino Sans", "Noto Sans CJK JP", "Source Han Sans", "Yu Gothic", Meiryo, sans-serif; --display: var(--text); }
.page:lang(ko) { --script: "Apple SD Gothic Neo", "Noto Sans CJK KR", "Malgun Gothic", sans-serif; --display: var(--text); word-break: keep-all; }
.page:lang(ar), .page:lang(fa), .page:lang(ur), .page:lang(ps), .page:lang(ckb) {
  --base: 1.9; --script: "Noto Naskh Arabic", "Geeza Pro", "Amiri", "Traditional Arabic", "Segoe UI", serif;
  --display: "Noto Sans Arabic", "Geeza Pro", "Segoe UI", ${SANS};
  letter-spacing: 0; /* Joined letters must stay joined. */
}
.page:lang(ur) { --base: 2.1; }
.page:lang(he), .page:lang(yi) { --script: "Noto Serif Hebrew", "Times New Roman", ${SERIF}; }
.page:is(:lang(hi), :lang(mr), :lang(ne), :lang(bn), :lang(ta), :lang(te), :lang(th), :lang(km), :lang(lo), :lang(my)) {
  --base: 1.8; --script: "Noto Serif Devanagari", "Noto Serif Bengali", "Noto Serif Tamil", "Noto Serif Telugu", "Noto Serif Thai", "Nirmala UI", ${SANS};
}
.masthead { margin-block-end: calc(var(--line) * 1em); }
.masthead p { margin: 0; font-family: var(--display); font-size: max(13px, .74em); line-height: 1.6; color: var(--quiet); }
.masthead h1 {
  margin: .25em 0 .4em; font-family: var(--display); font-weight: 700;
  font-size: clamp(1.35em, 1.1em + 1.6vw, 1.9em); line-height: 1.22; letter-spacing: max(-.012em, var(--letter) - .012em); text-wrap: balance;
}
/* Balanced lines may end inside a word where words have no spaces. */
.page.page:is(:lang(zh), :lang(ja)) :is(h1, h2, h3, h4, h5, h6) { text-wrap: wrap; word-break: auto-phrase; }
.page:is(:lang(zh), :lang(ja), :lang(ko), :lang(ar), :lang(fa), :lang(ur)) .masthead h1 { letter-spacing: 0; line-height: 1.4; }
.facts { display: flex; flex-wrap: wrap; column-gap: 1.4em; }
.facts .byline { color: var(--ink); font-weight: 600; }
.masthead::after { content: ""; display: block; inline-size: 3em; margin-block-start: calc(var(--line) * .8em); border-block-start: 2px solid var(--rule); }
.source { margin-block-start: calc(var(--line) * 2em); padding-block-start: 1em; border-block-start: 1px solid var(--rule); font: 14px/1.5 ${SANS}; }
.page a { color: var(--link); text-decoration-line: underline; text-decoration-thickness: 1px; text-decoration-color: color-mix(in srgb, var(--link) 45%, transparent); text-underline-offset: .18em; }
.page a:hover { text-decoration-color: currentColor; }
@media (forced-colors: active) { .page a { text-decoration-color: currentColor; } }
@media (max-width: 420px) { .page { padding-block-start: 12px; } }
`;
