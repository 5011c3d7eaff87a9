import { Component, input, output } from '@angular/core';
import { BornPipe, Icon, injectText, Notice } from '@lotse/client-kit/ui';
import type { PossibleDuplicate } from '@lotse/people/model';
import { peopleTexts } from '../people-texts';

/** Who may be the same person, why, and what to do about it. */
@Component({
  selector: 'lotse-duplicate-warning',
  imports: [BornPipe, Icon, Notice],
  template: `
    @if (found().length > 0) {
      <lotse-notice tone="due" role="status" [heading]="t('people.duplicate.heading', { count: found().length })">
        <ul role="list">
          @for (one of found(); track one.id) {
            <li>
              <p>
                <strong>{{ one.familyName }}, {{ one.givenName }}</strong
                >, {{ one.birthDate | born: 'short' }}
                @if (one.phone) {
                  · {{ one.phone }}
                }
                @if (one.organisationId !== own()) {
                  · {{ t('people.duplicate.at', { name: one.organisationName }) }}
                }
                <br /><span class="small">{{ why(one) }}</span>
              </p>
              <span class="cluster">
                @if (one.organisationId === own() && act() !== 'none') {
                  <button type="button" class="button is-small" (click)="same.emit(one)">
                    <lotse-icon [name]="act() === 'take' ? 'user-check' : 'users'" [size]="15" />{{ t('people.duplicate.' + act()) }}
                  </button>
                }
                <button type="button" class="button is-text is-small" (click)="different.emit(one)">
                  {{ t('people.duplicate.different') }}
                </button>
              </span>
            </li>
          }
        </ul>
      </lotse-notice>
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-3);
      margin: var(--space-2) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
    }
    p {
      margin: 0;
    }
  `,
})
export class DuplicateWarning {
  protected readonly t = injectText('people', peopleTexts);
  readonly found = input.required<readonly PossibleDuplicate[]>();
  /** The organisation of the reader: only its own records can be taken or merged. */
  readonly own = input.required<string | undefined>();
  /** What is offered when it is the same one. */
  readonly act = input<'take' | 'merge' | 'none'>('take');
  readonly same = output<PossibleDuplicate>();
  readonly different = output<PossibleDuplicate>();

  protected readonly why = ({ reasons }: PossibleDuplicate): string =>
    reasons.map((reason) => this.t(`people.duplicate.reason.${reason}`)).join(', ');
}
