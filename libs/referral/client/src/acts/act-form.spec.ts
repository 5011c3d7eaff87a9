import { HttpTestingController } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ApiProblem } from '@lotse/client-kit/api';
import { provideTestKit } from '@lotse/client-kit/testing';
import type { ReferralChange } from '@lotse/referral/model';
import { urgencies } from '@lotse/region/model';
import german from '../texts/de.json';
import { ActForm } from './act-form';

const nothing = {
  open: null,
  identity: null,
  contact: null,
  diagnosis: null,
  medication: null,
  risk: null,
  letters: null,
  appointments: null,
  notes: null,
};
const change = (field: string, values: Partial<ReferralChange>, at = '2026-11-22T09:30:00.000Z'): ReferralChange => ({
  field, subject: null, at, byName: 'Anna Muster', organisationName: 'Praxis Eins', ...nothing, ...values,
}); // prettier-ignore
const id = '018f0000-0000-7000-8000-000000000001';
const region = {
  id,
  key: '08336',
  name: 'Kreis',
  municipalities: [],
  settings: {
    land: 'DE-BW',
    saturdayCounts: false,
    urgencyBands: urgencies.map((urgency, band) => ({ urgency, band, target: 1, unit: 'days', basis: '-' })),
    referralReasons: [{ code: 'anxiety', de: 'Angst', en: 'Anxiety', icdGroup: null }],
    emergencyNumbers: [{ de: 'Notruf', en: 'Emergency', phone: '112' }],
  },
};

async function open(act: string, changes: readonly ReferralChange[] = []) {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), ...provideTestKit({ referral: german })] });
  const fixture = TestBed.createComponent(ActForm);
  fixture.componentRef.setInput('act', act);
  fixture.componentRef.setInput('changes', changes);
  const sent: object[] = [];
  fixture.componentInstance.send.subscribe((body) => sent.push(body));
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    fixture.detectChanges();
    http.match(({ url }) => url.startsWith('/api/region')).forEach((asked) => asked.flush(region));
    await fixture.whenStable();
    fixture.detectChanges();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  const submit = async () => {
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  return { fixture, element, sent, submit, settle };
}

describe('setting a deadline', () => {
  it('names what is missing, says when it would end, and sends code and day', async () => {
    const { fixture, element, sent, submit, settle } = await open('set_deadline');
    await submit();
    expect(sent).toEqual([]);
    expect(element.querySelectorAll('.field-error')).toHaveLength(2);
    const choice = element.querySelector('select')!;
    expect([...choice.options].map(({ text }) => text.trim())).toContain('Anschlusstermin nach Entlassung');
    fixture.componentInstance.answers.set({ code: 'follow_up_after_discharge', startsOn: '2026-11-23' });
    await settle();
    expect(element.textContent).toContain('§ 39 Abs. 1a SGB V');
    expect(element.querySelector('[role="status"]')!.textContent).toContain('30.11.2026');
    await submit();
    expect(sent).toEqual([{ code: 'follow_up_after_discharge', startsOn: '2026-11-23' }]);
  });
});

describe('deciding about what has changed since one looked', () => {
  const phone = change('phone', { contact: { before: '07622 1', after: '07622 2' } });

  it('shows what was and what is, by whom, and waits until it was read', async () => {
    const { element, sent, submit, settle } = await open('accept', [phone]);
    expect(element.querySelector('del')!.textContent).toBe('07622 1');
    expect(element.querySelector('ins')!.textContent).toBe('07622 2');
    expect(element.textContent).toContain('Anna Muster (Praxis Eins)');
    await submit();
    expect(sent).toEqual([]);
    expect(element.querySelector('.field-error')).not.toBeNull();
    element.querySelector<HTMLInputElement>('input[type="checkbox"]')!.click();
    await settle();
    await submit();
    expect(sent).toEqual([{}]);
  });

  it('keeps what was typed when something changes meanwhile, and what came anew has to be read anew', async () => {
    const { fixture, element, settle } = await open('decline', [phone]);
    fixture.componentInstance.answers.set({ wayForward: 'An die Beratungsstelle wenden' });
    element.querySelector<HTMLInputElement>('input[type="checkbox"]')!.click();
    await settle();
    fixture.componentRef.setInput('changes', [
      change('urgency', { open: { before: 'soon', after: 'urgent' } }, '2026-11-22T10:00:00.000Z'),
      phone,
    ]);
    await settle();
    expect(fixture.componentInstance.answers()['wayForward']).toBe('An die Beratungsstelle wenden');
    expect(element.querySelector<HTMLInputElement>('input[type="checkbox"]')!.checked).toBe(false);
  });

  it('says that something was not released instead of showing it', async () => {
    const { element } = await open('accept', [change('medication', {})]);
    expect(element.textContent).toContain('nicht freigegeben');
  });

  it('shows a refusal that stands at none of its fields, and not twice one that does', async () => {
    const { fixture, element, settle } = await open('resume');
    const refused = (field: string) =>
      new ApiProblem('release-does-not-cover-recipient', 422, 'Refused', undefined, [{ field, code: 'x', message: 'x' }]);
    fixture.componentRef.setInput('problem', refused('release'));
    await settle();
    expect(element.querySelector('lotse-failure')?.textContent).toContain(german.problems['release-does-not-cover-recipient']);
    fixture.componentRef.setInput('problem', refused('note'));
    await settle();
    expect(element.querySelector('lotse-failure')).toBeNull();
  });
});
