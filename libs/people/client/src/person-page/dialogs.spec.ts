import { HttpTestingController } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { HouseholdPanel } from '../household/household';
import { MergeDialog } from '../merge/merge-dialog';
import { Identify } from '../pseudonym/identify';
import { RepresentativeFields } from '../record-release/representative-fields';
import { emptyRelease } from '../record-release/release-draft';
import { Representatives } from '../representatives/representatives';

const [id, otherId] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];
const tick = () => new Promise((resolve) => setTimeout(resolve, 20));

async function shown<Component>(component: Type<Component>, inputs: Record<string, unknown>) {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
  TestBed.configureTestingModule({ providers: [provideTestKit()] });
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const settle = async () => {
    fixture.detectChanges();
    await tick();
    fixture.detectChanges();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  const press = async (text: string) => {
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(text))!.click();
    await settle();
  };
  const type = (index: number, value: string) => {
    const field = element.querySelectorAll<HTMLInputElement>('input[type=text], input:not([type]), input[type=tel]')[index]!;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const http = TestBed.inject(HttpTestingController);
  return { component: fixture.componentInstance, element, settle, press, type, http };
}

const problem = (code: string) => ({ type: `/problems/${code}`, title: '', status: 422, code });
const refused = { status: 422, statusText: '' };

describe('two records become one', () => {
  const differing = [
    { field: 'phone', kept: '07622 1', other: null },
    { field: 'birthDate', kept: '1980-02-03', other: '1980-02-04' },
  ];

  it('field by field, with what moves along; a refusal keeps what was chosen', async () => {
    const other = { id: otherId, familyName: 'Muster', givenName: 'Ida' };
    const { element, settle, press, http } = await shown(MergeDialog, { keptId: id, keptName: 'Muster, Ida', other });
    const follows = [
      { part: 'referral', amount: 2 },
      { part: 'something_new', amount: 3 },
    ];
    http
      .expectOne(`/api/people/${id}/merge/${otherId}`)
      .flush({ kept: { id, version: 3 }, other: { id: otherId, version: 5 }, differing, follows });
    await settle();
    expect(element.textContent).toContain('04.02.1980');
    expect(element.textContent).toContain('2 people.merge.part.referral');
    expect(element.textContent).toContain('3 people.merge.part.other');
    const radios = element.querySelectorAll<HTMLInputElement>('input[type=radio]');
    expect([...radios].map(({ checked }) => checked)).toEqual([true, false, true, false]);
    radios[3]!.dispatchEvent(new Event('change'));
    await press('people.merge.send');
    const first = http.expectOne(`/api/people/${id}/merge`);
    expect(first.request.headers.get('if-match')).toBe('"3"');
    expect(first.request.body).toEqual({ otherId, otherVersion: 5, fields: ['birthDate'] });
    first.flush(problem('both-held'), refused);
    await settle();
    await press('people.merge.send');
    expect((http.expectOne(`/api/people/${id}/merge`).request.body as { fields: string[] }).fields).toEqual(['birthDate']);
  });
});

describe('who lives with somebody', () => {
  const member = { id, personId: otherId, relation: 'child', name: 'Muster, Tim', birthDate: '2011-01-09', phone: null, postcode: null };

  it('says whose address differs, and shares it on request', async () => {
    const { element, settle, press, http } = await shown(HouseholdPanel, { personId: id, personName: 'Muster, Ida' });
    const self = { ...member, personId: id, name: 'Muster, Ida', street: 'Weg 1', isSelf: true };
    http.expectOne(`/api/people/${id}/household`).flush({ members: [self, { ...member, street: 'Alt 3', isSelf: false }] });
    await settle();
    expect(element.textContent).toContain('people.household.differs');
    await press('people.household.share');
    http.expectOne({ method: 'POST', url: `/api/people/${id}/household/contact` }).flush({ members: [] });
  });
});

describe('who decides for somebody', () => {
  const kept = {
    phone: null,
    address: null,
    validFrom: '2025-01-01',
    validUntil: null,
    endedOn: null,
    recordedBy: 'Kim',
    version: 1,
    document: 'Akte 3',
  };
  const health = { ...kept, id, kind: 'guardian' as const, name: 'R. Maier', scopes: ['health' as const] };
  const money = { ...kept, id: otherId, kind: 'guardian' as const, name: 'K. Beispiel', scopes: ['assets' as const] };

  it('is shown with whether they may release anything', async () => {
    const { element, settle, http } = await shown(Representatives, { personId: id, birthDate: '1950-01-01' });
    http.expectOne(`/api/people/${id}/representatives`).flush({ items: [health, money] });
    await settle();
    const [first, second] = [...element.querySelectorAll('ul[role=list] > li')].map(({ textContent }) => textContent);
    expect(first).toContain('people.representatives.mayRelease');
    expect(second).toContain('people.representatives.why.not-for-health');
  });

  it('is chosen in a release from those who are kept; whoever may not is told why', async () => {
    const draft = { ...emptyRelease('2026-11-22'), decidedBy: 'representative' };
    const inputs = { draft, kept: [health, money], birthDate: '1950-01-01', errors: {} };
    const { component, element, settle } = await shown(RepresentativeFields, inputs);
    const told: object[] = [];
    component.entered.subscribe((part) => told.push(part));
    const radios = element.querySelectorAll<HTMLInputElement>('input[type=radio]');
    expect(radios).toHaveLength(3);
    radios[0]!.dispatchEvent(new Event('change'));
    expect(told).toEqual([{ representativeId: id, representativeKind: 'guardian_health', representativeName: 'R. Maier' }]);
    expect(element.textContent).not.toContain('people.representatives.why');
    await settle();
  });

  it('of somebody whom a court gave other matters says so', async () => {
    const draft = { ...emptyRelease('2026-11-22'), decidedBy: 'representative', representativeId: otherId };
    const { element } = await shown(RepresentativeFields, { draft, kept: [health, money], birthDate: '1950-01-01', errors: {} });
    expect(element.querySelector('.field-error')!.textContent).toContain('people.representatives.why.not-for-health');
  });
});

describe('somebody who had only a reference', () => {
  it('gets a name, guarded by the version that was looked at', async () => {
    const person = { id, version: 2, birthDate: '1984' };
    const { press, type, http } = await shown(Identify, { person });
    await press('people.pseudonym.identify');
    type(0, 'Rombach');
    type(1, 'Kai');
    await press('people.pseudonym.save');
    const sent = http.expectOne(`/api/people/${id}/identify`);
    expect(sent.request.headers.get('if-match')).toBe('"2"');
    expect(sent.request.body).toMatchObject({ familyName: 'Rombach', givenName: 'Kai', phone: null });
  });
});
