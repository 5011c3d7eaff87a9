import { signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import type { Muster6 } from '@lotse/referral/model';
import { DiagnosisRows } from './diagnosis-rows';
import { FurtherBlock } from './further-block';
import { emptyFurther, emptyMuster6, furtherContentOf, type FurtherPart } from './further-draft';
import { Muster6Fields } from './muster6-fields';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function type(control: Control, text: string, event = 'input'): void {
  control.value = text;
  control.dispatchEvent(new Event(event));
}

describe('what only some referrals say', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTestKit()] }));

  function shown<Shown extends DiagnosisRows | FurtherBlock>(component: new () => Shown, given: Partial<FurtherPart> = {}) {
    const part = signal<FurtherPart>({ ...emptyFurther, ...given });
    const tree = TestBed.runInInjectionContext(() => form(part));
    const fixture = TestBed.createComponent(component as never);
    fixture.componentRef.setInput('part', tree);
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    const all = <Found extends Element>(selector: string) => [...element.querySelectorAll<Found>(selector)];
    const button = (icon: string) => all<HTMLButtonElement>('button').find((one) => one.innerHTML.includes(`#${icon}`))!;
    return { part, element, all, button, again: () => fixture.detectChanges() };
  }

  describe('further diagnoses', () => {
    it('are added and removed one by one, and the others keep what was typed', () => {
      const { part, all, again } = shown(DiagnosisRows);
      const add = () => (all<HTMLButtonElement>('button.add')[0]!.click(), again());
      add();
      add();
      const texts = () => all<HTMLInputElement>('fieldset lotse-field:first-of-type input');
      type(texts()[0]!, 'Angst');
      type(texts()[1]!, 'Schmerz');
      again();
      all<HTMLButtonElement>('fieldset button')[0]!.click();
      again();
      expect(part().furtherDiagnoses.map(({ text }) => text)).toEqual(['Schmerz']);
    });

    it('are eight at the most', () => {
      const diagnosis = { text: 'x', code: '', certainty: '' };
      const { all } = shown(DiagnosisRows, { furtherDiagnoses: Array.from({ length: 8 }, () => diagnosis) });
      expect(all('button.add')).toHaveLength(0);
    });

    it('say at once when a code is none, stay in the form, and are not sent with it', () => {
      const { part, element, all, again } = shown(DiagnosisRows);
      type(all<HTMLInputElement>('input')[0]!, 'Fxx');
      again();
      expect(element.querySelector('.field-error')).not.toBeNull();
      expect([part().diagnosisCode, furtherContentOf(part()).diagnosisCode]).toEqual(['Fxx', null]);
      type(all<HTMLInputElement>('input')[0]!, 'f32.1');
      again();
      expect(element.querySelector('.field-error')).toBeNull();
      expect(furtherContentOf(part()).diagnosisCode).toBe('F32.1');
    });
  });

  describe('the block', () => {
    const isOpen = (element: HTMLElement) => element.querySelector('details')!.open;

    it('is folded away until somebody needs it, and open where something stands in it', () => {
      expect(isOpen(shown(FurtherBlock).element)).toBe(false);
    });

    it('is open from the beginning where something stands in it', () => {
      expect(isOpen(shown(FurtherBlock, { insurance: 'statutory' }).element)).toBe(true);
    });

    it('makes a form when it is opened; one of which nothing was filled in is not sent', () => {
      const { part, all } = shown(FurtherBlock);
      const forms = all<HTMLDetailsElement>('details details');
      expect(forms.length).toBe(2);
      for (const one of forms) {
        one.open = true;
        one.dispatchEvent(new Event('toggle'));
      }
      expect(part().muster6).toEqual(emptyMuster6);
      expect(furtherContentOf(part())).toMatchObject({ muster6: null, ptv11: null });
    });
  });

  it('the paper form (Muster 6): what is emptied was not answered', () => {
    const fixture = TestBed.createComponent(Muster6Fields);
    fixture.componentRef.setInput('value', { ...emptyMuster6, order: 'Abklärung' });
    const told: Muster6[] = [];
    fixture.componentInstance.valueChange.subscribe((one) => told.push(one));
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    const [order, findings] = element.querySelectorAll('textarea');
    type(order!, '');
    type(findings!, 'Labor unauffällig');
    const kind = element.querySelectorAll('select')[1]!;
    type(kind, kind.options[1]!.value, 'change');
    expect(told.map(({ order, findings, kind }) => [order, findings, kind])).toEqual([
      [null, null, null],
      ['Abklärung', 'Labor unauffällig', null],
      ['Abklärung', null, kind.options[1]!.value],
    ]);
  });
});
