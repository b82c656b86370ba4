/** An attribute name nothing on the page can know beforehand: a letter and 60 random bits. */
export function randomToken(): string {
  const words = crypto.getRandomValues(new Uint32Array(2));
  return `d${[...words].map((word) => (word >>> 2).toString(36).padStart(6, "0")).join("")}`;
}
