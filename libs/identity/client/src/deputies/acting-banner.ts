import { Component, computed, inject, signal } from '@angular/core';
import { type ApiProblem, apiProblemOf, SessionEnd } from '@lotse/client-kit/api';
import { Dialog, Icon, injectText, PlainDayPipe } from '@lotse/client-kit/ui';
import { CurrentSession } from '../current-session';
import { deputiesTexts } from './deputies-texts';
import { injectSwitchPlace } from './switch-place';

/** Says above every page for whom one works at the moment, and that it is over when it is. */
@Component({
  selector: 'lotse-acting-banner',
  imports: [Dialog, Icon, PlainDayPipe],
  template: `
    @if (acting(); as deputyship) {
      <p class="acting" role="note">
        <lotse-icon name="users" [size]="18" />
        <span>
          {{
            t('deputies.acting', {
              organisation: deputyship.organisation,
              name: deputyship.absentName,
              day: deputyship.untilDay | plainDay,
            })
          }}
        </span>
        <button type="button" class="button is-small" (click)="back()">{{ t('deputies.back') }}</button>
        @if (problem()) {
          <span role="alert">{{ t('deputies.backFailed') }}</span>
        }
      </p>
    }
    <lotse-dialog [open]="sessionEnd.deputyshipOver()" [heading]="t('deputies.over')" width="narrow" [dismissible]="false">
      <p>{{ t('deputies.overWhat') }}</p>
      <ng-container dialogActs>
        <button type="button" class="button is-filled" data-first (click)="home()">{{ t('deputies.home') }}</button>
      </ng-container>
    </lotse-dialog>
  `,
  styles: `
    .acting {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
      padding: var(--space-2) var(--space-5);
      background: var(--paused-ground);
      color: var(--paused-ink);
      border-block-end: 1px solid var(--hairline);
    }
    .acting span {
      flex: 0 1 auto;
      min-inline-size: 0;
    }
    @media screen and (max-width: 700px) {
      .acting {
        padding-inline: var(--space-4);
      }
    }
  `,
})
export class ActingBanner {
  protected readonly t = injectText('deputies', deputiesTexts);
  protected readonly sessionEnd = inject(SessionEnd);
  private readonly session = inject(CurrentSession);
  private readonly switchPlace = injectSwitchPlace();
  protected readonly acting = computed(() => this.session.session()?.deputyship);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async back(): Promise<void> {
    try {
      await this.switchPlace(null);
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
  }

  protected home(): void {
    location.assign('/start');
  }
}
