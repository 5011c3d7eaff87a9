import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { provideTestKit } from '@lotse/client-kit/testing';
import { Language } from '../texts/language';
import { Announcer } from './announcer';

describe('Announcer', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: provideTestKit() });
  });
  afterEach(() => jest.useRealTimers());

  it('says the same once more when it is said again, and nothing in a language that was left', () => {
    const announcer = TestBed.inject(Announcer);
    announcer.say('Gespeichert.');
    jest.runAllTimers();
    expect(announcer.said()).toBe('Gespeichert.');
    announcer.say('Gespeichert.');
    expect(announcer.said()).toBe('');
    jest.runAllTimers();
    expect(announcer.said()).toBe('Gespeichert.');
    TestBed.inject(Language).arrived('en');
    TestBed.tick();
    expect(announcer.said()).toBe('');
  });
});
