import type { LeadTime, OfferingRules, WrittenOffering } from '@lotse/region/model';

/** A line of the table as it is typed. */
export interface DraftLine {
  readonly notice: string;
  readonly noticeIn: 'hours' | 'days';
  readonly hold: string;
  readonly holdIn: 'minutes' | 'hours';
  readonly byPhone: boolean;
}

/** How slots are offered, as it is typed. */
export interface OfferingDraft {
  readonly lines: readonly DraftLine[];
  readonly hasQuiet: boolean;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly parallel: { readonly atMost: number; readonly belowHours: string };
  readonly broadcast: { readonly atMost: number; readonly belowHours: string };
  readonly poolAfterHours: string;
}

const hoursPerDay = 24;

export const newLine: DraftLine = { notice: '', noticeIn: 'days', hold: '', holdIn: 'hours', byPhone: false };

function lineOf({ moreThanHours, holdMinutes, byPhone }: LeadTime): DraftLine {
  const inDays = moreThanHours >= 2 * hoursPerDay && moreThanHours % hoursPerDay === 0;
  const inHours = holdMinutes >= 120 && holdMinutes % 60 === 0;
  return {
    notice: String(inDays ? moreThanHours / hoursPerDay : moreThanHours),
    noticeIn: inDays ? 'days' : 'hours',
    hold: String(inHours ? holdMinutes / 60 : holdMinutes),
    holdIn: inHours ? 'hours' : 'minutes',
    byPhone,
  };
}

export const draftOf = ({ leadTimes, quietHours, parallel, broadcast, poolAfterHours }: OfferingRules): OfferingDraft => ({
  lines: leadTimes.map(lineOf),
  hasQuiet: quietHours !== null,
  quietFrom: quietHours?.from ?? '20:00',
  quietTo: quietHours?.to ?? '08:00',
  parallel: { atMost: parallel.atMost, belowHours: String(parallel.belowHours) },
  broadcast: { atMost: broadcast.atMost, belowHours: String(broadcast.belowHours) },
  poolAfterHours: String(poolAfterHours),
});

/** What is no number is for the server to refuse, at its field. */
const numberOf = (typed: string): number => (typed.trim() === '' ? Number.NaN : Number(typed.replace(',', '.')));

/** As it is sent: the longest notice first, and the last line for everything shorter. */
export function rulesOf({ lines, hasQuiet, quietFrom, quietTo, parallel, broadcast, poolAfterHours }: OfferingDraft): WrittenOffering {
  const last = lines.length - 1;
  return {
    leadTimes: lines.map(({ notice, noticeIn, hold, holdIn, byPhone }, index) => ({
      moreThanHours: index === last ? 0 : numberOf(notice) * (noticeIn === 'days' ? hoursPerDay : 1),
      holdMinutes: numberOf(hold) * (holdIn === 'hours' ? 60 : 1),
      byPhone,
    })),
    quietHours: hasQuiet ? { from: quietFrom, to: quietTo } : null,
    parallel: { atMost: parallel.atMost, belowHours: numberOf(parallel.belowHours) },
    broadcast: { atMost: broadcast.atMost, belowHours: numberOf(broadcast.belowHours) },
    poolAfterHours: numberOf(poolAfterHours),
  };
}
