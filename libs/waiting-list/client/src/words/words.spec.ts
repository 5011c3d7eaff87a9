import type { Text } from '@lotse/client-kit/ui';
import german from '../texts/de.json';
import english from '../texts/en.json';
import { rankSentence } from './rank-sentence';
import { timeLeftText, toneOfTimeLeft } from './time-left';

/** Fills texts the way the kit does, without a browser. */
function textOf(texts: object, code: string): Text {
  return (key, parameters = {}) => {
    const path = key.split('.').slice(1);
    const found = path.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts);
    const count = parameters['count'];
    const text =
      typeof count === 'number' && typeof found === 'object'
        ? (found as Record<string, string>)[new Intl.PluralRules(code).select(count)]
        : found;
    if (typeof text !== 'string') throw new Error(`No text for ${key}`);
    return text.replace(/\{\{ (\w+) \}\}/g, (_, name: string) => String(parameters[name]));
  };
}

const de = textOf(german, 'de');
const en = textOf(english, 'en');
const reason = {
  code: 'band' as const,
  risesAt: 100,
  urgency: 'urgent' as const,
  waitedDays: 12,
  targetDays: 9.25,
  share: 1.2972,
  receivedOn: '2026-11-12',
};

describe('the reason for a rank', () => {
  it('is one sentence', () => {
    expect(rankSentence(de, { rank: 1, reason })).toBe('Rang 1: Dringend, wartet seit 12 Tagen – 130\u00a0% der Zielzeit von 9 Tagen.');
    expect(rankSentence(en, { rank: 1, reason })).toBe('Rank 1: Urgent, waiting for 12 days – 130% of the target time of 9 days.');
  });

  it('says when somebody has moved up because the target time has passed', () => {
    const breach = { ...reason, code: 'breach' as const, urgency: 'soon' as const, waitedDays: 40, targetDays: 28, share: 1.43 };
    expect(rankSentence(de, { rank: 3, reason: breach })).toBe(
      'Rang 3: Zeitnah, rückt vor, weil die Zielzeit überschritten ist: wartet seit 40 Tagen – 143\u00a0% der Zielzeit von 28 Tagen.',
    );
  });

  it('names what another rule of the county or the clinic did', () => {
    const risen = {
      ...reason,
      code: 'breach' as const,
      risesAt: 80,
      urgency: 'soon' as const,
      waitedDays: 25,
      targetDays: 28,
      share: 0.89,
    };
    expect(rankSentence(de, { rank: 1, reason: risen })).toBe(
      'Rang 1: Zeitnah, rückt vor, weil mehr als 80\u00a0% der Zielzeit vergangen sind: wartet seit 25 Tagen – 89\u00a0% der Zielzeit von 28 Tagen.',
    );
    expect(rankSentence(en, { rank: 1, reason: { ...risen, code: 'share', risesAt: null } })).toBe(
      'Rank 1: Soon, by the share of the target time: waiting for 25 days – 89% of the target time of 28 days.',
    );
  });

  it('knows one day, today, and hours', () => {
    expect(rankSentence(de, { rank: 2, reason: { ...reason, waitedDays: 1, targetDays: 1, share: 0.9 } })).toContain(
      'seit 1 Tag – 90\u00a0% der Zielzeit von 1 Tag.',
    );
    expect(rankSentence(de, { rank: 2, reason: { ...reason, waitedDays: 0, targetDays: 0.5, share: 0.1 } })).toContain(
      'seit heute – 10\u00a0% der Zielzeit von 12 Stunden.',
    );
  });

  it('does without a rank for those who are not in line', () => {
    expect(rankSentence(de, { rank: null, reason })).toMatch(/^Dringend, wartet/);
  });
});

describe('the time that is left for an answer', () => {
  const now = Date.parse('2026-11-22T08:00:00Z');
  const left = (until: string) => timeLeftText(de, until, now);

  it('is said in words', () => {
    expect(left('2026-11-22T11:20:00Z')).toBe('noch 3 Stunden 20 Minuten');
    expect(left('2026-11-22T09:01:00Z')).toBe('noch 1 Stunde 1 Minute');
    expect(left('2026-11-22T11:59:30Z')).toBe('noch 4 Stunden');
    expect(left('2026-11-24T11:20:00Z')).toBe('noch 2 Tage 3 Stunden');
    expect(left('2026-11-22T08:00:40Z')).toBe('noch weniger als 1 Minute');
    expect(left('2026-11-22T08:00:00Z')).toBe('Zeit abgelaufen');
  });

  it('becomes urgent in the last hour', () => {
    expect(toneOfTimeLeft('2026-11-22T09:00:00Z', now)).toBe('due');
    expect(toneOfTimeLeft('2026-11-22T09:01:00Z', now)).toBe('plain');
    expect(toneOfTimeLeft('2026-11-22T07:59:00Z', now)).toBe('overdue');
  });
});

describe('the texts', () => {
  const keysOf = (value: object, at = ''): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' ? keysOf(inner as object, `${at}${key}.`) : [`${at}${key}`],
    );

  it('are there in both languages', () => {
    expect(keysOf(english)).toEqual(keysOf(german));
  });
});
