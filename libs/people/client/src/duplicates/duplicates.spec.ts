import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { CurrentSession } from '@lotse/identity/client';
import type { PossibleDuplicate } from '@lotse/people/model';
import { DoubleMark } from './double-mark';
import { DuplicateWarning } from './duplicate-warning';

const own = '018f0000-0000-7000-8000-000000000001';
const ids = ['018f0000-0000-7000-8000-000000000011', '018f0000-0000-7000-8000-000000000012', '018f0000-0000-7000-8000-000000000013'];
const tick = (milliseconds = 20) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const double = (more: Partial<PossibleDuplicate> = {}): PossibleDuplicate => ({
  id: ids[0]!,
  organisationId: own,
  organisationName: 'Praxis Eins',
  familyName: 'Muster',
  givenName: 'Ida',
  birthDate: '1980-02-03',
  phone: null,
  strength: 'likely',
  reasons: ['same_name', 'birth_date_one_day'],
  answer: null,
  hidden: [],
  ...more,
});

describe('who may be entered twice', () => {
  async function warning(found: PossibleDuplicate[], act: 'take' | 'merge' | 'none' = 'take') {
    TestBed.configureTestingModule({ providers: [provideTestKit()] });
    const fixture = TestBed.createComponent(DuplicateWarning);
    fixture.componentRef.setInput('found', found);
    fixture.componentRef.setInput('own', own);
    fixture.componentRef.setInput('act', act);
    const told: string[] = [];
    fixture.componentInstance.same.subscribe(({ id }) => told.push(`same ${id}`));
    fixture.componentInstance.different.subscribe(({ id }) => told.push(`different ${id}`));
    fixture.detectChanges();
    // The texts of the room come along with it.
    await tick(80);
    fixture.detectChanges();
    return { element: fixture.nativeElement as HTMLElement, told };
  }

  it('is said with why, and answered with one of two buttons', async () => {
    const { element, told } = await warning([double()]);
    expect(element.textContent).toContain('Muster, Ida, geb. 03.02.1980');
    expect(element.textContent).toContain('gleicher Name, Geburtsdatum um einen Tag verschieden');
    element.querySelectorAll('button').forEach((button) => button.click());
    expect(told).toEqual([`same ${ids[0]}`, `different ${ids[0]}`]);
  });

  it('of another organisation can be said to be somebody else, and no more', async () => {
    const { element } = await warning([double({ organisationId: ids[2]!, organisationName: 'Klinik Zwei' })], 'merge');
    expect([...element.querySelectorAll('button')].map(({ textContent }) => textContent.trim())).toEqual(['Es ist jemand anderes']);
  });

  async function marks(may: boolean) {
    TestBed.configureTestingModule({ providers: [provideTestKit()] });
    const session = TestBed.inject(CurrentSession);
    session.may = () => may;
    const fixtures = [...ids, ids[0]!].map((id) => {
      const fixture = TestBed.createComponent(DoubleMark);
      fixture.componentRef.setInput('personId', id);
      fixture.detectChanges();
      return fixture;
    });
    await tick(120);
    return { fixtures, http: TestBed.inject(HttpTestingController) };
  }

  it('is marked in a list: everybody in sight is asked about at once, and the mark leads to them', async () => {
    const { fixtures, http } = await marks(true);
    const request = http.expectOne('/api/people/duplicates/count');
    expect(request.request.body).toEqual({ ids });
    request.flush({ items: [{ personId: ids[1], amount: 2, strength: 'likely' }] });
    await tick();
    fixtures.forEach((fixture) => fixture.detectChanges());
    const links = fixtures.map(({ nativeElement }) => (nativeElement as HTMLElement).querySelector('a')?.getAttribute('href'));
    expect(links).toEqual([undefined, `/personen/${ids[1]}`, undefined, undefined]);
    await tick(120);
    http.expectNone('/api/people/duplicates/count');
  });

  it('is asked about by nobody who may not read people', async () => {
    (await marks(false)).http.expectNone('/api/people/duplicates/count');
  });
});
