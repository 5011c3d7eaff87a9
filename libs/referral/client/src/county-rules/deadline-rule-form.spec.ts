import { HttpTestingController } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { usualDeadlines } from '@lotse/region/model';
import { DeadlineRuleForm, type DeadlineItem } from './deadline-rule-form';
import german from './texts/de.json';

const usual = usualDeadlines.find(({ code }) => code === 'acute_treatment_by_code')!;
const changed = { ...usual, amount: 5, unit: 'working_days' as const, version: 1, validFrom: '2026-11-01' };
const nobody = { at: null, byName: null, why: null, restores: null };
const item: DeadlineItem = {
  code: usual.code,
  inForce: 1,
  versions: [
    {
      version: 1,
      validFrom: '2026-11-01',
      at: '2026-10-30T08:00:00.000Z',
      byName: 'Ulrike Maier',
      why: 'Beschluss',
      restores: null,
      rule: changed,
    },
    { version: 0, validFrom: null, ...nobody, rule: usual },
  ],
};
const shift = { running: 12, earlier: 3, later: 9, same: 0, furthestEarlier: 4, furthestLater: 2 };

async function open() {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), ...provideTestKit({ countyRules: german })] });
  const fixture = TestBed.createComponent(DeadlineRuleForm);
  fixture.componentRef.setInput('item', item);
  fixture.componentRef.setInput('version', 7);
  const http = TestBed.inject(HttpTestingController);
  const element = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    fixture.detectChanges();
    http.match(({ url }) => url.endsWith('/preview')).forEach((asked) => asked.cancelled || asked.flush(shift));
    await fixture.whenStable();
    fixture.detectChanges();
  };
  const settled = async (found: () => boolean) => {
    while (!found()) {
      fixture.detectChanges();
      http.match(({ url }) => url.endsWith('/preview')).forEach((asked) => asked.cancelled || asked.flush(shift));
      await new Promise((done) => setTimeout(done));
    }
  };
  const field = (name: string) => element.querySelector<HTMLInputElement>(`[id="field-${name.replace('.', '-')}"]`)!;
  const write = (name: string, value: string) => {
    field(name).value = value;
    field(name).dispatchEvent(new Event('input'));
  };
  const submit = () => element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  return { http, element, settle, settled, field, write, submit };
}

describe('a deadline of the county', () => {
  it('says who changed what, when and why, and what a change would do to what runs', async () => {
    const { element, settled } = await open();
    await settled(() => element.textContent!.includes('12 offene Zuweisungen'));
    expect(element.textContent).toContain('3 früher fällig');
    expect(element.textContent).toContain('(höchstens 4 Tage)');
    const [first] = element.querySelectorAll('.versions li');
    expect(first!.textContent).toContain('Ulrike Maier');
    expect(first!.textContent).toContain('Beschluss');
    expect(first!.querySelector('del')!.textContent).toBe('2 Wochen');
    expect(first!.querySelector('ins')!.textContent).toBe('5 Werktage');
  });

  it('writes an earlier version again and says so; what was typed stays when it is refused', async () => {
    const { http, element, settled, field, write, submit } = await open();
    await settled(() => field('why') !== null);
    const back = [...element.querySelectorAll('button')].find(({ textContent }) =>
      textContent!.includes('Übliche Fassung wiederherstellen'),
    )!;
    back.click();
    await settled(() => field('rule.amount').value === '2');
    write('why', 'Doch wie vorher');
    submit();
    const sent = http.expectOne((request) => request.url.endsWith('county-rules/deadlines') && request.method === 'POST');
    expect(sent.request.headers.get('if-match')).toBe('"7"');
    expect(sent.request.body).toMatchObject({ isNew: false, restores: 0, why: 'Doch wie vorher', rule: { amount: 2, unit: 'weeks' } });
    expect(sent.request.body.rule).not.toHaveProperty('version');
    sent.flush(
      { type: '/problems/nothing-changed', title: '', status: 422, code: 'nothing-changed', fields: [] },
      { status: 422, statusText: '' },
    );
    await settled(() => element.querySelector('[role="alert"]') !== null);
    expect(field('why').value).toBe('Doch wie vorher');
  });
});
