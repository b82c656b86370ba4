/** Toolbar and the bar for reading aloud. */
export const bar = `
.bar {
  position: sticky; inset-block-start: 0; z-index: 2;
  display: flex; align-items: center; gap: 2px;
  padding: 6px 10px; min-block-size: 52px;
  background: var(--paper);
}
.bar::after {
  content: ""; position: absolute; inset-inline: 0; inset-block-start: 100%; block-size: 14px; pointer-events: none;
  background: linear-gradient(var(--paper), transparent);
}
.bar .space { flex: 1; }
.hidden-blocks { display: flex; align-items: center; gap: 2px; min-inline-size: 0; }
.count { color: var(--quiet); font-size: 13px; padding-inline: 8px; font-variant-numeric: tabular-nums; }
.left { color: var(--quiet); font-size: 13px; padding-inline: 8px; white-space: nowrap; font-variant-numeric: tabular-nums; }
button, select {
  font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 8px;
  margin: 0; padding: 0; cursor: pointer;
}
.tool {
  display: inline-flex; align-items: center; justify-content: center; gap: 6px; flex: none;
  min-inline-size: 40px; min-block-size: 40px; padding-inline: 8px; color: var(--quiet);
}
.tool:hover, .tool[aria-expanded="true"], .tool[aria-pressed="true"] { background: var(--wash); color: var(--ink); }
.tool:active { background: var(--rule); }
.tool[aria-disabled="true"] { opacity: .4; cursor: default; background: none; }
.bar .count { flex: 0 1 auto; text-align: start; line-height: 1.2; }
.restore { font-size: 13px; color: var(--ink); }
.icon { inline-size: 20px; block-size: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.restore .icon { inline-size: 16px; block-size: 16px; }
.aa { font: 600 17px/1 Charter, "Bitstream Charter", Georgia, serif; }
.speech {
  position: absolute; z-index: 3; inset-block-end: 16px; inset-inline: 0; margin-inline: auto; inline-size: fit-content; max-inline-size: calc(100% - 16px);
  display: flex; align-items: center; gap: 2px; padding: 6px 8px;
  background: var(--raised); border: 1px solid var(--rule); border-radius: 14px; box-shadow: 0 8px 28px var(--shade);
}
.speech .row { border: 0; padding: 0; margin: 0; gap: 0; border-inline: 1px solid var(--rule); padding-inline: 6px; margin-inline: 4px; }
.speech .row .name { display: none; }
.speech select { max-inline-size: 150px; min-block-size: 40px; padding-inline: 6px; font-size: 13px; color: var(--ink); background: var(--raised); }
.speech ~ .notice { inset-block-end: 84px; }
@media (max-width: 760px) { .left, .restore span { display: none; } }
@media (max-width: 420px) {
  .bar { padding-inline: 2px; gap: 0; }
  .bar .tool { min-inline-size: 38px; padding-inline: 6px; }
  .bar .count { padding-inline: 2px; min-inline-size: 0; font-size: 12px; }
  .bar [data-action="keys"] { display: none; }
  .speech select { display: none; }
}
@media (forced-colors: active) {
  .bar, .speech { border-block-end: 1px solid CanvasText; background: Canvas; }
  .bar::after { content: none; }
  .tool, .choice { border-color: ButtonText; color: ButtonText; }
  .progress { background: Highlight; forced-color-adjust: none; }
}
`;
