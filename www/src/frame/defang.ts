/** Attributes that would load, send or run something. */
const LOADS = new Set([
  "src",
  "srcset",
  "srcdoc",
  "imagesrcset",
  "poster",
  "background",
  "data",
  "action",
  "formaction",
  "ping",
  "manifest",
  "archive",
  "codebase",
  "classid",
  "xlink:href",
]);

/** Elements whose `href` loads something; a link to follow stays a link. */
const LOADING_HREFS = new Set(["link", "base", "image", "use", "feimage", "script"]);

/** Schemes a link may have. */
const FOLLOWED = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * Takes from a parsed page everything that loads or runs, and leaves its tree as it is: paths still fit.
 * The frame's sandbox and the site's policy would stop it too; so nothing is even tried.
 */
export function defang(page: Document): void {
  for (const element of page.querySelectorAll("*")) {
    const name = element.localName;
    if (name === "script") element.textContent = "";
    if (name === "style") element.textContent = withoutLoads(element.textContent);
    if (name === "meta") element.removeAttribute("http-equiv");
    for (const { name: attribute, value } of [...element.attributes]) {
      if (harmless(name, attribute, value)) continue;
      if (attribute === "style") element.setAttribute("style", withoutLoads(value));
      else element.removeAttribute(attribute);
    }
  }
}

function harmless(element: string, attribute: string, value: string): boolean {
  if (attribute.startsWith("on")) return false;
  if (attribute === "style") return !/url\(|image-set|@import|src\(/i.test(value);
  if (attribute === "href") return !LOADING_HREFS.has(element) && isFollowed(value);
  if (attribute === "src" && element === "img")
    return /^data:image\/(png|gif|jpeg|webp|avif)[;,]/i.test(value);
  return !LOADS.has(attribute);
}

function isFollowed(address: string): boolean {
  try {
    return FOLLOWED.has(new URL(address, "https://page.invalid/").protocol);
  } catch {
    return false;
  }
}

/** A style sheet that fetches nothing: no imports, no fonts, no pictures but those it carries itself. */
function withoutLoads(css: string): string {
  return css
    .replaceAll(/@import[^;}]*;?/gi, "")
    .replaceAll(/@font-face\s*\{[^}]*\}?/gi, "")
    .replaceAll(/(image-set|src)\(/gi, "no-$1(")
    .replaceAll(/url\(\s*(?!["']?data:)[^)]*\)/gi, "url(data:,)");
}
