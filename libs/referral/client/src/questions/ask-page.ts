import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { BornPipe, injectText, Loaded, Page, State } from '@lotse/client-kit/ui';
import { referralLifecycle, type AskedPoint, type Referral } from '@lotse/referral/model';
import { Decisions } from '../acts/decisions';
import { AcknowledgeOpened } from '../inbox/acknowledge-opened';
import { lookAt } from '../looks/look-at';
import { ReferralContentView } from '../referral-page/referral-content';
import { QuestionComposer } from './question-composer';
import { QuestionDrafts, requestKey } from './question-drafts';
import { questionTexts } from './question-texts';

/** `/eingang/:id/rueckfrage`: asks back about one referral, with what it says beside it. */
@Component({
  selector: 'lotse-ask-page',
  imports: [BornPipe, Loaded, Page, QuestionComposer, ReferralContentView, State],
  template: `
    <lotse-page
      [title]="t('questions.ask.do')"
      [lead]="t('questions.ask.lead')"
      [back]="'/eingang?open=' + id()"
      [backLabel]="t('referral.inbox.title')"
    >
      <lotse-state [of]="referral" [rows]="4" [rowHeight]="64">
        <ng-template [lotseLoaded]="referral" let-found>
          <div class="both">
            @if (mayAsk()) {
              <lotse-question-composer
                [referral]="found"
                [draftKey]="requestKey(found.id)"
                [heading]="t('questions.to', { name: found.referrer.organisationName })"
                [busy]="busy()"
                [problem]="problem()"
                (send)="send(found, $event)"
                (giveUp)="leave()"
              />
            } @else {
              <p>{{ t('questions.ask.notNow') }}</p>
            }
            <section class="panel stack">
              <h2 class="section-title">{{ found.personName }} · {{ found.birthDate | born }}</h2>
              <lotse-referral-content [referral]="found" />
            </section>
          </div>
        </ng-template>
      </lotse-state>
    </lotse-page>
  `,
  styles: `
    .both {
      --composer-ground: var(--surface);
      display: grid;
      align-items: start;
      gap: var(--space-5);
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    }
    @media screen and (max-width: 1000px) {
      .both {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class AskPage {
  protected readonly t = injectText('questions', questionTexts);
  private readonly decisions = inject(Decisions);
  private readonly acknowledge = inject(AcknowledgeOpened);
  private readonly drafts = inject(QuestionDrafts);
  private readonly router = inject(Router);

  protected readonly requestKey = requestKey;

  readonly id = input.required<string>();
  protected readonly referral = lookAt(() => this.id());
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly mayAsk = computed(() => {
    const state = this.referral.hasValue() ? this.referral.value().state : undefined;
    return state === 'requested' || (state !== undefined && referralLifecycle.allows(state, 'request_info'));
  });

  protected async send(referral: Referral, body: { points: AskedPoint[]; dueOn: string }): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.decisions.run(referral, { act: 'request_info', body }, this.acknowledge.seen(referral));
      this.drafts.sent(requestKey(referral.id));
      this.leave();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      this.referral.reload();
    } finally {
      this.busy.set(false);
    }
  }

  protected leave(): void {
    void this.router.navigate(['/eingang'], { queryParams: { open: this.id() } });
  }
}
