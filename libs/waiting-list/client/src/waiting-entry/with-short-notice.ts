import { shortNoticeBelow, type SaidWishes } from '@lotse/waiting-list/model';

const millisecondsPerHour = 3_600_000;
const usualHours = 24;

/** Whoever can come at short notice needs less of it than everybody is given anyway: otherwise it would change nothing. */
export function withShortNotice(shortNotice: boolean, hours: number): Pick<SaidWishes, 'shortNotice' | 'minimumNoticeHours'> {
  const changesNothing = shortNotice && hours * millisecondsPerHour >= shortNoticeBelow;
  return { shortNotice, minimumNoticeHours: changesNothing ? usualHours : hours };
}
