import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Control, DayField, Failure, Field, injectText, RadioGroup } from '@lotse/client-kit/ui';
import { answerListCheck, answersOf, type ListCheck, type ListCheckAnswer } from '@lotse/waiting-list/model';

/** What the person says. Says before saving what follows, and that nobody leaves the list by it. */
@Component({
  selector: 'lotse-answer-check',
  imports: [Checkbox, Control, DayField, Failure, Field, RadioGroup],
  template: `
    <form class="form" novalidate (submit)="save($event)">
      @if (problem(); as problem) {
        <lotse-failure [problem]="problem" (retry)="save()" />
      }
      <lotse-radio-group
        [label]="t('listCare.asks.' + check().kind)"
        [name]="'answer-' + check().id"
        [choices]="choices()"
        [(value)]="answer"
        [problem]="problem()"
        [error]="attempted() && !answer() ? t('listCare.chooseOne') : null"
      />
      @if (answer() === 'postpone') {
        <lotse-day-field
          [label]="t('listCare.postponedUntil')"
          [hint]="t('listCare.postponedHint')"
          name="postponedUntil"
          [(value)]="until"
          [problem]="problem()"
          [error]="attempted() && !until() ? t('listCare.dayMissing') : null"
        />
      }
      @if (check().kind === 'check_in') {
        <lotse-checkbox
          [label]="t('listCare.asksForPriority')"
          [hint]="t('listCare.asksForPriorityHint')"
          name="asksForPriority"
          [(checked)]="priority"
        />
      }
      <lotse-field [label]="t('listCare.note')" name="note" [optional]="true" [problem]="problem()">
        <textarea lotseControl rows="2" maxlength="1000" [value]="note()" (input)="note.set($any($event.target).value)"></textarea>
      </lotse-field>
      <div class="cluster">
        <button type="submit" class="button is-filled" [attr.aria-disabled]="busy() || null">{{ t('listCare.act.save') }}</button>
        <button type="button" class="button" (click)="put.emit()">{{ t('listCare.act.cancel') }}</button>
      </div>
    </form>
  `,
  host: { class: 'panel' },
})
export class AnswerCheck {
  protected readonly t = injectText();
  private readonly api = inject(Api);

  readonly check = input.required<ListCheck>();
  readonly done = output<ListCheck>();
  /** Put away without an answer. */
  readonly put = output<void>();
  readonly stale = output<void>();

  protected readonly answer = signal<string | null>(null);
  protected readonly until = signal('');
  protected readonly priority = signal(false);
  protected readonly note = signal('');
  protected readonly attempted = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly choices = computed(() =>
    answersOf(this.check().kind).map((value) => ({
      value,
      label: this.t(`listCare.answer.${value}`),
      hint: this.t(`listCare.follows.${value}`),
    })),
  );

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.attempted.set(true);
    const answer = this.answer() as ListCheckAnswer | null;
    if (this.busy() || !answer || (answer === 'postpone' && !this.until())) return;
    this.busy.set(true);
    this.problem.set(undefined);
    const { id, version } = this.check();
    try {
      this.done.emit(await this.api.send(answerListCheck, { params: { id }, body: this.body(answer), version }));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      if (this.problem()?.code === 'version-stale') this.stale.emit();
    } finally {
      this.busy.set(false);
    }
  }

  private body(answer: ListCheckAnswer) {
    return {
      answer,
      postponedUntil: answer === 'postpone' ? this.until() : undefined,
      asksForPriority: this.priority(),
      note: this.note().trim() || undefined,
    };
  }
}
