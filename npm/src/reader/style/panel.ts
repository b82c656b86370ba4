/** The panels that hang from the toolbar, and the small boxes in the text. */
export const panel = `
.panel {
  position: absolute; z-index: 3; inset-block-start: calc(100% - 2px); inset-inline-end: 10px;
  inline-size: min(340px, calc(100% - 20px)); max-block-size: calc(100dvh - 70px); overflow: auto; overscroll-behavior: contain; padding: 12px;
  background: var(--raised); border: 1px solid var(--rule); border-radius: 14px; color: var(--ink);
  box-shadow: 0 8px 28px var(--shade); scrollbar-color: var(--rule) transparent;
}
.choices { display: grid; gap: 4px; margin-block-end: 8px; }
.choices.themes { grid-template-columns: repeat(3, 1fr); }
.choices.fonts { grid-template-columns: repeat(3, 1fr); padding-block: 8px; border-block: 1px solid var(--rule); }
.choice { display: grid; justify-items: center; gap: 6px; padding: 8px 2px; font-size: 13px; color: var(--quiet); }
.fonts .choice { padding: 9px 2px; font-size: 15px; }
.choice:hover { background: var(--wash); }
.choice[aria-pressed="true"] { color: var(--ink); border-color: var(--edge); background: var(--wash); }
.choice.font-serif { font-family: Charter, "Bitstream Charter", Georgia, serif; }
.choice.font-mono { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 14px; }
.choice.font-legible { font-family: "Dehusk Legible", "Atkinson Hyperlegible", system-ui, sans-serif; }
.choice.font-dyslexic { font-family: "Dehusk Dyslexic", OpenDyslexic, system-ui, sans-serif; font-size: 14px; }
.disc { inline-size: 26px; block-size: 26px; border-radius: 50%; border: 1px solid var(--edge); }
.colours { display: flex; gap: 16px; padding: 0 8px 12px; }
.colour { display: flex; align-items: center; gap: 8px; font-size: 14px; }
.colour input { inline-size: 40px; block-size: 30px; padding: 2px; border: 1px solid var(--edge); border-radius: 6px; background: none; }
.row { display: flex; align-items: center; gap: 4px; padding-inline-start: 8px; min-block-size: 44px; }
.row .name { flex: 1; font-size: 14px; }
.row .value { min-inline-size: 56px; text-align: center; font-size: 13px; color: var(--quiet); font-variant-numeric: tabular-nums; }
.switch { cursor: pointer; padding-inline-end: 8px; }
.switch input { appearance: none; margin: 0; inline-size: 38px; block-size: 22px; border-radius: 11px; background: var(--edge); position: relative; cursor: pointer; flex: none; }
.switch input::before { content: ""; position: absolute; inset-block-start: 3px; inset-inline-start: 3px; inline-size: 16px; block-size: 16px; border-radius: 50%; background: var(--raised); }
.switch input:checked { background: var(--link); }
.switch input:checked::before { inset-inline-start: 19px; }
.reader .switch input:focus-visible { border-radius: 11px; }
.entries { list-style: none; margin: 0; padding: 0; }
.entry { display: block; inline-size: 100%; text-align: start; padding: 8px 10px; font-size: 14px; line-height: 1.35; color: var(--ink); overflow-wrap: anywhere; }
.entry:hover { background: var(--wash); }
.entry.level-1 { padding-inline-start: 26px; }
.entry.level-2 { padding-inline-start: 42px; color: var(--quiet); }
.entry[aria-current] { font-weight: 650; color: var(--link); }
.ways { display: grid; margin-block-end: 6px; padding-block-end: 6px; border-block-end: 1px solid var(--rule); }
.ways button { text-align: start; padding: 10px; font-size: 14px; }
.ways button:hover { background: var(--wash); }
.sheet { display: grid; grid-template-columns: auto 1fr; gap: 4px 14px; margin: 0; padding: 4px 8px; font-size: 14px; }
.sheet dt { text-align: end; }
.sheet dd { margin: 0; }
.sheet kbd { display: inline-block; min-inline-size: 26px; padding: 1px 6px; border: 1px solid var(--edge); border-radius: 6px; text-align: center; font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace; }
.note {
  position: absolute; z-index: 1; inline-size: min(26em, calc(100% - 16px)); max-block-size: 50vh; overflow: auto; padding: 12px 16px 8px;
  background: var(--raised); border: 1px solid var(--rule); border-radius: 12px; box-shadow: 0 8px 28px var(--shade); font-size: .86em; line-height: 1.5;
}
.note p { margin: 0 0 .5em; }
.note .tools { display: flex; align-items: center; justify-content: space-between; font: 14px/1.5 system-ui, sans-serif; }
.note .tools button { color: var(--link); }
.bubble { position: absolute; z-index: 1; transform: translate(-50%, calc(-100% - 8px)); font: 14px/1.5 system-ui, sans-serif; }
.bubble button { padding: 7px 14px; background: var(--ink); color: var(--paper); border-radius: 9px; box-shadow: 0 4px 16px var(--shade); white-space: nowrap; }
@media (forced-colors: active) {
  .panel, .note, .bubble button { border: 1px solid CanvasText; background: Canvas; }
  .choice[aria-pressed="true"], .switch input:checked { outline: 2px solid Highlight; }
  .switch input { border: 1px solid ButtonText; }
  .switch input::before { background: ButtonText; }
  .disc { forced-color-adjust: none; }
}
`;
