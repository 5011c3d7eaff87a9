import { Component, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, controlIdOf, DayField, Field, FormDialog, injectText, Toasts, type FoundError } from '@lotse/client-kit/ui';
import { changePerson, kvnrNeedsReason, needsOverride, type Person } from '@lotse/people/model';
import { changesOf, entriesOf, missingIn, type Entries } from './entries';

const sexes = ['female', 'male', 'diverse', 'unknown'] as const;

/** Corrects what is known about somebody; what stood there before stays visible. What was typed stays until it is accepted. */
@Component({
  selector: 'lotse-correct-person',
  imports: [Control, DayField, Field, FormDialog],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('people.correct.heading')"
      [act]="t('people.correct.save')"
      [busy]="busy()"
      [problem]="problem()"
      [errors]="found()"
      (send)="save()"
    >
      <p class="muted">{{ t('people.correct.lead') }}</p>
      @for (name of names; track name) {
        <lotse-field [label]="label(name)" [name]="name" [problem]="problem()" [error]="errorOf(name)">
          <input lotseControl autocomplete="off" spellcheck="false" maxlength="100" [value]="entries()[name]" (input)="set(name, $event)" />
        </lotse-field>
      }
      <lotse-day-field
        name="birthDate"
        [label]="label('birthDate')"
        [problem]="problem()"
        [error]="errorOf('birthDate')"
        [value]="entries().birthDate"
        (valueChange)="write('birthDate', $event)"
      />
      <lotse-field [label]="label('sex')" name="sex" [problem]="problem()">
        <select lotseControl class="is-medium" (change)="set('sex', $event)">
          @for (sex of sexes; track sex) {
            <option [value]="sex" [selected]="sex === entries().sex">{{ t('people.sex.' + sex) }}</option>
          }
        </select>
      </lotse-field>
      @for (name of contact; track name) {
        <lotse-field [label]="label(name)" [name]="name" [optional]="true" [problem]="problem()">
          <input
            lotseControl
            autocomplete="off"
            [attr.inputmode]="name === 'street' || name === 'kvnr' ? null : 'tel'"
            [attr.maxlength]="name === 'street' ? 150 : 40"
            [value]="entries()[name]"
            (input)="set(name, $event)"
          />
        </lotse-field>
      }
      @if (isDoubtful()) {
        <lotse-field
          [label]="label('kvnrOverrideReason')"
          [hint]="t('people.correct.kvnrHint')"
          name="kvnrOverrideReason"
          [problem]="problem()"
        >
          <input
            lotseControl
            autocomplete="off"
            maxlength="200"
            [value]="entries().kvnrOverrideReason"
            (input)="set('kvnrOverrideReason', $event)"
          />
        </lotse-field>
      }
    </lotse-form-dialog>
  `,
})
export class CorrectPerson {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly open = model(false);
  readonly person = input.required<Person>();
  readonly corrected = output();

  protected readonly sexes = sexes;
  protected readonly names = ['familyName', 'givenName'] as const;
  protected readonly contact = ['phone', 'street', 'postcode', 'kvnr'] as const;
  protected readonly entries = linkedSignal<boolean, Entries>({ source: this.open, computation: () => entriesOf(this.person()) });
  protected readonly found = linkedSignal<boolean, readonly FoundError[]>({ source: this.open, computation: () => [] });
  protected readonly problem = linkedSignal<boolean, ApiProblem | undefined>({ source: this.open, computation: () => undefined });
  protected readonly busy = signal(false);

  protected label(name: keyof Entries): string {
    return this.t(`people.corrections.field.${name}`);
  }

  protected errorOf(name: keyof Entries): string | undefined {
    return this.found().find((one) => one.name === name)?.text;
  }

  protected isDoubtful(): boolean {
    return (
      this.problem()?.code === kvnrNeedsReason.code || (needsOverride(this.entries().kvnr) && this.entries().kvnrOverrideReason !== '')
    );
  }

  protected set(name: keyof Entries, event: Event): void {
    this.write(name, (event.target as HTMLInputElement).value);
  }

  protected write(name: keyof Entries, value: string): void {
    this.entries.update((entries) => ({ ...entries, [name]: value }));
  }

  protected async save(): Promise<void> {
    const { id, version } = this.person();
    const body = changesOf(this.person(), this.entries());
    this.found.set(missingIn(this.entries()).map((name) => ({ name, text: this.t(`people.correct.missing.${name}`) })));
    if (this.busy() || this.found().length > 0) return;
    if (Object.keys(body).length === 0) return this.open.set(false);
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(changePerson, { params: { id }, version, body });
      this.open.set(false);
      this.toasts.show(this.t('people.correct.done'));
      this.corrected.emit();
    } catch (thrown) {
      const problem = apiProblemOf(thrown);
      this.problem.set(problem);
      document.getElementById(controlIdOf(problem.fields[0]?.field ?? ''))?.focus();
    } finally {
      this.busy.set(false);
    }
  }
}
