/** What a value can hold for: a year, a quarter, a month or a day, each written so that text order is the order of time within its kind. */
const forms = [
  { kind: 'year', form: /^(?:19|20)\d{2}$/u },
  { kind: 'quarter', form: /^(?:19|20)\d{2}-K[1-4]$/u },
  { kind: 'month', form: /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/u },
  { kind: 'day', form: /^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u },
] as const;
export type AsOfKind = (typeof forms)[number]['kind'];

/** The kind of time that a value holds for; undefined when the text is none. */
export function asOfKind(asOf: string): AsOfKind | undefined {
  return forms.find(({ form }) => form.test(asOf))?.kind;
}

/**
 * A time as people type it in tables: "2024", "2024K3", "kv 3 2024", "202412", "2024-12", "2024-12-31", "dec 2024". Undefined when it is none.
 */
export function readAsOf(typed: string): string | undefined {
  const text = typed.trim().replace(/[–−]/gu, '-').toLocaleLowerCase('sv');
  if (asOfKind(text.toUpperCase())) return realDay(text.toUpperCase());
  const quarter =
    /^(?<year>(?:19|20)\d{2})\s*-?\s*(?:k|q|kv\.?|kvartal)\s*(?<number>[1-4])$/u.exec(text) ??
    /^(?:k|q|kv\.?|kvartal)\s*(?<number>[1-4])\s*-?\s*(?<year>(?:19|20)\d{2})$/u.exec(text);
  if (quarter) return `${quarter.groups!.year}-K${quarter.groups!.number}`;
  const digits = /^(?<year>(?:19|20)\d{2})(?:m)?(?<month>0[1-9]|1[0-2])(?<day>\d{2})?$/u.exec(text);
  if (digits) return realDay([digits.groups!.year, digits.groups!.month, digits.groups!.day].filter(Boolean).join('-'));
  const named = /^(?<name>\p{L}{3,9})\.?\s+(?<year>(?:19|20)\d{2})$/u.exec(text);
  const month = named ? months.findIndex((one) => named.groups!.name!.startsWith(one)) : -1;
  return month < 0 ? undefined : `${named!.groups!.year}-${String(month + 1).padStart(2, '0')}`;
}

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

function realDay(asOf: string): string | undefined {
  if (asOfKind(asOf) !== 'day') return asOfKind(asOf) ? asOf : undefined;
  const day = new Date(`${asOf}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(asOf) ? asOf : undefined;
}

/** The last day that a value holds for: a year is told at its end, so that a year and its months lie in order on one line of time. */
export function lastDayOf(asOf: string): string {
  const [year, rest] = [asOf.slice(0, 4), asOf.slice(5)];
  if (!rest) return `${year}-12-31`;
  if (rest.length > 2) return asOf;
  const month = rest.startsWith('K') ? Number(rest[1]) * 3 : Number(rest);
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
}

/** The order of time; what has no time stands first, as in the lists. */
export function compareAsOf(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  const [first, second] = [lastDayOf(a), lastDayOf(b)];
  return first < second ? -1 : first > second ? 1 : a < b ? -1 : 1;
}

/** The same time so many years away: the third quarter of last year, 31 December of last year. */
export function yearsFrom(asOf: string, years: number): string {
  const moved = `${Number(asOf.slice(0, 4)) + years}${asOf.slice(4)}`;
  return realDay(moved) ?? `${moved.slice(0, 8)}28`;
}

/** The time that follows, of the same kind: what the next delivery is for. */
export function nextAsOf(asOf: string): string {
  const kind = asOfKind(asOf);
  if (kind === 'year') return yearsFrom(asOf, 1);
  if (kind === 'quarter')
    return asOf.endsWith('4') ? `${Number(asOf.slice(0, 4)) + 1}-K1` : `${asOf.slice(0, 6)}${Number(asOf[6]) + 1}`;
  const day = new Date(`${lastDayOf(asOf)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, kind === 'month' ? 7 : 10);
}
