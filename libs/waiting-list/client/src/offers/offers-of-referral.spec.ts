import { HttpTestingController } from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideTestKit } from '@lotse/client-kit/testing';
import { CurrentSession } from '@lotse/identity/client';
import type { SlotOffer } from '@lotse/waiting-list/model';
import german from '../texts/de.json';
import { DeclineReasons } from '../words/decline-reasons';
import { OffersOfReferral } from './offers-of-referral';

const id = '01890000-0000-7000-8000-000000000001';
const slot = {
  id,
  startsAt: '2026-12-01T09:00:00.000Z',
  endsAt: '2026-12-01T09:50:00.000Z',
  mode: 'on_site' as const,
  scheduleName: 'Raum 1',
  place: 'Klinik Eins, Hauptstraße 1, Lörrach',
};
const offer: SlotOffer = {
  id,
  roundId: id,
  state: 'sent',
  asked: 1,
  takenSlotId: null,
  serviceName: 'Ambulanz',
  organisationName: 'Klinik Eins',
  organisationPhone: null,
  referralId: id,
  reference: 'Z-10001',
  offeredAt: '2026-11-23T09:00:00.000Z',
  declineReason: null,
  overtakenBy: null,
  consequence: null,
  coolsOffUntil: null,
  ifNotTaken: 'next_person',
  isReasonable: false,
  version: 1,
  mode: 'sequential',
  slot,
  secondSlot: null,
  staysUntilAccepted: '2026-11-25T09:00:00.000Z',
  personName: 'Muster, Ida',
  birthDate: '1970-05-03',
  referrerName: 'Praxis Eins',
  expiresAt: '2026-11-24T09:00:00.000Z',
  goesOutAt: '2026-11-23T09:00:00.000Z',
  side: 'referrer',
  attempts: 0,
  byPhone: false,
  answeredAt: null,
  phone: '07622 1',
  hidden: [],
};

describe('on the page of a referral', () => {
  async function shown(items: readonly SlotOffer[]): Promise<HTMLElement> {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideRouter([]),
        ...provideTestKit({ waitingList: german }),
        { provide: DeclineReasons, useValue: { open: () => [], named: () => undefined } },
        { provide: CurrentSession, useValue: { may: () => true, session: () => undefined } },
      ],
    });
    const fixture = TestBed.createComponent(OffersOfReferral);
    fixture.componentRef.setInput('referralId', id);
    fixture.detectChanges();
    TestBed.inject(HttpTestingController)
      .expectOne((request) => request.url.endsWith('/offers') && request.params.get('referralId') === id)
      .flush({ items, nextCursor: null });
    await fixture.whenStable();
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }

  it('another date is shown with the one that stays, and is answered there', async () => {
    const page = await shown([offer]);
    expect(page.querySelector('h2')?.textContent).toContain('Ein anderer Termin wird angeboten');
    expect(page.textContent).toContain('Dieser Termin bleibt, bis der neue zugesagt ist.');
    expect(page.textContent).toContain('Antwort eintragen');
    expect(page.textContent).not.toContain('Muster, Ida');
  });

  it('what is offered to somebody who has no date yet says when and where before it is answered', async () => {
    const page = await shown([{ ...offer, staysUntilAccepted: null, secondSlot: { ...slot, startsAt: '2026-12-03T09:00:00.000Z' } }]);
    expect(page.querySelector('h2')?.textContent).toContain('Ein Termin wird angeboten');
    expect(page.textContent).toContain('1.12.2026');
    expect(page.textContent).toContain('3.12.2026');
    expect(page.textContent).toContain('Hauptstraße 1, Lörrach');
    expect(page.textContent).toContain('Antwort eintragen');
  });
});
