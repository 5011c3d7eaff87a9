import { Component, input, output } from '@angular/core';
import { Icon, injectText, Notice, PlainDayPipe } from '@lotse/client-kit/ui';
import type { Person } from '@lotse/people/model';

/** People of the own organisation who may be the one that is being entered. */
@Component({
  selector: 'lotse-known-person-notice',
  imports: [Icon, Notice, PlainDayPipe],
  template: `
    <lotse-notice tone="info" role="status" [heading]="t('referral.new.known.heading', { count: people().length })">
      @for (person of people(); track person.id) {
        <p class="match">
          <span
            ><strong>{{ person.familyName }}, {{ person.givenName }}</strong
            >, {{ t('referral.party.born') }} {{ person.birthDate | plainDay }}
            @if (person.phone) {
              · {{ person.phone }}
            }
          </span>
          <button type="button" class="button is-small" (click)="take.emit(person)">
            <lotse-icon name="user-check" [size]="15" />{{ t('referral.new.known.take') }}
          </button>
        </p>
      }
      <button type="button" class="button is-text is-small" (click)="dismiss.emit()">{{ t('referral.new.known.other') }}</button>
    </lotse-notice>
  `,
  styles: `
    .match {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
      margin: var(--space-2) 0;
    }
  `,
})
export class KnownPersonNotice {
  protected readonly t = injectText();
  readonly people = input.required<readonly Person[]>();
  readonly take = output<Person>();
  readonly dismiss = output();
}
