import { HttpTestingController } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { CurrentSession } from '@lotse/identity/client';
import type { RankScope } from '@lotse/waiting-list/model';
import { MovementTables } from './movement-tables';
import { RankRulesPage } from './rank-rules-page';
import german from './texts/de.json';

const nobody = { at: null, byName: null, why: null, restores: null };
const usual = { firstBands: 2, risesAt: 100 };
const early = { firstBands: 1, risesAt: 80 };
const county: RankScope = {
  serviceId: null,
  name: 'Landkreis Lörrach',
  mayChange: false,
  mayTry: false,
  inForce: { serviceId: null, version: 1, order: early },
  ownInForce: 1,
  versions: [
    {
      version: 1,
      validFrom: '2026-11-01',
      at: '2026-10-30T08:00:00.000Z',
      byName: 'Ulrike Maier',
      why: 'Beschluss',
      restores: null,
      order: early,
    },
    { version: 0, validFrom: null, ...nobody, order: usual },
  ],
};
const service: RankScope = {
  serviceId: '01890000-0000-7000-8000-000000000001',
  name: 'Ambulanz',
  mayChange: true,
  mayTry: true,
  inForce: { serviceId: null, version: 1, order: early },
  ownInForce: 0,
  versions: [{ version: 0, validFrom: null, ...nobody, order: null }],
};

describe('the rules of order', () => {
  const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

  async function page(scopes: readonly RankScope[], angebot?: string) {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        ...provideTestKit({ rankRules: german }),
        { provide: CurrentSession, useValue: { may: () => false, session: () => undefined } },
      ],
    });
    const fixture = TestBed.createComponent(RankRulesPage);
    if (angebot) fixture.componentRef.setInput('angebot', angebot);
    const http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    http.expectOne(({ url }) => url.endsWith('/rank-rules')).flush({ version: 3, scopes });
    http.expectOne(({ url }) => url.endsWith('/out-of-turn')).flush({ items: [] });
    await fixture.whenStable();
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  it('are said in sentences, with whose rule it is and in which version', async () => {
    const element = await page([county, service], 'landkreis');
    expect([...element.querySelectorAll('.sentences li')].map(textOf)).toEqual([
      'Stufe 1 kommt immer zuerst, gleich wie lange andere warten.',
      'Von den anderen rückt vor, wer mehr als 80 % der Zielzeit gewartet hat; sonst entscheidet die Stufe.',
      'Bei Gleichstand: erst der größere Anteil der Zielzeit, dann der frühere Eingang, dann die Nummer.',
    ]);
    expect(textOf(element.querySelector('lotse-chip'))).toBe('Fassung 1');
    expect(textOf(element)).toContain('Ulrike Maier');
    expect(textOf(element)).not.toContain('Andere Regel ausprobieren');
  });

  it('may be tried out by whoever coordinates the county, and brought back by nobody who may not change them', async () => {
    const element = await page([{ ...county, mayTry: true }]);
    expect(textOf(element)).toContain('Andere Regel ausprobieren');
    expect(element.querySelector('lotse-rule-versions button')).toBeNull();
    TestBed.resetTestingModule();
    expect((await page([{ ...county, mayChange: true, mayTry: true }])).querySelector('lotse-rule-versions button')).not.toBeNull();
  });

  it('begin with the one that somebody may change', async () => {
    const element = await page([county, service]);
    expect(textOf(element.querySelector('.tab[aria-current]'))).toBe('Ambulanz');
    expect(textOf(element.querySelector('lotse-chip'))).toBe('Regel des Landkreises, Fassung 1');
    expect(textOf(element)).toContain('Andere Regel ausprobieren');
  });
});

describe('what another rule would do', () => {
  const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const none = { municipality: null, age: null, band: null };

  async function shown(waiting: object, offers: object) {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), ...provideTestKit({ rankRules: german })] });
    const fixture = TestBed.createComponent(MovementTables);
    fixture.componentRef.setInput('waiting', waiting);
    fixture.componentRef.setInput('offers', offers);
    fixture.componentRef.setInput('lists', 1);
    await fixture.whenStable();
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  it('is a sentence and tables; small groups stand together', async () => {
    const ages = { groups: [{ key: '65_plus', name: null, earlier: 9, later: 0, same: 5 }, { key: '25_44', name: null, earlier: 0, later: 12, same: 8 }], others: { earlier: 5, later: 5, same: 6, groups: 2 } }; // prettier-ignore
    const waiting = { people: 50, sum: { earlier: 14, later: 17, same: 19 }, by: { ...none, age: ages } };
    const element = await shown(waiting, { people: 0, decided: 0, sum: null, by: none });
    expect(textOf(element.querySelector('.finding'))).toBe(
      '1 Warteliste, 50 Personen warten: 14 kämen früher an die Reihe, 17 später, 19 wie bisher.',
    );
    expect([...element.querySelectorAll('tbody th')].map(textOf)).toEqual(['25 bis 44', '65 und älter', '2 weitere Gruppen zusammen']);
    expect(textOf(element)).toContain('Im letzten Monat wurde kein Termin der Reihe nach angeboten.');
  });

  it('shows no number where there are too few', async () => {
    const element = await shown({ people: 12, sum: null, by: none }, { people: 6, decided: 6, sum: null, by: none });
    expect(element.querySelector('table')).toBeNull();
    expect(textOf(element)).toContain('Es würden zu wenige anders stehen, um Zahlen zu zeigen.');
  });
});
