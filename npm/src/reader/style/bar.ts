/** Toolbar and appearance panel. */
export const bar = `
.bar {
  position: sticky; inset-block-start: 0; z-index: 1;
  display: flex; align-items: center; gap: 4px;
  padding: 6px 10px; min-block-size: 52px;
  background: var(--paper);
}
.bar::after {
  content: ""; position: absolute; inset-inline: 0; inset-block-start: 100%; block-size: 14px; pointer-events: none;
  background: linear-gradient(var(--paper), transparent);
}
.bar .hidden-blocks { margin-inline-start: auto; display: flex; align-items: center; gap: 2px; }
.bar .hidden-blocks[hidden] + .looks { margin-inline-start: auto; }
.bar [hidden] { display: none; }
.count { color: var(--quiet); font-size: 13px; padding-inline: 8px; font-variant-numeric: tabular-nums; }
button {
  font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 8px;
  margin: 0; padding: 0; cursor: pointer;
}
.tool {
  display: inline-flex; align-items: center; justify-content: center; gap: 6px;
  min-inline-size: 40px; min-block-size: 40px; padding-inline: 8px; color: var(--quiet);
}
.tool:hover, .tool[aria-expanded="true"] { background: var(--wash); color: var(--ink); }
.tool:active { background: var(--rule); }
.tool[aria-disabled="true"] { opacity: .4; cursor: default; background: none; }
.restore { font-size: 13px; color: var(--ink); }
.icon { inline-size: 20px; block-size: 20px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.restore .icon { inline-size: 16px; block-size: 16px; }
.aa { font: 600 17px/1 Charter, "Bitstream Charter", Georgia, serif; }
.panel {
  position: absolute; z-index: 1; inset-block-start: calc(100% - 2px); inset-inline-end: 10px;
  inline-size: min(320px, calc(100% - 20px)); padding: 12px;
  background: var(--raised); border: 1px solid var(--rule); border-radius: 14px;
  box-shadow: 0 8px 28px var(--shade);
}
.themes { display: grid; grid-template-columns: repeat(4, 1fr); gap: 4px; margin-block-end: 8px; }
.swatch { display: grid; justify-items: center; gap: 6px; padding: 8px 2px; font-size: 13px; color: var(--quiet); }
.swatch:hover { background: var(--wash); }
.swatch[aria-pressed="true"] { color: var(--ink); border-color: var(--quiet); }
.disc { inline-size: 26px; block-size: 26px; border-radius: 50%; border: 1px solid var(--quiet); }
.stepper { display: flex; align-items: center; gap: 4px; padding-inline-start: 8px; }
.stepper + .stepper { border-block-start: 1px solid var(--rule); margin-block-start: 4px; padding-block-start: 4px; }
.stepper .name { flex: 1; font-size: 14px; }
.stepper .value { min-inline-size: 52px; text-align: center; font-size: 13px; color: var(--quiet); font-variant-numeric: tabular-nums; }
@media (max-width: 420px) {
  .bar { padding-inline: 4px; }
  .count { padding-inline: 2px; }
}
@media (forced-colors: active) {
  .bar, .panel { border-block-end: 1px solid CanvasText; background: Canvas; }
  .bar::after { content: none; }
  .tool, .swatch { border-color: ButtonText; color: ButtonText; }
  .swatch[aria-pressed="true"] { outline: 2px solid Highlight; }
  .disc { forced-color-adjust: none; }
}
`;
