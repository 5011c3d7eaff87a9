import type { SlotSeries } from '@lotse/calendar/model';
import { errorsInSeries, seriesFormOf, writtenFrom } from './series-form';

const series: SlotSeries = {
  id: 's', scheduleId: 'a', scheduleName: 'Sprechstunde', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', startsOn: '2099-01-05', endsOn: null, startsAt: '09:00',
  minutes: 50, mode: 'video', places: 1, municipalityKey: null, municipalityName: null, bufferBefore: 0, bufferAfter: 10, resourceIds: ['room'],
  onHolidays: false, exceptions: [], madeUntil: null, version: 1,
}; // prettier-ignore

describe('the form for a series', () => {
  it('gives back what it was filled with', () => {
    const { id, scheduleName, municipalityName, exceptions, madeUntil, version, ...written } = series;
    expect(writtenFrom(seriesFormOf(series, ''))).toEqual(written);
    expect([id, scheduleName, municipalityName, exceptions, madeUntil, version]).toHaveLength(6);
  });

  it('names what is missing', () => {
    expect(errorsInSeries(seriesFormOf(undefined, ''))).toEqual(['scheduleId', 'rule', 'startsAt']);
    expect(errorsInSeries({ ...seriesFormOf(series, ''), endsOn: '2098-01-01', minutes: '', interval: '0' })).toEqual([
      'interval',
      'endsOn',
      'minutes',
    ]);
  });
});
