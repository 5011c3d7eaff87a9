/** A date as it is typed: three texts. */
export interface DayParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const twoDigits = (text: string): string => text.trim().padStart(2, '0');

/** A year of two digits is the last one that has been: `52` is 1952, `14` is 2014. */
function fullYear(text: string, thisYear: number): string {
  const year = text.trim();
  if (!/^\d{2}$/.test(year)) return year;
  const century = Math.floor(thisYear / 100) * 100;
  return String(century + Number(year) > thisYear ? century - 100 + Number(year) : century + Number(year));
}

/** The calendar day that was typed; an empty text while it is not complete, or if there is no such day. */
export function dayOfParts(parts: DayParts, thisYear = new Date().getFullYear()): string {
  const year = fullYear(parts.year, thisYear);
  if (!/^\d{4}$/.test(year) || !/^\s*\d{1,2}\s*$/.test(parts.day) || !/^\s*\d{1,2}\s*$/.test(parts.month)) return '';
  const day = `${year}-${twoDigits(parts.month)}-${twoDigits(parts.day)}`;
  const found = new Date(`${day}T12:00:00Z`);
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(day) ? day : '';
}

/** What stands in the three inputs for a calendar day. */
export function partsOfDay(day: string | null | undefined): DayParts {
  const [year = '', month = '', date = ''] = (day ?? '').split('-');
  return { day: date, month, year };
}

/** Reads a whole date that was pasted: `24.11.1952`, `24.11.52`, `1952-11-24`. */
export function partsOfPasted(text: string): DayParts | undefined {
  const german = /^\s*(\d{1,2})[./\s](\d{1,2})[./\s](\d{2}|\d{4})\s*$/.exec(text);
  if (german) return { day: german[1]!, month: german[2]!, year: german[3]! };
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  return iso ? { day: iso[3]!, month: iso[2]!, year: iso[1]! } : undefined;
}
