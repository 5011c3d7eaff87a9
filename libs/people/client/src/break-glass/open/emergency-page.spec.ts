import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { jest } from '@jest/globals';
import { provideTestKit } from '@lotse/client-kit/testing';
import { EmergencyPage } from './emergency-page';

const texts = {
  breakGlass: {
    missing: { reason: 'Grund fehlt.', explanation: 'Zu kurz.', who: 'Wer fehlt.' },
    answer: { nobody: 'Niemand gefunden', visible: 'Nicht nötig' },
    left: { other: 'Noch {{ count }} Versuche.' },
  },
};
const id = '01890000-0000-7000-8000-000000000007';
const opened = {
  id,
  reference: 'N-1',
  personId: id,
  reason: 'on_call',
  parts: ['identity'],
  openedAt: '2026-11-22T09:00:00.000Z',
  validUntil: '2026-11-22T13:00:00.000Z',
};
const tick = () => new Promise((resolve) => setTimeout(resolve, 20));
const explanation = 'Bewusstlos aufgefunden, Notarzt fragt nach der Medikation.';

describe('EmergencyPage', () => {
  let fixture: ComponentFixture<EmergencyPage>;
  let http: HttpTestingController;
  let element: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestKit(texts)] });
    fixture = TestBed.createComponent(EmergencyPage);
    element = fixture.nativeElement as HTMLElement;
    http = TestBed.inject(HttpTestingController);
    await settled();
    for (const request of http.match({ method: 'GET' })) request.flush({ items: [] });
  });

  async function settled() {
    fixture.detectChanges();
    await tick();
    fixture.detectChanges();
  }
  const named = (name: string) => element.querySelector<HTMLInputElement>(`#field-${name.replace('.', '-')}`)!;
  async function type(name: string, value: string) {
    named(name).value = value;
    named(name).dispatchEvent(new Event('input'));
    await settled();
  }
  async function send() {
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settled();
  }
  async function fillIn() {
    const reason = element.querySelector<HTMLInputElement>('input[type=radio][value=on_call]')!;
    reason.checked = true;
    reason.dispatchEvent(new Event('change', { bubbles: true }));
    await type('explanation', explanation);
    await type('who.kvnr', 'a123456780');
  }
  async function answered(answer: object) {
    await fillIn();
    await send();
    const request = http.expectOne({ method: 'POST', url: '/api/break-glass' });
    request.flush({ personId: null, opened: null, left: 4, ...answer });
    await settled();
    return request.request.body as object;
  }

  it('says all that is missing at once, and opens nothing', async () => {
    await send();
    for (const missing of ['Grund fehlt.', 'Zu kurz.', 'Wer fehlt.']) expect(element.textContent).toContain(missing);
    http.expectNone({ method: 'POST' });
  });

  it('asks for no more than was chosen, and leads to what was opened', async () => {
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const body = await answered({ status: 'opened', personId: id, opened });
    expect(body).toEqual({ reason: 'on_call', explanation, parts: ['identity'], who: { kvnr: 'A123456780' } });
    expect(navigate).toHaveBeenCalledWith(['/notfall', id]);
  });

  it('finding nobody says how many attempts are left, and keeps what was typed', async () => {
    await answered({ status: 'nobody' });
    expect(element.textContent).toContain('Niemand gefunden');
    expect(element.textContent).toContain('Noch 4 Versuche.');
    expect(named('explanation').value).toBe(explanation);
  });

  it('somebody whom one may see already is one click away', async () => {
    await answered({ status: 'visible', personId: id });
    expect(element.querySelector(`a[href="/personen/${id}"]`)).not.toBeNull();
    expect(element.textContent).not.toContain('Noch 4 Versuche.');
  });
});
