import { travelTimesAsCsv, travelTimesFromCsv } from './travel.contracts';

const way = { fromAgs: '08336050', toAgs: '08336081', means: 'bus' as const, minutes: 24, firstArrival: '06:10', lastDeparture: null };

describe('travel times as a file', () => {
  it('come back as they went out', () => {
    expect(travelTimesFromCsv(`\uFEFF${travelTimesAsCsv([way])}`)).toEqual({ rows: [way], unreadable: [] });
  });

  it('may come from a spreadsheet: commas, quotes, a zero that was lost, no minutes', () => {
    const text = 'fromAgs,toAgs,means,minutes,firstArrival,lastDeparture\n"8336050",08336081,car,,,\n\n';
    expect(travelTimesFromCsv(text).rows).toEqual([{ ...way, means: 'car', minutes: null, firstArrival: null }]);
  });

  it('say which lines nobody can read', () => {
    const text = ['fromAgs;toAgs;means;minutes', '08336050;08336081;rocket;3', '08336050;08336081;bus;-1', '08336050;08336081;bus;20'].join(
      '\n',
    );
    const read = travelTimesFromCsv(text);
    expect(read.unreadable).toEqual([2, 3]);
    expect(read.rows).toHaveLength(1);
  });
});
