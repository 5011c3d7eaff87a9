import { computed, inject, Service } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Language } from '@lotse/client-kit/ui';
import { calendarDayOf } from '@lotse/kernel';
import { readRegion, reasonsOf, reasonsOn, type ActReason } from '@lotse/region/model';

/** Why somebody does not take a slot: the county's list, with what follows from each reason. */
@Service()
export class DeclineReasons {
  private readonly language = inject(Language);
  private readonly region = inject(Api).read(readRegion, () => ({}));
  private readonly settings = computed(() => (this.region.hasValue() ? this.region.value().settings : {}));

  /** What may be chosen today. */
  readonly open = computed(() => reasonsOn(this.settings(), 'offer_decline', calendarDayOf(new Date())));

  named(code: string | null): ActReason | undefined {
    return this.open().find((reason) => reason.code === code);
  }

  /** A reason in words, also one that is chosen no more. */
  text(code: string): string {
    const found = reasonsOf(this.settings()).find((reason) => reason.list === 'offer_decline' && reason.code === code);
    return found ? this.words(found) : code.replaceAll('_', ' ');
  }

  words(reason: ActReason): string {
    return this.language.current() === 'de' ? reason.de : reason.en;
  }
}
