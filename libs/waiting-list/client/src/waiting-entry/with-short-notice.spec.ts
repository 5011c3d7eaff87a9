import { withShortNotice } from './with-short-notice';

describe('coming at short notice', () => {
  it('begins with a day where what was said before would change nothing', () => {
    expect(withShortNotice(true, 72)).toEqual({ shortNotice: true, minimumNoticeHours: 24 });
    expect(withShortNotice(true, 71)).toEqual({ shortNotice: true, minimumNoticeHours: 71 });
    expect(withShortNotice(false, 72)).toEqual({ shortNotice: false, minimumNoticeHours: 72 });
  });
});
