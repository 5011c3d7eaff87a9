import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import type { CountyAging, CountyFunnel } from '@lotse/waiting-list/model';
import { FunnelPicture } from '../pictures/funnel-picture';
import pictures from '../pictures/texts/de.json';
import { WaitsPicture } from '../pictures/waits-picture';
import german from '../texts/de.json';
import { CountyAgingPicture } from './county-aging-picture';
import { SlotWeekPicture } from './slot-week-picture';
import { WaitsByService } from './waits-by-service';

const service = { serviceId: 'one', serviceName: 'Ambulanz', organisationName: 'Klinik Eins' };
const aging: CountyAging = {
  waiting: 50,
  overdue: 12,
  bands: [{ band: 5, urgency: 'routine', services: [{ ...service, waiting: 40, overdue: null, medianDays: 100.4, medianShare: 1.2 }] }],
  others: { groups: 3, waiting: 10 },
};
const few: CountyFunnel = {
  free: 20,
  offered: 8,
  confirmed: null,
  attended: 0,
  direct: null,
  toCome: null,
  offers: 9,
  minutesToOffer: 20,
  minutesToConfirm: null,
  minutesFreeToConfirmed: null,
  daysToAppointment: null,
};

describe('the county in pictures', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [...provideTestKit({ waitingList: german, pictures })] }));

  async function shown<Shown>(component: new () => Shown, inputs: Record<string, unknown>): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(component);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }
  const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

  it('one bar a service and band, which leads to nobody; small groups in one sentence', async () => {
    const picture = await shown(CountyAgingPicture, { of: aging });
    expect(textOf(picture.querySelector('.finding'))).toBe('50 Personen warten, 12 davon länger als die Zielzeit.');
    expect(picture.querySelectorAll('lotse-aging-track')).toHaveLength(1);
    expect(picture.querySelector('a')).toBeNull();
    expect(textOf(picture)).toMatch(/120.% ?der Zielzeit, ?100 Tage/);
    expect(textOf(picture)).toContain('10 weitere Personen warten');
    expect([...picture.querySelectorAll('tbody tr')].map((row) => textOf(row))).toEqual([
      expect.stringMatching(/^Ambulanz Klinik Eins ?Regulär ?40 ?– ?100 Tage ?120.%$/),
      expect.stringMatching(/^3 Angebote und Stufen mit kleinen Zahlen ?– ?10/),
    ]);
  });

  it('bars that are kept back are marked, and say together how many they are', async () => {
    const ended = { people: null, median: null, p95: null, counts: [null, null, null], hidden: null };
    const waiting = { people: 22, median: 9, p95: 20, counts: [15, null, null], hidden: { bars: 2, people: 7 } };
    const picture = await shown(WaitsPicture, { of: { widthDays: 7, waiting, ended } });
    expect(textOf(picture)).toContain('7 Wartende in 2 Zeiträumen');
    expect(textOf(picture)).toContain('Im letzten Jahr waren zu wenige Personen da');
    expect([...picture.querySelectorAll('svg rect.bar')]).toHaveLength(1);
    expect([...picture.querySelectorAll('svg text.count')].map((text) => textOf(text))).toEqual(['15', '…', '…']);
    expect([...picture.querySelectorAll('tbody tr')].at(-1)!.textContent).toContain('…');
  });

  it('a funnel without small numbers', async () => {
    const picture = await shown(FunnelPicture, { of: few });
    expect(textOf(picture.querySelector('.finding'))).toContain('weniger als 5 davon wurden über ein Angebot vergeben');
    expect(picture.querySelector('[role=img]')!.getAttribute('aria-label')).toContain('Bestätigt: unter 5 (–)');
  });

  it('the waits of each service, longest named; what is too few is a dash', async () => {
    const services = [
      { ...service, waiting: { median: 30, p95: null }, ended: null },
      { ...service, serviceId: 'two', serviceName: 'Tagesklinik', waiting: { median: 61, p95: 90 }, ended: { median: 20, p95: null } },
    ];
    const table = await shown(WaitsByService, { services });
    expect(textOf(table.querySelector('.finding'))).toContain('„Tagesklinik“: Die Hälfte der Wartenden wartet länger als 61 Tage');
    expect(textOf(table.querySelector('tbody tr'))).toMatch(/30 Tage ?– ?– ?–$/);
  });

  it('the slots of a week by service, and day by day as a table', async () => {
    const days = [
      { day: '2026-11-23', free: 2, held: 1, taken: 3, blocked: 0 },
      { day: '2026-11-25', free: 1, held: 0, taken: 0, blocked: 1 },
    ];
    const picture = await shown(SlotWeekPicture, { of: { from: '2026-11-23', services: [{ ...service, days }] } });
    expect(textOf(picture.querySelector('.finding'))).toContain('8 Plätze: 3 vergeben, 1 gehalten, 3 frei, 1 gesperrt');
    const cells = [...picture.querySelectorAll('tbody td')].map((cell) => textOf(cell));
    expect(cells).toEqual(['2/6', '–', '1/2', '–', '–', '–', '–', '3/8']);
  });
});
