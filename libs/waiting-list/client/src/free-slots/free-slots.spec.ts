import { HttpTestingController } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Slot } from '@lotse/calendar/model';
import { provideTestKit } from '@lotse/client-kit/testing';
import { CurrentSession } from '@lotse/identity/client';
import type { FreeSlot } from '@lotse/waiting-list/model';
import german from '../texts/de.json';
import { FreeSlotMark } from './free-slot-mark';
import { FreeSlotsTable } from './free-slots-table';
import { SlotPublication } from './slot-publication';
import texts from './texts/de.json';

const id = '01890000-0000-7000-8000-000000000001';
const slot: FreeSlot = {
  id,
  version: 3,
  startsAt: '2026-12-01T09:00:00.000Z',
  endsAt: '2026-12-01T09:50:00.000Z',
  mode: 'on_site',
  serviceId: id,
  serviceName: 'Ambulanz',
  category: 'outpatient_clinic',
  organisationId: id,
  organisationName: 'Klinik Eins',
  municipalityName: 'Lörrach',
  languages: ['de', 'tr'],
  ageFrom: 18,
  ageTo: null,
  acceptsReferrals: true,
  phone: '07622 1',
  isOfOwnKind: true,
  isOwn: false,
  publishedAt: '2026-11-23T09:00:00.000Z',
  pooledAt: null,
};

describe('free slots of the county', () => {
  function begin(may: readonly string[]): void {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        ...provideTestKit({ waitingList: german, freeSlots: texts }),
        { provide: CurrentSession, useValue: { may: (permission: string) => may.includes(permission), session: () => undefined } },
      ],
    });
  }
  async function shown<Shown>(component: new () => Shown, inputs: Record<string, unknown>): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(component);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }
  const actsOf = (page: HTMLElement) =>
    [...page.querySelectorAll('.cell-acts a, .cell-acts button')].map((act) => act.textContent!.replace(/\s+/g, ' ').trim());

  it('say when, what, how and where; a practice refers from there', async () => {
    begin(['referral.create']);
    const page = await shown(FreeSlotsTable, { slots: [slot] });
    for (const said of ['1.12.2026', 'Ambulanz', 'Klinik Eins', 'vor Ort in Lörrach', 'Deutsch, Türkisch', 'ab 18 Jahren'])
      expect(page.textContent).toContain(said);
    expect(actsOf(page)).toEqual(['Zuweisen']);
    expect(page.querySelector('.cell-acts a')!.getAttribute('href')).toBe(`/zuweisungen/neu?service=${id}`);
  });

  it('a clinic of the same kind looks whom they would fit; nobody refers to themselves, or where only a call helps', async () => {
    begin(['waitingList.read', 'referral.create', 'waitingList.offerSlot']);
    const others = [
      { ...slot, isOwn: true },
      { ...slot, acceptsReferrals: false },
      { ...slot, isOfOwnKind: false },
    ];
    const page = await shown(FreeSlotsTable, { slots: [slot, ...others.map((one, index) => ({ ...one, id: `${id}${index}` }))] });
    expect(actsOf(page)).toEqual(['Wem würde er passen?', 'Zuweisen', 'Platz ansehen', 'Zuweisen']);
    expect(page.textContent).toContain('nur telefonisch: 07622 1');
  });

  it('those who coordinate publish what is undecided, and take back what is published', async () => {
    begin(['freeSlot.publish']);
    const page = await shown(FreeSlotsTable, { slots: [slot, { ...slot, id: `${id}2`, publishedAt: null }], coordinates: true });
    expect(actsOf(page)).toEqual(['Zurücknehmen', 'Veröffentlichen']);
    expect(page.textContent).toContain('zu entscheiden');
  });

  it('the clinic publishes where it offers: once, with the version it has seen', async () => {
    begin(['freeSlot.publish']);
    const own = { id, version: 7, publishedAt: null, inPoolFrom: '2099-01-01T10:00:00.000Z' } as unknown as Slot;
    const page = await shown(SlotPublication, { slot: own });
    expect(page.textContent).toContain('Die Koordination des Landkreises sieht den Platz ab');
    const button = page.querySelector('button')!;
    button.click();
    button.click();
    const sent = TestBed.inject(HttpTestingController).expectOne((request) => request.url.endsWith(`/slots/${id}/publish`));
    expect(sent.request.headers.get('If-Match')).toBe('"7"');
  });

  it('whoever may not publish is not asked', async () => {
    begin([]);
    expect((await shown(SlotPublication, { slot: { id, version: 7, publishedAt: null } })).textContent!.trim()).toBe('');
  });

  it('beside a service stands its next published slot, and nothing beside the others', async () => {
    begin(['freeSlot.read']);
    const answered = async (serviceId: string, items: readonly FreeSlot[]) => {
      const fixture = TestBed.createComponent(FreeSlotMark);
      fixture.componentRef.setInput('serviceId', serviceId);
      TestBed.tick();
      for (const request of TestBed.inject(HttpTestingController).match((one) => one.url.endsWith('/free-slots')))
        request.flush({ items, nextCursor: null });
      await fixture.whenStable();
      fixture.detectChanges();
      return (fixture.nativeElement as HTMLElement).textContent!.trim();
    };
    const another = (last: number) => `${id.slice(0, -1)}${last}`;
    const later = { ...slot, id: another(2), startsAt: '2026-12-03T09:00:00.000Z', endsAt: '2026-12-03T09:50:00.000Z' };
    expect(await answered(id, [slot, later, { ...slot, id: another(3), publishedAt: null }])).toMatch(
      /^2 freie Plätze, der nächste: .*1\.12\.2026/,
    );
    expect(await answered('another', [])).toBe('');
  });
});
