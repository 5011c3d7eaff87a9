import { Component, inject, input } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { injectText, Language, MomentTextPipe, plainDayText } from '@lotse/client-kit/ui';
import { isBornYear, readCorrections, type Correction } from '@lotse/people/model';

/** What was corrected stays visible (§ 630f BGB): when, by whom, and what it said before. Nothing is shown where nothing was corrected. */
@Component({
  selector: 'lotse-corrections',
  imports: [MomentTextPipe],
  template: `
    @if (corrections.hasValue() && corrections.value().items.length > 0) {
      <section class="panel stack">
        <h2 class="section-title">{{ t('people.corrections.title') }}</h2>
        <ul class="stack" role="list">
          @for (one of corrections.value().items; track one.id) {
            <li>
              <span>{{
                t('people.corrections.changed', { moment: one.at | moment, name: one.by ?? t('people.corrections.nobody') })
              }}</span>
              @if (one.reference; as reference) {
                <span class="muted"> ({{ reference }})</span>
              }
              <ul class="muted small">
                @for (was of one.before; track was.field) {
                  <li>{{ t('people.corrections.field.' + was.field) }}, {{ t('people.corrections.before') }}: {{ wordOf(was) }}</li>
                }
              </ul>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class Corrections {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  readonly personId = input.required<string>();
  /** Asks again when the record has another version. */
  readonly version = input.required<number>();
  protected readonly corrections = inject(Api).read(readCorrections, () => {
    this.version();
    return { params: { id: this.personId() } };
  });

  protected wordOf({ field, value }: Correction['before'][number]): string {
    if (value === null || value === '') return this.t('people.corrections.nothing');
    if (field === 'birthDate') return isBornYear(value) ? value : plainDayText(value, this.language.current());
    return field === 'sex' ? this.t('people.sex.' + value) : value;
  }
}
