import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, Failure, Field, injectText, Language } from '@lotse/client-kit/ui';
import type { AnswerOf } from '@lotse/kernel';
import { actThroughLink, reasonsThroughLink, toldThroughLink, type ActThroughLink, type lookThroughLink } from '@lotse/referral/model';

/** What a receiver without an account answers: that it came, yes, a question, no with a way forward; and later how it ended. */
@Component({
  selector: 'lotse-link-answer',
  imports: [Control, Failure, Field],
  templateUrl: './link-answer.html',
})
export class LinkAnswer {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  protected readonly language = inject(Language).current;
  readonly session = input.required<string>();
  readonly referral = input.required<AnswerOf<typeof lookThroughLink>>();
  readonly answered = output();
  readonly stale = output();
  readonly over = output();

  protected readonly acts = computed(() => this.referral().acts);
  protected readonly writing = signal<ActThroughLink | undefined>(undefined);
  /** What the county lets the act that is written be given as its reason. */
  protected readonly choices = computed(() => {
    const act = this.writing();
    const list = act && (reasonsThroughLink as Partial<Record<ActThroughLink, string>>)[act];
    return this.referral().reasons.filter((reason) => reason.list === list);
  });
  protected readonly needsComment = computed(() => this.choices().find(({ code }) => code === this.reason())?.comment === 'required');
  protected readonly reason = signal('');
  protected readonly comment = signal('');
  protected readonly text = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected begin(act: ActThroughLink): void {
    this.problem.set(undefined);
    if (toldThroughLink.includes(act)) return this.writing.set(act);
    void this.perform(act);
  }

  /** What was typed stays, for whoever comes back to the same answer. */
  protected giveUp(): void {
    this.writing.set(undefined);
    this.tried.set(false);
    this.problem.set(undefined);
  }

  protected async send(event: Event, act: ActThroughLink): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const isMissing =
      !this.text().trim() || (this.choices().length > 0 && !this.reason()) || (this.needsComment() && !this.comment().trim());
    if (!isMissing) await this.perform(act);
  }

  private async perform(act: ActThroughLink): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const { version } = this.referral();
      await this.api.send(actThroughLink, { body: { session: this.session(), version, act, ...this.said(act) } });
      for (const typed of [this.reason, this.comment, this.text]) typed.set('');
      this.giveUp();
      this.answered.emit();
    } catch (thrown) {
      this.refused(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }

  private said(act: ActThroughLink): { text?: string; reason?: string; comment?: string } {
    if (!toldThroughLink.includes(act)) return {};
    const reason = this.choices().length > 0 ? { reason: this.reason() } : {};
    return { text: this.text(), ...reason, ...(this.needsComment() ? { comment: this.comment() } : {}) };
  }

  private refused(problem: ApiProblem): void {
    if (problem.code === 'link-not-open') return this.over.emit();
    this.problem.set(problem);
    if (problem.code === 'version-stale') this.stale.emit();
  }
}
