import { refusedUnread } from './referral.rules';
import { mergedChanges } from './changed-since.contracts';

const change = (field: string, before: string | null, after: string | null, subject: string | null = null) => ({
  field,
  subject,
  before,
  after,
});

describe('what has changed since one looked', () => {
  it('is told once a field, from what it said first to what it says now, the last first', () => {
    const changes = [change('phone', '1', '2'), change('urgency', 'soon', 'urgent'), change('phone', '2', '3')];
    expect(mergedChanges(changes)).toEqual([change('phone', '1', '3'), change('urgency', 'soon', 'urgent')]);
  });

  it('is nothing where it is again as it was', () => {
    expect(mergedChanges([change('phone', '1', '2'), change('phone', '2', '1')])).toEqual([]);
  });

  it('each deadline and each new file is told by itself', () => {
    const changes = [
      change('deadline', null, 'a', 'x'),
      change('deadline', null, 'b', 'y'),
      change('attachment', null, 'c'),
      change('attachment', null, 'd'),
    ];
    expect(mergedChanges(changes)).toHaveLength(4);
  });

  it('holds up decisions only', () => {
    expect(refusedUnread('accept', 1)?.code).toBe('changed-since-seen');
    expect(refusedUnread('decline', 2)?.context).toEqual({ changes: 2 });
    expect([refusedUnread('accept', 0), refusedUnread('request_info', 3)]).toEqual([undefined, undefined]);
  });
});
