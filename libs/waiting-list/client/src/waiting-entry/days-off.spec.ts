import type { PastOffer, Pause } from '@lotse/waiting-list/model';
import { daysOffOf } from './days-off';

const declined = { id: 'o', answeredAt: '2026-11-23T23:30:00.000Z', declineReason: 'ill', coolsOffUntil: '2026-12-08' } as PastOffer;
const pause = { id: 'p', startsOn: '2026-12-20', endsOn: '2026-12-27' } as Pause;

describe('days in which nothing is offered', () => {
  it('are those that somebody asked for and those that follow from a decline, the latest first', () => {
    const found = daysOffOf({ pauses: [pause], offers: [declined] }, '2026-12-01');
    expect(found.map(({ pause: asked, coolOff }) => asked?.id ?? coolOff?.id)).toEqual(['p', 'o']);
  });

  it('after a decline begin with its day here and end before the day on which something is offered again', () => {
    const [only] = daysOffOf({ pauses: [], offers: [declined] }, '2026-12-07');
    expect(only?.coolOff).toEqual({
      id: 'o',
      startsOn: '2026-11-24',
      endsOn: '2026-12-07',
      again: '2026-12-08',
      isOver: false,
      reason: 'ill',
    });
    expect(daysOffOf({ pauses: [], offers: [declined] }, '2026-12-08')[0]?.coolOff?.isOver).toBe(true);
  });

  it('do not follow from a decline without such a consequence', () => {
    expect(daysOffOf({ pauses: [], offers: [{ ...declined, coolsOffUntil: null }] }, '2026-12-01')).toEqual([]);
  });
});
