import { TestBed } from '@angular/core/testing';
import { provideTestKit } from '@lotse/client-kit/testing';
import { Texts, type TextLoaders } from './texts';

/** A room whose texts arrive when the test says so. */
function slowRoom() {
  const waiting = { de: Promise.withResolvers<{ hello: string }>(), en: Promise.withResolvers<{ hello: string }>() };
  const asked = Promise.withResolvers<void>();
  const texts = { de: { hello: 'Guten Tag' }, en: { hello: 'Hello' } };
  const loaders: TextLoaders = {
    de: () => waiting.de.promise,
    en: () => {
      asked.resolve();
      return waiting.en.promise;
    },
  };
  return { loaders, arrive: (code: 'de' | 'en') => waiting[code].resolve(texts[code]), askedInEnglish: asked.promise };
}

describe('Texts', () => {
  let texts: Texts;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestKit({ kit: { known: 'Bekannt' } })] });
    texts = TestBed.inject(Texts);
  });

  it('says nothing while texts are on their way, and a key when there is none', async () => {
    const room = slowRoom();
    const registered = texts.register('slow', room.loaders);
    expect(texts.of('slow.hello')).toBe('');
    room.arrive('de');
    await registered;
    expect(texts.of('slow.hello')).toBe('Guten Tag');
    expect(texts.of('slow.unknown')).toBe('slow.unknown');
  });

  it('a room that comes while the language changes is drawn in the new one', async () => {
    const [first, second] = [slowRoom(), slowRoom()];
    first.arrive('de');
    await texts.register('first', first.loaders);
    const changed = texts.use('en');
    await first.askedInEnglish;
    second.arrive('de');
    await texts.register('second', second.loaders);
    first.arrive('en');
    second.arrive('en');
    await changed;
    expect([texts.of('first.hello'), texts.of('second.hello')]).toEqual(['Hello', 'Hello']);
  });
});
