import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { EmergencyLimits } from './emergency-limits';

const tick = () => new Promise((resolve) => setTimeout(resolve, 20));
const staffId = '01890000-0000-7000-8000-000000000003';
const item = { staffId, staffName: 'Ida Neu', organisationName: 'Klinik Eins', attempts: 5, lastAt: '2026-11-22T09:00:00.000Z' };

describe('EmergencyLimits', () => {
  async function shown(items: object[]) {
    TestBed.configureTestingModule({ providers: [provideTestKit({ breakGlass: { limit: { missing: 'Zu kurz.' } } })] });
    HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
      this.open = false;
    };
    const fixture = TestBed.createComponent(EmergencyLimits);
    fixture.detectChanges();
    await tick();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/break-glass/limits').flush({ items });
    await tick();
    fixture.detectChanges();
    return { fixture, http, element: fixture.nativeElement as HTMLElement };
  }

  it('shows nothing while nobody is held up', async () => {
    expect((await shown([])).element.querySelector('section')).toBeNull();
  });

  it('lifts a limit with a reason, and not without one', async () => {
    const { fixture, http, element } = await shown([item]);
    expect(element.querySelector('li')!.textContent).toContain('Ida Neu, Klinik Eins');
    element.querySelector('li button')!.dispatchEvent(new Event('click', { bubbles: true }));
    await tick();
    fixture.detectChanges();
    const submit = async () => {
      element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await tick();
      fixture.detectChanges();
    };
    await submit();
    expect(element.textContent).toContain('Zu kurz.');
    const field = element.querySelector('textarea')!;
    field.value = 'Großer Unfall auf der Autobahn';
    field.dispatchEvent(new Event('input'));
    await submit();
    const request = http.expectOne(`/api/break-glass/limits/${staffId}/lift`);
    expect(request.request.body).toEqual({ reason: 'Großer Unfall auf der Autobahn' });
  });
});
