import { HttpTestingController } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import type { Referral } from '@lotse/referral/model';
import { AnotherService } from './another-service';

const id = '018f0000-0000-7000-8000-000000000001';
const service = '018f0000-0000-7000-8000-000000000002';
const referral = { id, version: 4, content: { serviceId: null } } as unknown as Referral;

async function open(how: 'add' | 'split') {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection(), ...provideTestKit()] });
  const fixture = TestBed.createComponent(AnotherService);
  fixture.componentRef.setInput('referral', referral);
  fixture.componentRef.setInput('how', how);
  const http = TestBed.inject(HttpTestingController);
  /** The field for the service looks for services meanwhile; none are found. */
  const settle = async () => {
    fixture.detectChanges();
    http.match(({ url }) => url.startsWith('/api/services')).forEach((asked) => asked.flush({ items: [], nextCursor: null }));
    await fixture.whenStable();
    fixture.detectChanges();
  };
  await settle();
  const form = (fixture.nativeElement as HTMLElement).querySelector('form')!;
  const send = () => {
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    fixture.detectChanges();
  };
  const state = fixture.componentInstance as unknown as { serviceId: { set(value: string): void }; question: { set(value: string): void } };
  return { http, form, send, settle, state };
}

describe('bringing in another service', () => {
  it('says what is missing, and sends nothing', async () => {
    const { http, form, send } = await open('split');
    send();
    expect(form.querySelectorAll('.field-error')).toHaveLength(2);
    expect(http.match(`/api/referrals/${id}/split`)).toHaveLength(0);
  });

  it('sends the part with the version that was looked at, and keeps what was typed when it is refused', async () => {
    const { http, form, send, settle, state } = await open('split');
    state.serviceId.set(service);
    state.question.set(' Bitte die Gruppe übernehmen ');
    send();
    const sent = http.expectOne(`/api/referrals/${id}/split`);
    expect(sent.request.headers.get('if-match')).toBe('"4"');
    expect(sent.request.body).toEqual({ serviceId: service, question: 'Bitte die Gruppe übernehmen' });
    sent.flush(
      {
        type: '/problems/release-missing',
        title: '',
        status: 422,
        code: 'release-missing',
        fields: [{ field: 'serviceId', code: 'release-missing' }],
      },
      { status: 422, statusText: '' },
    );
    await settle();
    expect(form.querySelector('textarea')!.value).toContain('Gruppe');
  });
});
