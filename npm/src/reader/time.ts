/** A number of minutes with its unit, in the given language; a page may declare a language no one knows. */
export function minutes(count: number, lang: string): string {
  const unit = { style: "unit", unit: "minute", unitDisplay: "long" } as const;
  return new Intl.NumberFormat(locales(lang), unit).format(Math.max(1, Math.round(count)));
}

/** The day an ISO 8601 date names. The day is the page's own, whatever the reader's time zone. */
export function longDate(iso: string, lang: string | null): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  return new Intl.DateTimeFormat(locales(lang), { dateStyle: "long", timeZone: "UTC" }).format(day);
}

/** What `Intl` can do with a language tag; nothing means the reader's own language. */
export function locales(lang: string | null): string[] {
  try {
    return lang === null ? [] : Intl.DateTimeFormat.supportedLocalesOf(lang);
  } catch {
    return [];
  }
}
