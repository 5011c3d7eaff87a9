import { afterNextRender, Component, computed, ElementRef, inject, input, linkedSignal, model, output } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Control, controlIdOf, DayField, Failure, Field, Icon, injectText } from '@lotse/client-kit/ui';
import { actFields, bodyOf, missingAnswers, type ActField, type Answers } from './act-fields';
import type { ServedAct } from './perform-act';

/** The small form of an act, in place: no window opens over what one is reading. Ctrl+Enter sends, Esc closes. */
@Component({
  selector: 'lotse-act-form',
  imports: [Control, DayField, Failure, Field, Icon],
  template: `
    <form
      class="panel act-form"
      [attr.aria-label]="t('referral.act.' + act() + '.do')"
      (submit)="submit($event)"
      (keydown.control.enter)="submit($event)"
      (keydown.meta.enter)="submit($event)"
      (keydown.escape)="giveUp.emit()"
    >
      <h3 class="act-title">{{ t('referral.act.' + act() + '.do') }}</h3>
      <p class="muted act-lead">{{ t('referral.act.' + act() + '.lead') }}</p>
      @for (field of fields(); track field.name) {
        @switch (field.kind) {
          @case ('day') {
            <lotse-day-field
              [label]="label(field)"
              [name]="field.name"
              [problem]="problem()"
              [error]="error(field)"
              [value]="answers()[field.name] ?? ''"
              (valueChange)="set(field, $event)"
            />
          }
          @case ('choice') {
            <lotse-field [label]="label(field)" [name]="field.name" [problem]="problem()" [error]="error(field)">
              <select lotseControl (change)="set(field, $any($event.target).value)">
                <option value="" disabled [selected]="!answers()[field.name]">{{ t('referral.act.choose') }}</option>
                @for (choice of field.choices; track choice) {
                  <option [value]="choice" [selected]="answers()[field.name] === choice">{{ t(field.words + '.' + choice) }}</option>
                }
              </select>
            </lotse-field>
          }
          @default {
            <lotse-field
              [label]="label(field)"
              [hint]="hint(field)"
              [name]="field.name"
              [optional]="!!field.optional"
              [problem]="problem()"
              [error]="error(field)"
            >
              <textarea
                lotseControl
                rows="3"
                [attr.maxlength]="field.longest ?? null"
                [value]="answers()[field.name] ?? ''"
                (input)="set(field, $any($event.target).value)"
              ></textarea>
            </lotse-field>
          }
        }
      }
      @if (problem(); as problem) {
        @if (problem.fields.length === 0) {
          <lotse-failure [problem]="problem" (retry)="submit()" />
        }
      }
      <div class="cluster">
        <button type="submit" class="button is-filled" [attr.aria-disabled]="busy() || null">
          <lotse-icon name="send" [size]="16" />{{ t('referral.act.' + act() + '.send') }}
        </button>
        <button type="button" class="button is-text" (click)="giveUp.emit()">{{ t('referral.act.cancel') }}</button>
        <span class="muted small not-on-phone">{{ t('referral.act.keys') }}</span>
      </div>
    </form>
  `,
  styles: `
    .act-form {
      display: grid;
      gap: var(--space-4);
      background: var(--paper);
    }
    .act-title {
      font-size: var(--text-large);
    }
    .act-lead {
      margin: calc(-1 * var(--space-3)) 0 0;
    }
  `,
})
export class ActForm {
  protected readonly t = injectText();
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly act = input.required<ServedAct>();
  readonly busy = input(false);
  readonly problem = input<ApiProblem | undefined>();
  /** What was typed; it lives outside, so that it survives a reload of the referral. */
  readonly answers = model<Answers>({});
  readonly send = output<Record<string, string>>();
  readonly giveUp = output();

  protected readonly fields = computed(() => actFields[this.act()] ?? []);
  private readonly missing = linkedSignal<unknown, string[]>({ source: this.act, computation: () => [] });

  constructor() {
    afterNextRender({ write: () => this.element.querySelector<HTMLElement>('textarea, select, input')?.focus() });
  }

  protected label = ({ name }: ActField): string => this.t(`referral.act.${this.act()}.${name}`);
  protected hint = ({ name, longest }: ActField): string | undefined =>
    (this.answers()[name]?.length ?? 0) > (longest ?? Infinity) * 0.8
      ? this.t('referral.act.left', { count: (longest ?? 0) - this.answers()[name]!.length })
      : undefined;
  protected error = ({ name }: ActField): string | undefined =>
    this.missing().includes(name) ? this.t(`referral.act.${this.act()}.missing.${name}`) : undefined;

  protected set({ name }: ActField, value: string): void {
    this.answers.update((answers) => ({ ...answers, [name]: value }));
    this.missing.update((names) => names.filter((other) => other !== name));
  }

  protected submit(event?: Event): void {
    event?.preventDefault();
    if (this.busy()) return;
    const missing = missingAnswers(this.fields(), this.answers());
    this.missing.set(missing);
    if (missing[0] !== undefined) document.getElementById(controlIdOf(missing[0]))?.focus();
    else this.send.emit(bodyOf(this.fields(), this.answers()));
  }
}
