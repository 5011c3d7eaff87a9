import { computed, inject, Service } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Language, type Choice } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import { readRegion, reasonsOf, reasonsOn, type ReasonList } from '@lotse/region/model';

/** The county's reasons for what becomes of an appointment. */
@Service()
export class DayReasons {
  private readonly language = inject(Language);
  private readonly county = inject(Api).read(readRegion, () => ({}));
  private readonly settings = computed(() => (this.county.hasValue() ? this.county.value().settings : {}));

  /** What may be chosen today. */
  in(list: ReasonList): Choice[] {
    return reasonsOn(this.settings(), list, calendarDayOf(new Date())).map(({ code, de, en }) => ({
      value: code,
      label: this.pick(de, en),
    }));
  }

  /** Whether a reason says nothing without a comment. */
  needsComment(list: ReasonList, code: string): boolean {
    return reasonsOf(this.settings()).some((one) => one.list === list && one.code === code && one.comment === 'required');
  }

  /** A reason in words, also one that is no longer chosen. */
  wordsOf(lists: readonly ReasonList[], code: string): string {
    const found = reasonsOf(this.settings()).find((one) => lists.includes(one.list) && one.code === code);
    return found ? this.pick(found.de, found.en) : code.replaceAll('_', ' ');
  }

  private pick(de: string, en: string): string {
    return this.language.current() === 'de' ? de : en;
  }
}
