import { afterNextRender, Component, computed, ElementRef, inject, input, model, output, signal } from '@angular/core';
import type { ApiProblem } from '@lotse/client-kit/api';
import { Control, DayField, Failure, Field, Icon, injectText, RadioGroup, type Choice } from '@lotse/client-kit/ui';
import { Colleagues, CurrentSession } from '@lotse/identity/client';
import { calledSchema } from '@lotse/referral/model';
import { County } from '../words/county';
import { asksName, missingIn, type CallEntry } from './call-entry';
import { emergencyCallsTexts } from './emergency-calls-texts';

/** One call: whom, when, whether somebody was reached, what was agreed, what happens next. Short, because there is no time. */
@Component({
  selector: 'lotse-call-form',
  imports: [Control, DayField, Failure, Field, Icon, RadioGroup],
  templateUrl: './call-form.html',
  styles: `
    form {
      max-inline-size: none;
    }
    .when {
      align-items: start;
    }
  `,
})
export class CallForm {
  protected readonly t = injectText('emergency-calls', emergencyCallsTexts);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly county = inject(County);
  private readonly session = inject(CurrentSession);
  private readonly colleagues = inject(Colleagues);

  readonly entry = model.required<CallEntry>();
  readonly busy = input(false);
  readonly problem = input<ApiProblem | undefined>();
  readonly save = output();
  readonly giveUp = output();

  private readonly tried = signal(false);
  private readonly missing = computed(() => (this.tried() ? missingIn(this.entry()) : []));
  protected readonly asksName = computed(() => asksName(this.entry()));
  /** The number of the county stands beside what it is called. */
  protected readonly called = computed<Choice[]>(() => {
    const duty = this.county.emergencyNumbers().find(({ phone }) => phone !== '112')?.phone;
    return calledSchema.options.map((value) => ({
      value,
      label:
        value === 'duty' && duty ? this.t('emergencyCalls.called.dutyWith', { phone: duty }) : this.t(`emergencyCalls.called.${value}`),
    }));
  });
  protected readonly reached = computed<Choice[]>(() =>
    (['yes', 'no'] as const).map((value) => ({ value, label: this.t(`emergencyCalls.reached.${value}`) })),
  );
  /** Oneself first. */
  protected readonly callers = computed(() => {
    const own = this.session.session()?.staff;
    const others = this.colleagues.items().filter(({ id }) => id !== own?.id);
    return [
      { id: '', name: this.t('emergencyCalls.you', { name: own?.displayName ?? '' }) },
      ...others.map(({ id, displayName }) => ({ id, name: displayName })),
    ];
  });

  constructor() {
    // Whoever came by a number has said whom; the next thing to say is whether somebody answered.
    afterNextRender({
      write: () => {
        const groups = this.element.querySelectorAll<HTMLElement>('fieldset');
        groups[this.entry().called === null ? 0 : 1]?.querySelector<HTMLElement>('input')?.focus();
      },
    });
  }

  protected set<Name extends keyof CallEntry>(name: Name, value: CallEntry[Name]): void {
    this.entry.update((entry) => ({ ...entry, [name]: value }));
  }

  protected type(name: keyof CallEntry, event: Event): void {
    this.set(name, (event.target as HTMLInputElement).value as never);
  }

  protected error(name: string): string | undefined {
    return this.missing().includes(name) ? this.t(`emergencyCalls.missing.${name}`) : undefined;
  }

  protected submit(event: Event): void {
    // It may stand within the form of the referral: only the call is meant.
    event.preventDefault();
    event.stopPropagation();
    this.tried.set(true);
    if (this.busy()) return;
    if (missingIn(this.entry()).length === 0) return this.save.emit();
    setTimeout(() => this.element.querySelector<HTMLElement>('[aria-invalid="true"], .has-error input')?.focus());
  }
}
