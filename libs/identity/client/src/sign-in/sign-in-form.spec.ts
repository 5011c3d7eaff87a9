import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { SignInForm } from './sign-in-form';

const texts = {
  identity: {
    signIn: { missing: { password: 'Bitte geben Sie Ihr Passwort ein.' }, back: 'Zurück', second: { byCode: 'Ihr Passwort stimmt.' } },
    problems: { 'wrong-credentials': 'Passt nicht zusammen.' },
    fields: { 'wrong-code': 'Passt nicht.' },
  },
};
const tick = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('SignInForm', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTestKit(texts)] }));

  async function open(email: string, password: string) {
    const fixture = TestBed.createComponent(SignInForm);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const [first, second] = [...element.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];
    for (const [input, value] of [
      [first, email],
      [second, password],
    ] as const) {
      input.value = value;
      input.dispatchEvent(new Event('input'));
    }
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await tick();
    await fixture.whenStable();
    return { fixture, element, first, second };
  }

  it('says which input is missing and asks nobody', async () => {
    const { element, second } = await open('gp@demo.example', '');
    expect(element.textContent).toContain('Bitte geben Sie Ihr Passwort ein.');
    expect(second.getAttribute('aria-invalid')).toBe('true');
    TestBed.inject(HttpTestingController).verify();
  });

  it('keeps what was typed when it is refused', async () => {
    const { fixture, element, first, second } = await open('gp@demo.example', 'wrong');
    const body = { type: 'x', title: 'x', status: 401, code: 'wrong-credentials', fields: [] };
    TestBed.inject(HttpTestingController).expectOne('/api/session').flush(body, { status: 401, statusText: 'Unauthorized' });
    await tick();
    await fixture.whenStable();
    expect(element.querySelector('[role="alert"]')?.textContent).toContain('Passt nicht zusammen.');
    expect([first.value, second.value]).toEqual(['gp@demo.example', 'wrong']);
  });

  it('asks for a code when one is needed, and loses nothing on the way there and back', async () => {
    const { fixture, element } = await open('gp@demo.example', 'secret');
    const http = TestBed.inject(HttpTestingController);
    const problem = (code: string, more: object) => ({ type: 'x', title: 'x', status: 401, code, fields: [], ...more });
    const refuse = async (found: object) => {
      const request = http.expectOne('/api/session');
      request.flush(found, { status: 401, statusText: 'Unauthorized' });
      await tick();
      await fixture.whenStable();
      return request.request.body as object;
    };
    await refuse(problem('second-factor-needed', { context: { ways: ['code', 'recovery_code'] } }));
    expect(element.textContent).toContain('Ihr Passwort stimmt.');
    const box = element.querySelector<HTMLInputElement>('input[name="code"]')!;
    expect(document.activeElement === box || element.querySelector('[role="alert"]') === null).toBe(true);
    box.value = '123 456';
    box.dispatchEvent(new Event('input'));
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await tick();
    const fields = [{ field: 'code', code: 'wrong-code', message: 'x' }];
    expect(await refuse(problem('wrong-code', { fields }))).toEqual({ email: 'gp@demo.example', password: 'secret', code: '123 456' });
    expect([element.querySelector<HTMLInputElement>('input[name="code"]')!.value, element.textContent]).toEqual([
      '123 456',
      expect.stringContaining('Passt nicht.'),
    ]);
    [...element.querySelectorAll('button')].find((button) => button.textContent?.includes('Zurück'))!.click();
    await fixture.whenStable();
    expect([...element.querySelectorAll('input')].map(({ value }) => value)).toEqual(['gp@demo.example', 'secret']);
  });
});
