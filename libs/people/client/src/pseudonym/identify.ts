import { Component, inject, input, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Control, DayField, Field, FormDialog, injectText, Notice, Toasts } from '@lotse/client-kit/ui';
import { aboutAge, identifyPerson, type Person } from '@lotse/people/model';

/** Somebody who has only a reference: what that means, and the way to a name once they agree. */
@Component({
  selector: 'lotse-identify',
  imports: [Control, DayField, Field, FormDialog, Notice],
  template: `
    <lotse-notice tone="info" [heading]="t('people.pseudonym.about', { count: age() })">
      <p>{{ t('people.pseudonym.lead') }}</p>
      <button type="button" class="button" (click)="open.set(true)">{{ t('people.pseudonym.identify') }}</button>
    </lotse-notice>
    <lotse-form-dialog
      [(open)]="open"
      [heading]="t('people.pseudonym.title')"
      width="narrow"
      [act]="t('people.pseudonym.save')"
      [problem]="problem()"
      (send)="save()"
    >
      <p>{{ t('people.pseudonym.hint') }}</p>
      <lotse-field [label]="t('people.pseudonym.familyName')" name="familyName" [problem]="problem()">
        <input lotseControl autocomplete="off" maxlength="100" [value]="familyName()" (input)="familyName.set($any($event.target).value)" />
      </lotse-field>
      <lotse-field [label]="t('people.pseudonym.givenName')" name="givenName" [problem]="problem()">
        <input lotseControl autocomplete="off" maxlength="100" [value]="givenName()" (input)="givenName.set($any($event.target).value)" />
      </lotse-field>
      <lotse-day-field [label]="t('people.pseudonym.birthDate')" name="birthDate" [problem]="problem()" [(value)]="birthDate" />
      <lotse-field [label]="t('people.pseudonym.phone')" name="phone" [optional]="true" [problem]="problem()">
        <input lotseControl type="tel" autocomplete="off" maxlength="40" [value]="phone()" (input)="phone.set($any($event.target).value)" />
      </lotse-field>
    </lotse-form-dialog>
  `,
})
export class Identify {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly person = input.required<Person>();
  readonly identified = output();
  protected readonly open = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly familyName = signal('');
  protected readonly givenName = signal('');
  protected readonly birthDate = signal('');
  protected readonly phone = signal('');

  protected age(): number {
    return aboutAge(this.person().birthDate);
  }

  protected async save(): Promise<void> {
    this.problem.set(undefined);
    const body = {
      familyName: this.familyName(),
      givenName: this.givenName(),
      birthDate: this.birthDate(),
      phone: this.phone().trim() || null,
    };
    try {
      await this.api.send(identifyPerson, { params: { id: this.person().id }, version: this.person().version, body });
      this.open.set(false);
      this.toasts.show(this.t('people.pseudonym.done'));
      this.identified.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    }
  }
}
