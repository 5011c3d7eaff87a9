import { inject } from '@angular/core';
import { wallClockOf } from '@lotse/kernel';
import type { Slot } from '@lotse/calendar/model';
import { clockText, dayText, injectText, Language, momentText, plainDayText, type LanguageCode } from '@lotse/client-kit/ui';
import { standingOf } from './slot-standing';
import type { ShownSlot } from './week/groups';

type Span = Pick<Slot, 'startsAt' | 'endsAt'>;

/** The night in which the clock is put back has an hour twice: it is said which of the two is meant. */
function ofTheTwo(moment: string): 'summerTime' | 'winterTime' | undefined {
  const shows = (hours: number) => wallClockOf(new Date(Date.parse(moment) + hours * 3_600_000));
  if (shows(1) === shows(0)) return 'summerTime';
  return shows(-1) === shows(0) ? 'winterTime' : undefined;
}

const clockWithoutUnit = (moment: string, code: LanguageCode): string => clockText(moment, code).replace(/\sUhr$/, '');

/** A slot in words. */
export interface SlotTexts {
  /** `10:00–10:50 Uhr` */
  span(slot: Span): string;
  /** `10:00–10:50`, where the columns say what it is */
  shortSpan(slot: Span): string;
  /** `10:00` */
  start(slot: Span): string;
  /** `Di., 24.11.2026, 10:00–10:50 Uhr` */
  whole(slot: Span): string;
  /** `frei`, `gehalten bis 14:00 Uhr`, `vergeben` */
  standing(slot: Slot & Partial<ShownSlot>): string;
  /** `gehalten`, where there is room for `bis 14:00 Uhr` below it */
  shortStanding(slot: Slot & Partial<ShownSlot>): string;
  until(slot: Slot & Partial<ShownSlot>): string | undefined;
  /** `vor Ort`, `vor Ort in Schönau`, `Video` */
  mode(slot: Pick<Slot, 'mode' | 'outreach' | 'municipalityName'>): string;
}

/** The words for slots, in the language of the reader. Call it in an injection context. */
export function injectSlotTexts(): SlotTexts {
  const t = injectText();
  const language = inject(Language);
  const clock = (moment: string): string => {
    const which = ofTheTwo(moment);
    const shown = clockWithoutUnit(moment, language.current());
    return which ? `${shown} ${t(`calendar.clock.${which}`)}` : shown;
  };
  const span = ({ startsAt, endsAt }: Span): string => t('calendar.span', { from: clock(startsAt), to: clock(endsAt) });
  const shortStanding: SlotTexts['shortStanding'] = (slot) => {
    const { key } = standingOf(slot);
    const isGroup = slot.places > 1 && slot.free !== undefined && key !== 'cancelled' && key !== 'running' && key !== 'past';
    return isGroup ? t('calendar.standing.group', { free: slot.free ?? 0, places: slot.places }) : t(`calendar.standing.${key}`);
  };
  const heldUntil = (slot: Slot & Partial<ShownSlot>): string | undefined => {
    const isOneLine = slot.places > 1 && slot.free !== undefined;
    return standingOf(slot).key === 'held' && !isOneLine && slot.heldUntil ? untilText(slot.heldUntil, language.current()) : undefined;
  };
  return {
    span,
    shortSpan: ({ startsAt, endsAt }) => [startsAt, endsAt].map((moment) => clockWithoutUnit(moment, language.current())).join('–'),
    start: ({ startsAt }) => clockWithoutUnit(startsAt, language.current()),
    whole: (slot) => `${dayText(slot.startsAt, language.current())}, ${span(slot)}`,
    standing: (slot) => {
      const until = heldUntil(slot);
      return until ? t('calendar.standing.heldUntil', { until }) : shortStanding(slot);
    },
    shortStanding,
    until: (slot) => {
      const until = heldUntil(slot);
      return until && t('calendar.standing.until', { until });
    },
    mode: ({ mode, outreach, municipalityName }) => {
      const word = t(`calendar.mode.${mode}`);
      return outreach && mode === 'on_site' ? t('calendar.modeAt', { mode: word, place: municipalityName }) : word;
    },
  };
}

/** Today the clock is enough; a hold never lasts long enough to need the year. */
function untilText(until: string, code: LanguageCode): string {
  if (plainDayText(until, code) === plainDayText(Date.now(), code)) return clockText(until, code);
  return momentText(until, code).replace(/\s?\d{4},/, ',');
}
