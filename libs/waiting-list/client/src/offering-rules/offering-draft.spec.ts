import { usualOffering } from '@lotse/region/model';
import { draftOf, newLine, rulesOf } from './offering-draft';

describe('how slots are offered, as it is typed', () => {
  const { usualHours: _kept, ...usual } = usualOffering;

  it('is what it was when nothing was changed', () => {
    expect(rulesOf(draftOf(usualOffering))).toEqual(usual);
    expect(draftOf(usualOffering).lines.map(({ notice, noticeIn, hold, holdIn }) => [notice, noticeIn, hold, holdIn])).toEqual([
      ['14', 'days', '72', 'hours'],
      ['3', 'days', '24', 'hours'],
      ['24', 'hours', '4', 'hours'],
      ['0', 'hours', '60', 'minutes'],
    ]);
  });

  it('is without quiet hours when there are none, and its last line holds for everything shorter', () => {
    const draft = draftOf({ ...usualOffering, quietHours: null });
    const { quietHours, leadTimes } = rulesOf({ ...draft, lines: [{ ...newLine, notice: '5', hold: '2,5' }] });
    expect([quietHours, leadTimes]).toEqual([null, [{ moreThanHours: 0, holdMinutes: 150, byPhone: false }]]);
  });

  it('leaves what is no number for the server to refuse', () => {
    const draft = draftOf(usualOffering);
    expect(rulesOf({ ...draft, lines: [newLine, ...draft.lines] }).leadTimes[0]!.moreThanHours).toBeNaN();
  });
});
