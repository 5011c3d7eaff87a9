import { bodyOf, clockOf, errorsIn, firstForm, nextForm } from './slot-form';

const now = new Date('2026-11-24T08:00:00Z');
const filled = { scheduleId: 'a', day: '2026-11-26', time: '10:00', minutes: '50', mode: 'video' };

describe('the form for a slot', () => {
  it('begins with a day that has not passed', () => {
    expect(firstForm('2026-11-23', 'a', now).day).toBe('2026-11-25');
    expect(firstForm('2026-11-30', 'a', now).day).toBe('2026-11-30');
    expect(firstForm('2026-11-16', 'a', now).day).toBe('');
  });

  it('names what is missing', () => {
    expect(errorsIn({ scheduleId: '', day: '', time: '', minutes: '5', mode: '' })).toEqual(['scheduleId', 'day', 'startsAt', 'minutes']);
    expect(errorsIn(filled)).toEqual([]);
  });

  it('sends the instant that the clock in Europe/Berlin shows', () => {
    expect(bodyOf(filled)).toEqual({ scheduleId: 'a', startsAt: '2026-11-26T09:00:00.000Z', minutes: 50, mode: 'video' });
  });

  it('understands times however they are typed', () => {
    expect(['10:00', '9.30', '930', '1430', '14', ' 8:05 '].map(clockOf)).toEqual(['10:00', '09:30', '09:30', '14:30', '14:00', '08:05']);
    expect(['', 'bald', '24:00', '10:60'].map(clockOf)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('goes on where the last slot ended', () => {
    expect(nextForm(filled)).toMatchObject({ day: '2026-11-26', time: '10:50' });
  });

  it('leaves the buffers of both free, or the next one would be refused', () => {
    expect(nextForm({ ...filled, bufferBefore: '5', bufferAfter: '10' })).toMatchObject({ time: '11:05' });
  });

  it('says what is not as usual, and nothing else', () => {
    const more = { places: '8', bufferBefore: '0', bufferAfter: '10', municipalityKey: '', resourceIds: ['room'], overbookReason: ' ' };
    expect(bodyOf({ ...filled, ...more })).toMatchObject({ places: 8, bufferAfter: 10, resourceIds: ['room'] });
    expect(Object.keys(bodyOf({ ...filled, ...more })).sort()).toEqual([
      'bufferAfter',
      'minutes',
      'mode',
      'places',
      'resourceIds',
      'scheduleId',
      'startsAt',
    ]);
    expect(errorsIn({ ...filled, places: '31', bufferAfter: 'viel' })).toEqual(['places', 'bufferAfter']);
  });
});
