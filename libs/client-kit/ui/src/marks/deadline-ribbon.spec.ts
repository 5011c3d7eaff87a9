import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import texts from '../texts/de.json' with { type: 'json' };
import { DeadlineRibbon } from './deadline-ribbon';

async function textOf(inputs: Record<string, unknown>): Promise<string> {
  const fixture = TestBed.createComponent(DeadlineRibbon);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ').trim();
}

describe('DeadlineRibbon', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTestKit(texts)] }));

  const dates = { start: '2026-11-01', due: '2026-11-24' };

  it('says the time left, the date and what it is for', async () => {
    expect(await textOf({ ...dates, label: 'Erstkontakt', now: '2026-11-22T09:00:00Z' })).toBe(
      'Erstkontakt: noch 2 Tage · bis Di., 24.11.2026',
    );
  });

  it('knows one day from several, and overdue from left', async () => {
    expect(await textOf({ ...dates, variant: 'row', now: '2026-11-23T09:00:00Z' })).toMatch(/^noch 1 Tag/);
    expect(await textOf({ ...dates, variant: 'row', now: '2026-11-27T09:00:00Z' })).toMatch(/^seit 3 Tagen überfällig/);
  });

  it('names the day since which the clock stands still', async () => {
    expect(await textOf({ ...dates, variant: 'row', pausedSince: '2026-11-04' })).toMatch(/^pausiert seit 04.11.2026/);
  });

  it('says the same in every variant', async () => {
    const now = '2026-11-22T09:00:00Z';
    for (const variant of ['row', 'header', 'chart'])
      expect(await textOf({ ...dates, variant, scale: 60, now })).toBe('noch 2 Tage · bis Di., 24.11.2026');
    expect(await textOf({ ...dates, metOn: '2026-11-20' })).toBe('erledigt am 20.11.2026');
  });
});
