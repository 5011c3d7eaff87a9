import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { provideTestKit } from '@lotse/client-kit/testing';
import { Control } from '../fields/control';
import { Field } from '../fields/field';
import { RadioGroup } from '../fields/radio-group';
import { FormDialog } from './form-dialog';

@Component({
  imports: [Control, Field, FormDialog, RadioGroup],
  template: `
    <lotse-form-dialog
      [(open)]="open"
      heading="Vertretung"
      act="Sichern"
      [busy]="busy()"
      [problem]="problem()"
      (send)="sent.set(sent() + 1)"
    >
      <lotse-radio-group label="Für wen" name="who" [choices]="choices" [(value)]="who" />
      <lotse-field label="Grund" name="why"><input lotseControl value="" /></lotse-field>
    </lotse-form-dialog>
  `,
})
class Host {
  readonly open = signal(false);
  readonly busy = signal(false);
  readonly problem = signal<ApiProblem | undefined>(undefined);
  readonly who = signal<string | null>(null);
  readonly sent = signal(0);
  readonly choices = [
    { value: 'self', label: 'Ich' },
    { value: 'other', label: 'Andere' },
  ];
}

describe('FormDialog', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestKit()] });
    // The test's browser has no dialogs of its own.
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
      this.open = false;
    };
  });

  async function opened(who: string | null = null) {
    const fixture = TestBed.createComponent(Host);
    document.body.append(fixture.nativeElement as HTMLElement);
    fixture.componentInstance.who.set(who);
    fixture.componentInstance.open.set(true);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { fixture, host: fixture.componentInstance, page, submit: page.querySelector<HTMLButtonElement>('button[type=submit]')! };
  }

  it('begins at the first question, also when that is a choice without an answer', async () => {
    await opened();
    expect((document.activeElement as HTMLInputElement).type).toBe('radio');
  });

  it('begins at the next one when the choice has an answer', async () => {
    await opened('other');
    expect((document.activeElement as HTMLInputElement).type).not.toBe('radio');
  });

  it('sends once, and not while it is being sent', async () => {
    const { fixture, host, submit } = await opened();
    expect(submit.getAttribute('form')).toBe(document.querySelector('form')!.id);
    submit.form!.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(host.sent()).toBe(1);
    host.busy.set(true);
    await fixture.whenStable();
    submit.form!.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(host.sent()).toBe(1);
    expect(submit.getAttribute('aria-disabled')).toBe('true');
  });

  it('says on top why it was refused, unless a field says it', async () => {
    const { fixture, host, page } = await opened();
    host.problem.set(apiProblemOf({ status: 409, code: 'x', title: 'Geht nicht.', fields: [] }));
    await fixture.whenStable();
    expect(page.querySelector('[role=alert]')).not.toBeNull();
  });

  it('is left by giving up', async () => {
    const { fixture, host, page } = await opened();
    page.querySelector<HTMLButtonElement>('footer button[type=button]')!.click();
    await fixture.whenStable();
    expect(host.open()).toBe(false);
  });
});
