import type { Removal } from "dehusk";

/** How the page is shown: with its judgement drawn on it, without what is hidden, or as it came. */
export type View = "xray" | "cleaned" | "original";

/** Colours of the kinds, on the page and in lists. All read well in white on them. */
export const COLOURS: Record<Removal["kind"] | "article", string> = {
  article: "#2f6b3a",
  spam: "#b3261e",
  ad: "#8a5a00",
  cookie: "#5b4a9e",
  newsletter: "#1f5f8b",
  share: "#1f5f8b",
  related: "#4d5a66",
  overlay: "#5b4a9e",
  comments: "#4d5a66",
};

const tinted = Object.entries(COLOURS)
  .map(
    ([kind, colour]) =>
      `[data-view=xray] [data-dehusk=${kind}]{outline-color:${colour}!important;box-shadow:inset 0 0 0 100vmax ${colour}1f!important}` +
      `[data-view=xray] [data-dehusk=${kind}][data-label]::before{background:${colour}!important}`,
  )
  .join("\n");

/** Rules of the frame. What a page hides of itself is brought into sight: there lies the spam. What lies over it is put into its flow. */
export const SHEET = `
[data-view=cleaned] [data-dehusk]:not([data-dehusk=article]){display:none!important}
[data-view=xray] [data-dehusk]{outline:2px solid;outline-offset:1px;cursor:pointer}
[data-view=xray] [data-dehusk=article]{outline-width:1px;outline-style:dashed}
[data-view=xray] [data-dehusk][data-veiled]{display:block!important;visibility:visible!important;opacity:1!important;
  position:static!important;width:auto!important;height:auto!important;max-height:none!important;overflow:visible!important;
  clip:auto!important;clip-path:none!important;text-indent:0!important;transform:none!important;font-size:13px!important;color:#222!important;background:#fff!important}
[data-view=xray] [data-label]::before{content:attr(data-label);display:inline-block!important;float:none!important;margin:0 6px 2px 0!important;
  padding:0 6px!important;border-radius:4px!important;font:600 11px/1.6 system-ui,sans-serif!important;color:#fff!important;text-indent:0!important}
[data-view=xray] :is([data-dehusk=cookie],[data-dehusk=overlay]){display:block!important;position:static!important;height:auto!important}
[data-view] [data-chosen]{outline-width:4px!important}
${tinted}`;
