// Paper and ink. Body text is at least 7:1 on its paper (WCAG 2.2, 1.4.6), links, quiet text and code at least 4.5:1.
const LIGHT = `
  color-scheme: light;
  --paper: #fdfcfa; --raised: #ffffff; --ink: #1f1e1c; --quiet: #66625c; --rule: #e4e0d8; --edge: #8b867e;
  --wash: #f4f1eb; --link: #1a56a8; --mark: #fff0b3; --word: #ffd966; --focus: #1a56a8; --shade: rgb(40 32 20 / .14);
  --key: #8a2f8f; --string: #2b6a2b; --number: #8a4b00; --name: #1a56a8;`;
const SEPIA = `
  color-scheme: light;
  --paper: #f6eedd; --raised: #fbf5e8; --ink: #3a2f21; --quiet: #6b5b44; --rule: #e0d3b8; --edge: #8a7a60;
  --wash: #eee3cc; --link: #7a4410; --mark: #f3dc9b; --word: #e9c25c; --focus: #7a4410; --shade: rgb(80 56 16 / .18);
  --key: #7d2a82; --string: #2b5f2b; --number: #7a4200; --name: #1d4f8f;`;
const DARK = `
  color-scheme: dark;
  --paper: #17181b; --raised: #212327; --ink: #dcdad5; --quiet: #9c9a95; --rule: #33353a; --edge: #777a80;
  --wash: #212327; --link: #8fb8f0; --mark: #574a1c; --word: #8a7220; --focus: #8fb8f0; --shade: rgb(0 0 0 / .5);
  --key: #d3a1e0; --string: #a3c98a; --number: #e0b37a; --name: #8fb8f0;`;
const CONTRAST = `
  color-scheme: dark;
  --paper: #000000; --raised: #000000; --ink: #ffffff; --quiet: #e0e0e0; --rule: #9a9a9a; --edge: #ffffff;
  --wash: #141414; --link: #8ee3ff; --mark: #5c4d00; --word: #8f7800; --focus: #ffd400; --shade: rgb(255 255 255 / .25);
  --key: #f0b5ff; --string: #b6f09c; --number: #ffcf8f; --name: #8ee3ff;`;
// A person's own two colours, and what can be mixed from them.
const OWN = `
  --paper: var(--own-paper); --ink: var(--own-ink);
  --raised: color-mix(in srgb, var(--own-paper) 95%, var(--own-ink)); --wash: color-mix(in srgb, var(--own-paper) 93%, var(--own-ink));
  --quiet: color-mix(in srgb, var(--own-ink) 82%, var(--own-paper)); --rule: color-mix(in srgb, var(--own-ink) 22%, var(--own-paper));
  --edge: color-mix(in srgb, var(--own-ink) 60%, var(--own-paper)); --link: var(--own-ink); --focus: var(--own-ink);
  --mark: color-mix(in srgb, var(--own-paper) 78%, var(--own-ink)); --word: color-mix(in srgb, var(--own-paper) 62%, var(--own-ink));
  --shade: color-mix(in srgb, var(--own-ink) 25%, transparent);
  --key: var(--own-ink); --string: var(--own-ink); --number: var(--own-ink); --name: var(--own-ink);`;

export const themes = `
.reader { ${LIGHT} }
.reader[data-theme="sepia"] { ${SEPIA} }
.reader[data-theme="dark"] { ${DARK} }
@media (prefers-color-scheme: dark) { .reader[data-theme="auto"] { ${DARK} } }
@media (prefers-contrast: more) { .reader[data-theme="auto"] { --quiet: var(--ink); --rule: var(--edge); } }
.reader[data-theme="contrast"] { ${CONTRAST} }
.reader[data-theme="own"] { ${OWN} }
.reader[data-theme="own"][data-ground="light"] { color-scheme: light; }
.reader[data-theme="own"][data-ground="dark"] { color-scheme: dark; }
.disc.light { background: #fdfcfa; }
.disc.sepia { background: #f6eedd; }
.disc.dark { background: #17181b; }
.disc.contrast { background: #000; border: 6px solid #fff; outline: 1px solid #8b867e; }
.disc.own { background: linear-gradient(135deg, var(--own-paper) 50%, var(--own-ink) 50%); }
.disc.auto { background: linear-gradient(135deg, #fdfcfa 50%, #17181b 50%); }
`;
