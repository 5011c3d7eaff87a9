import { refusedPaper } from './paper.contracts';

const now = new Date('2026-11-22T10:00:00Z');
const paper = (receivedAt: string, givenOn?: string) => refusedPaper({ receivedAt, release: givenOn ? { givenOn } : null }, now)?.code;

describe('when a paper came', () => {
  it.each([
    ['2026-11-22T10:00:00Z', undefined],
    ['2026-11-22T10:00:01Z', 'received-later'],
    ['2025-11-23T10:00:00Z', undefined],
    ['2025-11-21T10:00:00Z', 'received-long-ago'],
  ])('%s: %s', (receivedAt, code) => expect(paper(receivedAt)).toBe(code));

  it('the release on it was given by today', () => {
    expect(paper('2026-11-20T10:00:00Z', '2026-11-22')).toBeUndefined();
    expect(paper('2026-11-20T10:00:00Z', '2026-11-23')).toBe('release-later');
  });
});
