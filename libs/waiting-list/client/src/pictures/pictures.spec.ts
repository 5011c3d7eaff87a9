import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import type { Funnel } from '@lotse/waiting-list/model';
import german from '../texts/de.json';
import { AgingPicture } from './aging-picture';
import { FunnelPicture } from './funnel-picture';
import pictures from './texts/de.json';
import { WaitsPicture } from './waits-picture';

const bar = (reference: string, waitedDays: number, share: number) => ({
  entryId: `entry-${reference}`,
  referralId: `referral-${reference}`,
  reference,
  state: 'waiting' as const,
  waitedDays,
  targetDays: 28,
  share,
});

const aging = {
  rule: { serviceId: null, version: 0, order: { firstBands: 2, risesAt: 100 } },
  waiting: 32,
  overdue: 1,
  bands: [{ band: 4, urgency: 'soon' as const, waiting: 32, overdue: 1, bars: [bar('Z-1', 42, 1.5), bar('Z-2', 14, 0.5)] }],
};
const funnel: Funnel = {
  free: 40,
  offered: 30,
  confirmed: 10,
  attended: 4,
  direct: 2,
  toCome: 6,
  offers: 100,
  minutesToOffer: 25,
  minutesToConfirm: 180,
  minutesFreeToConfirmed: 200,
  daysToAppointment: 6,
};
const waits = {
  widthDays: 7,
  waiting: { people: 4, median: 21, p95: 70, longest: 71, counts: [1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1] },
  ended: { people: 0, median: null, p95: null, longest: null, counts: Array.from({ length: 11 }, () => 0) },
};

describe('pictures of a waiting list', () => {
  beforeEach(() =>
    TestBed.configureTestingModule({
      providers: [...provideTestKit({ waitingList: german, pictures })],
    }),
  );

  async function shown<Shown>(component: new () => Shown, of: unknown): Promise<HTMLElement> {
    const fixture = TestBed.createComponent(component);
    fixture.componentRef.setInput('of', of);
    await fixture.whenStable();
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }
  const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

  it('one bar a person leads to the place on the list, and says in words what it shows', async () => {
    const picture = await shown(AgingPicture, aging);
    expect(textOf(picture.querySelector('.finding'))).toMatch(
      /^32 Personen warten, 1 davon länger als die Zielzeit\. Am weitesten: 150.% der Zielzeit\.$/,
    );
    const links = [...picture.querySelectorAll('a.bar')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/warteliste/entry-Z-1', '/warteliste/entry-Z-2']);
    expect(textOf(links[0]!)).toMatch(/^Z-1 ?150.% ?der Zielzeit, ?42 Tage ?gewartet$/);
    expect(textOf(picture)).toContain('30 weitere Personen haben kürzer gewartet.');
  });

  it('the same is always there as a table, and seen when somebody wants it', async () => {
    const picture = await shown(AgingPicture, aging);
    expect(picture.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(picture.querySelector('table')!.closest('.unseen')).not.toBeNull();
    const button = picture.querySelector('button')!;
    expect(button.getAttribute('aria-pressed')).toBe('false');
    button.click();
    TestBed.tick();
    expect(button.getAttribute('aria-pressed')).toBe('true');
    expect(picture.querySelector('table')!.closest('.unseen')).toBeNull();
    expect(picture.querySelector('.drawing')).toBeNull();
  });

  it('what became of free slots, with the time it took and what others found', async () => {
    const picture = await shown(FunnelPicture, funnel);
    expect(textOf(picture.querySelector('.finding'))).toMatch(/40 Termine frei; 10 davon wurden über ein Angebot vergeben \(25.%\)\.$/);
    expect(picture.querySelector('[role=img]')!.getAttribute('aria-label')).toMatch(
      /^Frei: 40 \(100.%\); Angeboten: 30 \(75.%\), 25 Minuten; Bestätigt: 10/,
    );
    expect(textOf(picture)).toContain('Median: 3 Stunden vom Angebot bis zur Zusage');
    expect(textOf(picture)).toContain('30 von 100 Terminen');
  });

  it('how long people wait, of those who wait and of those who were seen', async () => {
    const picture = await shown(WaitsPicture, waits);
    expect(textOf(picture.querySelector('.finding'))).toBe(
      'Von denen, die noch warten, wartet die Hälfte länger als 21 Tage und 5 von 100 länger als 70 Tage. Im letzten Jahr ist noch niemand da gewesen.',
    );
    const drawn = [...picture.querySelectorAll('svg[role=img]')].map((svg) => svg.getAttribute('aria-label'));
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toMatch(/^4 Personen warten noch, Median 21 Tage, 95.% bis 70 Tage$/);
  });
});
