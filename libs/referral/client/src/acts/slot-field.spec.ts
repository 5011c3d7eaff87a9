import { HttpTestingController } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import german from '../texts/de.json';
import { SlotField } from './slot-field';

const [own, other] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];
let number = 0;
const slot = (serviceId: string, startsAt: string) => ({
  id: `018f0000-0000-7000-8000-0000000001${String((number += 1)).padStart(2, '0')}`,
  startsAt,
  scheduleName: 'Zimmer 1',
  mode: 'on_site',
  municipalityName: 'Bergdorf',
  outreach: false,
  serviceId,
  serviceName: serviceId === own ? 'Ambulanz' : 'Tagesklinik',
  groupId: `018f0000-0000-7000-8000-0000000002${String(number).padStart(2, '0')}`,
  places: 1,
  version: 1,
});

/** The field for a referral of the own service, when these slots are free. */
async function open(free: readonly ReturnType<typeof slot>[]) {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), ...provideTestKit({ referral: german })] });
  const fixture = TestBed.createComponent(SlotField);
  fixture.componentRef.setInput('label', 'Termin');
  fixture.componentRef.setInput('serviceId', own);
  fixture.detectChanges();
  const http = TestBed.inject(HttpTestingController);
  for (const asked of http.match(({ url }) => url.startsWith('/api/slots'))) {
    const service =
      asked.request.params.get('serviceId') ?? new URLSearchParams(asked.request.urlWithParams.split('?')[1]).get('serviceId');
    asked.flush({ items: free.filter(({ serviceId }) => !service || serviceId === service) });
  }
  await fixture.whenStable();
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const groups = [...element.querySelectorAll('optgroup')].map(({ label, children }) => [label, children.length]);
  return { element, groups };
}

describe('which slot', () => {
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

  it('stands under its service, the own one first, each slot once', async () => {
    const { groups } = await open([slot(other, later(1)), slot(own, later(30)), slot(other, later(40))]);
    expect(groups).toEqual([
      ['Ambulanz', 1],
      ['Tagesklinik', 2],
    ]);
  });

  it('says where or how, when that is not at the service', async () => {
    const free = [{ ...slot(own, later(30)), mode: 'phone' }, { ...slot(own, later(31)), outreach: true }, slot(own, later(32))];
    const { element } = await open(free);
    const texts = [...element.querySelectorAll('option:not([disabled])')].map(({ textContent }) => textContent.split(' · ').slice(1));
    expect(texts).toEqual([['Zimmer 1', 'Am Telefon'], ['Zimmer 1', 'in Bergdorf'], ['Zimmer 1']]);
  });

  it('is one choice for a group, with the places that are left', async () => {
    const first = { ...slot(own, later(30)), places: 6 };
    const { element } = await open([first, { ...slot(own, later(30)), places: 6, groupId: first.groupId }, slot(own, later(31))]);
    const texts = [...element.querySelectorAll('option:not([disabled])')].map(({ textContent }) => textContent.split(' · ').slice(1));
    expect(texts).toEqual([['Zimmer 1', '2 von 6 Plätzen frei'], ['Zimmer 1']]);
  });

  it('says when the own service has none, and when there is none at all', async () => {
    const others = await open([slot(other, later(1))]);
    expect(others.groups).toEqual([['Tagesklinik', 1]]);
    expect(others.element.textContent).toContain(german.field.noOwnSlots);
    TestBed.resetTestingModule();
    const none = await open([]);
    expect(none.groups).toEqual([]);
    expect(none.element.textContent).toContain(german.field.noSlots);
  });
});
