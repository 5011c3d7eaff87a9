import { Component, computed, inject, input } from '@angular/core';
import { injectText, Language, momentText, plainDayText } from '@lotse/client-kit/ui';
import { valuesOf, type ReferralChange } from '@lotse/referral/model';
import { County } from '../words/county';

/** Fields of which it is enough to know that they are there. */
const withoutValues = ['answered', 'informed'];
const days = ['deadline', 'birthDate', 'dischargeOn'];

/** What has changed, field by field: what it said, what it says, who, when. */
@Component({
  selector: 'lotse-change-list',
  template: `
    <dl>
      @for (row of rows(); track $index) {
        <div>
          <dt>{{ row.name }}</dt>
          <dd>
            @if (row.isHidden) {
              <span class="muted">{{ t('referral.since.hidden') }}</span>
            } @else if (row.values; as values) {
              @if (values.before !== null) {
                <del>{{ values.before }}</del> <span class="visually-hidden">{{ t('referral.since.became') }}</span>
                <span aria-hidden="true">→</span>
              }
              <ins>{{ values.after ?? t('referral.since.nothing') }}</ins>
            }
            <span class="muted small who">{{ row.who }}</span>
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: var(--space-2);
      margin: 0;
    }
    dt {
      font-weight: 600;
    }
    dd {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-2);
      margin: 0;
      overflow-wrap: anywhere;
    }
    del {
      color: var(--muted);
    }
    ins {
      text-decoration: none;
    }
    .who {
      flex-basis: 100%;
    }
  `,
})
export class ChangeList {
  protected readonly t = injectText();
  private readonly county = inject(County);
  private readonly language = inject(Language);
  readonly changes = input.required<readonly ReferralChange[]>();

  protected readonly rows = computed(() =>
    this.changes().map((change) => {
      const { field, subject, at, byName, organisationName } = change;
      const values = valuesOf(change);
      const name = this.t(`referral.since.field.${field}`);
      return {
        name: field === 'deadline' && subject ? `${name}: ${this.county.deadlineWords(subject).name}` : name,
        isHidden: values === null,
        values:
          values === null || withoutValues.includes(field)
            ? undefined
            : { before: this.words(field, values.before), after: this.words(field, values.after) },
        who: this.t('referral.since.by', {
          name: byName ?? '–',
          organisation: organisationName ?? '–',
          at: momentText(at, this.language.current()),
        }),
      };
    }),
  );

  private words(field: string, value: string | null): string | null {
    if (value === null) return null;
    if (field === 'urgency') return this.t(`referral.urgency.${value}`);
    if (field === 'appointment') return momentText(value, this.language.current());
    return days.includes(field) ? plainDayText(value, this.language.current()) : value;
  }
}
