import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { provideTestKit } from '@lotse/client-kit/testing';
import { ProblemTexts } from './problem-texts';

const texts = {
  problems: { offline: 'Keine Verbindung.' },
  fields: { too_small: 'Zu kurz.' },
  calendar: { problems: { 'slot-overlap': 'Überschneidet sich mit {{ name }}.' } },
};
const told = { code: '', title: 'Title', detail: undefined, context: undefined };

describe('ProblemTexts', () => {
  let problems: ProblemTexts;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestKit(texts)] });
    problems = TestBed.inject(ProblemTexts);
    expect(TestBed.inject(TranslocoService).getActiveLang()).toBe('de');
  });

  it('speaks by code, with the facts the server gave', () => {
    expect(problems.of({ ...told, code: 'offline' })).toBe('Keine Verbindung.');
    expect(problems.of({ ...told, code: 'slot-overlap', context: { name: 'Gruppe' } })).toBe('Überschneidet sich mit Gruppe.');
  });

  it('falls back to what the server said', () => {
    expect(problems.of({ ...told, code: 'unheard-of', detail: 'Detail' })).toBe('Detail');
    expect(problems.of({ ...told, code: 'unheard-of' })).toBe('Title');
  });

  it('knows fields by their own code, then by the problem', () => {
    expect(problems.field({ field: 'a', code: 'too_small', message: 'm' })).toBe('Zu kurz.');
    expect(problems.field({ field: 'a', code: 'slot-overlap', message: 'm', parameters: { name: 'X' } })).toBe('Überschneidet sich mit X.');
    expect(problems.field({ field: 'a', code: 'other', message: 'm' })).toBe('m');
  });
});
