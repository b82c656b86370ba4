/** Labels under which sites are registered in many countries (`co.uk`, `com.cn`); the core has the same rule in `src/url.rs`. */
const PUBLIC = new Set(["co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go"]);

/**
 * Host and site of an address. The filter engine gets it in place of a copy of the public suffix list, which is 97 KB: a
 * rule for a site is found by it, and a site it is wrong about loses no more than its own rules.
 */
export function parse(address: string): { hostname: string; domain: string } {
  const hostname = URL.canParse(address) ? new URL(address).hostname : address;
  if (/^[\d.]+$|:/.test(hostname)) return { hostname, domain: hostname };
  const labels = hostname.split(".");
  const isPublic = PUBLIC.has(labels.at(-2) ?? "") && (labels.at(-1) ?? "").length <= 2;
  return { hostname, domain: labels.slice(isPublic ? -3 : -2).join(".") };
}
