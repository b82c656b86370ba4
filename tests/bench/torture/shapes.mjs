/** Paragraphs that a reader would want, around what is meant to get in their way. */
export const ARTICLE = [
  "The weighbridge at the end of the quay was built for carts and has since weighed lorries, a circus, and once, at the request of a school, the fog, which came to nothing at all after the lamps were subtracted.",
  "Its keeper writes the weights into a ledger with two columns, one for what the drivers say and one for what the bridge says, and at the end of each year he reads out the difference to the harbour committee.",
  "The committee has thanked him every time, moved on to the matter of the gulls, and asked that the minutes should show that the two columns have never been further apart than the weight of a careful lie.",
]
  .map((text) => `<p>${text}</p>`)
  .join("");

/** A page with an article before and after `body`. */
export const page = (body, head = "<title>The weighbridge</title>") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body><article><h1>The weighbridge</h1>${ARTICLE}${body}${ARTICLE}</article></body></html>`;

/** The same markup over and over. */
export const many = (markup, times) => markup.repeat(times);

/** Elements one inside another: nothing closes them. */
export const nested = many;

/** Markup that differs each time. */
export const numbered = (times, markup) =>
  Array.from({ length: times }, (_, number) => markup(number)).join("");
