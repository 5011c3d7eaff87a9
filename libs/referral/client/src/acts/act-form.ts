import { afterNextRender, Component, computed, ElementRef, inject, input, linkedSignal, model, output } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { ChangeList } from '../changes/change-list';
import { Checkbox, Control, controlIdOf, DayField, DayPipe, Failure, Field, Icon, injectText } from '@lotse/client-kit/ui';
import type { ReferralChange } from '@lotse/referral/model';
import { actFields, bodyOf, fieldsAsked, missingAnswers, type ActField, type Answers } from './act-fields';
import { County } from '../words/county';
import { lastUsed } from '../words/last-used';
import type { ServedAct } from './perform-act';
import { ServiceField } from './service-field';
import { SlotField } from './slot-field';

interface ChoiceGroup {
  readonly key: string;
  readonly choices: readonly { readonly code: string; readonly text: string }[];
}

/** The small form of an act, in place: no window opens over what one is reading. Ctrl+Enter sends, Esc closes. */
@Component({
  selector: 'lotse-act-form',
  imports: [ChangeList, Checkbox, Control, DayField, DayPipe, Failure, Field, Icon, ServiceField, SlotField],
  templateUrl: './act-form.html',
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
  /** The help offer that it is about. */
  readonly serviceId = input<string | null>();
  /** The help offer that it cannot go to: it has it already. */
  readonly exceptService = input<string | null>();
  readonly busy = input(false);
  readonly problem = input<ApiProblem | undefined>();
  /** What was typed; it lives outside, so that it survives a reload of the referral. */
  readonly answers = model<Answers>({});
  /** What others have changed since one looked: it has to be read before the act. */
  readonly changes = input<readonly ReferralChange[]>([]);
  readonly send = output<Record<string, string>>();
  readonly giveUp = output();

  protected readonly county = inject(County);
  protected readonly fields = computed(() => fieldsAsked(actFields[this.act()] ?? [], this.answers()));
  /** What was refused, unless it stands at one of the fields that are asked here. */
  protected readonly elsewhere = computed(() => {
    const problem = this.problem();
    const asked = this.fields().map(({ name }) => name);
    return problem?.fields.some(({ field }) => asked.includes(field)) ? undefined : problem;
  });
  /** Another change has to be read anew. */
  protected readonly hasRead = linkedSignal({
    source: () =>
      this.changes()
        .map(({ at }) => at)
        .join(),
    computation: () => false,
  });
  private readonly wasSent = linkedSignal({ source: this.act, computation: () => false });
  protected readonly unreadError = computed(() => (this.wasSent() && !this.hasRead() ? this.t('referral.since.missing') : undefined));
  private readonly missing = linkedSignal<unknown, string[]>({ source: this.act, computation: () => [] });

  constructor() {
    afterNextRender({ write: () => this.element.querySelector<HTMLElement>('textarea, select, input')?.focus() });
  }

  protected label = ({ name, shared }: ActField): string =>
    this.t(shared ? `referral.field.${name}` : `referral.act.${this.act()}.${name}`);
  protected hint = ({ name, longest }: ActField): string | undefined =>
    (this.answers()[name]?.length ?? 0) > (longest ?? Infinity) * 0.8
      ? this.t('referral.act.left', { count: (longest ?? 0) - this.answers()[name]!.length })
      : undefined;
  protected error = ({ name, shared }: ActField): string | undefined => {
    if (!this.missing().includes(name)) return undefined;
    return this.t(shared ? `referral.field.missing.${name}` : `referral.act.${this.act()}.missing.${name}`);
  };

  /** What there is to choose from; the reasons that were used last stand on top. */
  protected choicesOf({ choices, list, name }: ActField): ChoiceGroup[] {
    if (choices) return [{ key: 'all', choices: choices.map((code) => ({ code, text: this.t(`referral.choice.${code}`) })) }];
    const all = list ? this.county.reasonsIn(list(this.answers())) : [];
    const used = name === 'reason' ? lastUsed(this.act()) : [];
    const last = all.filter(({ code }) => used.includes(code));
    const rest = { key: last.length > 0 ? 'others' : 'all', choices: all.filter(({ code }) => !used.includes(code)) };
    return last.length > 0 ? [{ key: 'last', choices: last }, rest] : [rest];
  }

  protected set({ name }: ActField, value: string): void {
    this.answers.update((answers) => ({ ...answers, [name]: value }));
    this.missing.update((names) => names.filter((other) => other !== name));
  }

  protected submit(event?: Event): void {
    event?.preventDefault();
    if (this.busy()) return;
    const missing = missingAnswers(this.fields(), this.answers());
    this.missing.set(missing);
    const isUnread = this.changes().length > 0 && !this.hasRead();
    this.wasSent.set(isUnread);
    if (isUnread) document.getElementById(controlIdOf('changesRead'))?.focus();
    else if (missing[0] !== undefined) document.getElementById(controlIdOf(missing[0]))?.focus();
    else this.send.emit(bodyOf(this.fields(), this.answers()));
  }
}
