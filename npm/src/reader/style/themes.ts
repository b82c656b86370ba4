// Paper and ink. Body text is at least 7:1 on its paper (WCAG 2.2, 1.4.6), links and quiet text at least 4.5:1.
const LIGHT = `
  color-scheme: light;
  --paper: #fdfcfa; --raised: #ffffff; --ink: #1f1e1c; --quiet: #66625c; --rule: #e4e0d8;
  --wash: #f4f1eb; --link: #1a56a8; --mark: #fff0b3; --focus: #1a56a8; --shade: rgb(40 32 20 / .14);`;
const SEPIA = `
  color-scheme: light;
  --paper: #f6eedd; --raised: #fbf5e8; --ink: #3a2f21; --quiet: #6f5f48; --rule: #e0d3b8;
  --wash: #eee3cc; --link: #7a4410; --mark: #f3dc9b; --focus: #7a4410; --shade: rgb(80 56 16 / .18);`;
const DARK = `
  color-scheme: dark;
  --paper: #17181b; --raised: #212327; --ink: #dcdad5; --quiet: #9c9a95; --rule: #33353a;
  --wash: #212327; --link: #8fb8f0; --mark: #574a1c; --focus: #8fb8f0; --shade: rgb(0 0 0 / .5);`;

export const themes = `
.reader { ${LIGHT} }
.reader[data-theme="sepia"] { ${SEPIA} }
.reader[data-theme="dark"] { ${DARK} }
@media (prefers-color-scheme: dark) { .reader[data-theme="auto"] { ${DARK} } }
.disc.light { background: #fdfcfa; }
.disc.sepia { background: #f6eedd; }
.disc.dark { background: #17181b; }
.disc.auto { background: linear-gradient(135deg, #fdfcfa 50%, #17181b 50%); }
`;
