import { computed, inject, Service } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { injectText, Language } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import {
  deadlineInVersion,
  deadlinesOf,
  deadlinesOn,
  lastDayOf,
  readRegion,
  reasonsOf,
  reasonsOn,
  type DeadlineRule,
  type Municipality,
  type ReasonList,
  type RegionSettings,
  type UrgencyBand,
} from '@lotse/region/model';
import { isFixed, listsOfAct } from './step-note';

/** The county one works in: its reasons, target times, duty numbers and municipalities, in the language that is chosen. */
@Service()
export class County {
  private readonly language = inject(Language);
  private readonly t = injectText();
  readonly region = inject(Api).read(readRegion, () => ({}));

  readonly settings = computed<RegionSettings | undefined>(() => (this.region.hasValue() ? this.region.value().settings : undefined));
  readonly municipalities = computed<readonly Municipality[]>(() => (this.region.hasValue() ? this.region.value().municipalities : []));
  readonly reasons = computed(() =>
    (this.settings()?.referralReasons ?? []).map(({ code, de, en }) => ({ code, text: this.pick(de, en) })),
  );
  readonly emergencyNumbers = computed(() =>
    (this.settings()?.emergencyNumbers ?? []).map(({ phone, de, en }) => ({ phone, text: this.pick(de, en) })),
  );

  /** A reason in words; a code that the county has dropped since stays readable. */
  reasonText(code: string | null): string {
    if (code === null) return '–';
    return this.reasons().find((reason) => reason.code === code)?.text ?? code.replaceAll('_', ' ');
  }

  /** What may be chosen from one of the county's lists today. */
  reasonsIn(list: ReasonList): { code: string; text: string }[] {
    const settings = this.settings() ?? {};
    return reasonsOn(settings, list, calendarDayOf(new Date())).map(({ code, de, en }) => ({ code, text: this.pick(de, en) }));
  }

  /** A reason of one of some lists in words, also one that is no longer chosen. */
  wordsOf(lists: readonly ReasonList[], code: string): string | undefined {
    const found = reasonsOf(this.settings() ?? {}, calendarDayOf(new Date())).find(
      (reason) => lists.includes(reason.list) && reason.code === code,
    );
    return found && this.pick(found.de, found.en);
  }

  /** Within what time somebody with this urgency is to be seen first. */
  targetText(urgency: string): string {
    const band = this.settings()?.urgencyBands.find((candidate) => candidate.urgency === urgency);
    return band && band.target > 0 ? this.t(`referral.target.${unitOf(band)}`, { count: countOf(band) }) : '';
  }

  /** A deadline of the county by its name, and where it comes from, as it was in the version that counts for a referral. */
  deadlineWords(code: string, version?: number): { name: string; basis: string; since: string | null } {
    const settings = this.settings() ?? {};
    const known = version === undefined ? undefined : deadlineInVersion(settings, code, version);
    const found = known ?? deadlinesOf(settings).find((rule) => rule.code === code);
    return {
      name: found ? this.pick(found.de, found.en) : code.replaceAll('_', ' '),
      basis: found?.basis ?? '',
      since: found?.validFrom ?? null,
    };
  }

  /** What may begin today. */
  deadlinesToSet(): { code: string; text: string }[] {
    const today = calendarDayOf(new Date());
    return deadlinesOn(this.settings() ?? {}, today)
      .filter(({ start }) => start !== 'on_list')
      .map(({ code, de, en }) => ({ code, text: this.pick(de, en) }));
  }

  /** Where a deadline comes from, and what it is counted from. */
  deadlineHint(code: string): string | undefined {
    const found = this.inForce(code);
    return found && `${found.basis} · ${this.t(`referral.deadline.start.${found.start}`)}`;
  }

  /** The last day of a deadline that begins on a day. */
  deadlineEnd(code: string, startsOn: string): string | undefined {
    const [settings, found] = [this.settings(), this.inForce(code)];
    return settings && found && lastDayOf(found, startsOn, settings);
  }

  private inForce(code: string): DeadlineRule | undefined {
    return deadlinesOn(this.settings() ?? {}, calendarDayOf(new Date())).find((rule) => rule.code === code);
  }

  /** The reason of a step in words. */
  reasonOfStep(act: string, code: string): string {
    return isFixed(act, code)
      ? this.t(`referral.choice.${code}`)
      : (this.wordsOf(listsOfAct[act] ?? [], code) ?? code.replaceAll('_', ' '));
  }

  private pick(de: string, en: string): string {
    return this.language.current() === 'de' ? de : en;
  }
}

const daysInWeeks = ({ target, unit }: UrgencyBand): boolean => unit === 'days' && target >= 14 && target % 7 === 0;
const unitOf = (band: UrgencyBand): string => (daysInWeeks(band) ? 'weeks' : band.unit);
const countOf = (band: UrgencyBand): number => (daysInWeeks(band) ? band.target / 7 : band.target);
