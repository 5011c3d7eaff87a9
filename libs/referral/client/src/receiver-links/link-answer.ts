import { Component, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Failure, Field, injectText } from '@lotse/client-kit/ui';
import { actThroughLink, type ActThroughLink } from '@lotse/referral/model';

/** What a receiver without an account answers: that it came, yes, a question, or no with a way forward. */
@Component({
  selector: 'lotse-link-answer',
  imports: [Control, Failure, Field],
  template: `
    <section class="panel padded stack">
      <h2 class="section-title">{{ t('receiverLinks.page.answer') }}</h2>
      @if (acts().length === 0) {
        <p>{{ t('receiverLinks.page.nothing') }}</p>
      }
      @if (writing(); as act) {
        <form class="form" (submit)="send($event, act)" novalidate>
          @if (act === 'decline') {
            <lotse-field
              [label]="t('receiverLinks.page.reasonOfDecline')"
              name="reason"
              [error]="tried() && !reason() ? t('receiverLinks.page.required') : undefined"
              [problem]="problem()"
            >
              <select lotseControl #chosen (change)="reason.set(chosen.value)">
                <option value=""></option>
                @for (one of reasons; track one) {
                  <option [value]="one" [selected]="one === reason()">{{ t('receiverLinks.declineReason.' + one) }}</option>
                }
              </select>
            </lotse-field>
          }
          <lotse-field
            [label]="t(act === 'decline' ? 'receiverLinks.page.wayForward' : 'receiverLinks.page.ask')"
            name="text"
            [error]="tried() && !text().trim() ? t('receiverLinks.page.required') : undefined"
            [problem]="problem()"
          >
            <textarea lotseControl rows="4" maxlength="1000" [value]="text()" (input)="text.set($any($event.target).value)"></textarea>
          </lotse-field>
          <div class="cluster">
            <button type="submit" class="button is-filled" [attr.aria-disabled]="busy() || null">{{ t('receiverLinks.page.send') }}</button>
            <button type="button" class="button is-text" (click)="writing.set(undefined)">{{ t('receiverLinks.page.cancel') }}</button>
          </div>
        </form>
      } @else {
        <div class="cluster">
          @for (act of acts(); track act; let first = $first) {
            <button type="button" class="button" [class.is-filled]="first" [attr.aria-disabled]="busy() || null" (click)="begin(act)">
              {{ t('receiverLinks.page.act.' + act) }}
            </button>
          }
        </div>
      }
      @if (problem(); as refused) {
        @if (refused.fields.length === 0) {
          <lotse-failure [problem]="refused" />
        }
      }
    </section>
  `,
})
export class LinkAnswer {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  readonly session = input.required<string>();
  readonly version = input.required<number>();
  readonly acts = input.required<readonly ActThroughLink[]>();
  readonly answered = output();
  readonly stale = output();
  readonly over = output();

  protected readonly reasons = ['no_capacity', 'wrong_service', 'not_eligible', 'out_of_area', 'could_not_contact', 'other'] as const;
  protected readonly writing = signal<ActThroughLink | undefined>(undefined);
  protected readonly reason = signal('');
  protected readonly text = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected begin(act: ActThroughLink): void {
    if (act === 'decline' || act === 'request_info') return this.writing.set(act);
    void this.perform(act);
  }

  protected async send(event: Event, act: ActThroughLink): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (!this.text().trim() || (act === 'decline' && !this.reason())) return;
    await this.perform(act, { text: this.text(), ...(act === 'decline' ? { reason: this.reason() as 'other' } : {}) });
  }

  private async perform(act: ActThroughLink, said: { text?: string; reason?: 'other' } = {}): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(actThroughLink, { body: { session: this.session(), version: this.version(), act, ...said } });
      this.writing.set(undefined);
      this.answered.emit();
    } catch (thrown) {
      this.refused(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private refused(problem: ApiProblem): void {
    if (problem.code === 'link-not-open') return this.over.emit();
    this.problem.set(problem);
    if (problem.code === 'version-stale') this.stale.emit();
  }
}
