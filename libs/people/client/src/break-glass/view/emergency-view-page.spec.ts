import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { EmergencyViewPage } from './emergency-view-page';

const texts = {
  breakGlass: { notAsked: 'nicht angefordert', none: 'nichts verzeichnet', medication: 'Medikation', risk: 'Gefährdung', phone: 'Telefon' },
};
const tick = () => new Promise((resolve) => setTimeout(resolve, 20));
const personId = '01890000-0000-7000-8000-000000000007';
const facts = {
  personId,
  diagnosis: null,
  certainty: null,
  medication: 'Lithium',
  risk: 'Hat von einem Plan gesprochen.',
  writtenOn: '2026-11-02',
  ownerName: 'Praxis Eins',
  ownerPhone: '07622 000 110',
  clinicName: null,
  clinicPhone: null,
  hidden: ['diagnosis'],
};
const person = {
  id: personId,
  organisationId: personId,
  familyName: 'Beispiel',
  givenName: 'Eva',
  birthDate: '1980-02-03',
  sex: 'female',
  phone: null,
  street: null,
  postcode: null,
  ags: null,
  language: 'de',
  kvnr: null,
  kvnrOverrideReason: null,
  isInvented: true,
  pseudonym: null,
  mergedInto: null,
  version: 1,
  hidden: [],
};

describe('EmergencyViewPage', () => {
  it('tells what was not asked for from what is not on record, and whom to call', async () => {
    TestBed.configureTestingModule({ providers: [provideTestKit(texts)] });
    const fixture = TestBed.createComponent(EmergencyViewPage);
    fixture.componentRef.setInput('id', 'b');
    const http = TestBed.inject(HttpTestingController);
    const settled = async () => {
      fixture.detectChanges();
      await tick();
      fixture.detectChanges();
    };
    await settled();
    http.expectOne('/api/break-glass/b/facts').flush(facts);
    await settled();
    http.expectOne(`/api/people/${personId}`).flush(person);
    await settled();
    const element = fixture.nativeElement as HTMLElement;
    const shown = Object.fromEntries(
      [...element.querySelectorAll('dt')].map((term) => [term.textContent?.trim(), term.nextElementSibling?.textContent?.trim()]),
    );
    expect(shown).toMatchObject({
      Medikation: 'Lithium',
      Gefährdung: facts.risk,
      Telefon: 'nichts verzeichnet',
      'breakGlass.diagnosis': 'nicht angefordert',
    });
    expect(element.querySelector('a[href^="tel:"]')?.textContent).toBe('07622 000 110');
  });
});
