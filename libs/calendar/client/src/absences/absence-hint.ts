import { Component, computed, inject, input } from '@angular/core';
import { readAbsences, type Schedule } from '@lotse/calendar/model';
import { Api, Live } from '@lotse/client-kit/api';
import { injectText, Notice } from '@lotse/client-kit/ui';
import { injectAbsenceTexts } from './absence-texts';

/** Says that somebody of some calendars is away on a day, and what that means for what is done there; nothing while nobody is. */
@Component({
  selector: 'lotse-absence-hint',
  imports: [Notice],
  template: `
    <div role="status">
      @for (absence of away(); track absence.id) {
        <lotse-notice tone="due">
          <p>{{ texts.whole(absence) }}</p>
          @if (means(); as means) {
            <p>{{ means }}</p>
          }
        </lotse-notice>
      }
    </div>
  `,
  // While there is nothing to say it takes no room in a form.
  styles: ':host(:not(:has(lotse-notice))) { position: absolute; }',
})
export class AbsenceHint {
  protected readonly t = injectText();
  protected readonly texts = injectAbsenceTexts();
  private readonly api = inject(Api);

  readonly day = input.required<string>();
  /** The calendars that are needed. */
  readonly scheduleIds = input.required<readonly string[]>();
  readonly schedules = input.required<readonly Schedule[]>();
  /** What follows from it, in a sentence. */
  readonly means = input<string>();

  private readonly staff = computed(
    () => this.schedules().flatMap(({ id, staffId }) => (staffId && this.scheduleIds().includes(id) ? staffId : [])),
    // Whoever shows a slot names its calendars anew each time: that is no reason to ask again.
    { equal: (one, other) => one.join() === other.join() },
  );
  private readonly found = this.api.read(readAbsences, () =>
    this.day() && this.staff().length > 0 ? { query: { from: this.day(), to: this.day() } } : undefined,
  );
  protected readonly away = computed(() =>
    this.found.hasValue() ? this.found.value().items.filter(({ staffId }) => this.staff().includes(staffId)) : [],
  );

  constructor() {
    inject(Live).onChange('absence', () => this.found.reload());
  }
}
