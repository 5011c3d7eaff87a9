/**
 * How far the history of a referral has come. `booked` has an appointment by now, as some of those have who were `waiting`; `top` is
 * offered a slot now; `prepared` is a draft that is sent now; `forgotten` should have been acknowledged by now.
 */
export type End =
  | 'draft'
  | 'discarded'
  | 'prepared'
  | 'requested'
  | 'forgotten'
  | 'received'
  | 'in_triage'
  | 'info_requested'
  | 'answered'
  | 'accepted'
  | 'booked'
  | 'top'
  | 'waiting'
  | 'returned'
  | 'withdrawn';

/** So many referrals to a service that have come so far; `from` names the first referrers, the others are drawn. */
export interface Story {
  service: string | null;
  end: End;
  count: number;
  from?: readonly string[];
}

/** A county: how many people, who refers how often, and what has become of the referrals. */
export interface CountyStories {
  county: '08336' | '08337';
  people: number;
  referrers: Readonly<Record<string, number>>;
  stories: readonly Story[];
  /** People who already have a referral get a second one to these services. */
  also: readonly Story[];
}

const to = (service: string | null, counts: Partial<Record<End, number>>, from: Partial<Record<End, readonly string[]>> = {}): Story[] =>
  Object.entries(counts).map(([end, count]) => ({ service, end: end as End, count, from: from[end as End] }));

const gp = 'brugger';

export const loerrach: CountyStories = {
  county: '08336',
  people: 280,
  referrers: { brugger: 26, steinen: 11, kandern: 9, weil: 13, rheinfelden: 12, todtnau: 7, grenzach: 9, dreilaenderblick: 8 },
  stories: [
    ...to('junge_erwachsene', { requested: 2, info_requested: 1, booked: 1, waiting: 3 }),
    ...to(
      'pia',
      {
        prepared: 2,
        requested: 24,
        forgotten: 1,
        received: 4,
        in_triage: 6,
        info_requested: 4,
        answered: 3,
        accepted: 5,
        booked: 9,
        top: 2,
        waiting: 46,
        returned: 3,
        withdrawn: 4,
      },
      {
        prepared: ['steinen', 'weil'],
        requested: [gp, 'kandern', gp, 'grenzach'],
        received: [gp],
        in_triage: [gp, gp, 'rheinfelden'],
        info_requested: [gp, gp, 'steinen'],
        accepted: [gp],
        booked: [gp, gp],
        top: [gp, gp],
        returned: [gp, gp],
      },
    ),
    ...to(
      'tagesklinik',
      { requested: 3, received: 1, in_triage: 1, info_requested: 1, accepted: 1, booked: 4, waiting: 11, returned: 1 },
      { booked: [gp], info_requested: [gp] },
    ),
    ...to('pia_rheinfelden', {
      requested: 5,
      received: 2,
      in_triage: 2,
      info_requested: 1,
      answered: 1,
      accepted: 2,
      booked: 4,
      waiting: 11,
      returned: 1,
      withdrawn: 1,
    }),
    ...to('psychosomatik', { requested: 2, accepted: 1, booked: 1, waiting: 5 }),
    ...to('facharzt', { requested: 2, received: 1, booked: 2, waiting: 4 }),
    ...to('verhaltenstherapie', { requested: 2, in_triage: 1, booked: 2, waiting: 5, returned: 1 }),
    ...to('traumatherapie', { requested: 1, booked: 1, waiting: 4 }),
    ...to('spdi', { requested: 3, received: 2, in_triage: 1, accepted: 3, returned: 1, withdrawn: 1 }),
    ...to('spdi_hochrhein', { received: 1, accepted: 2 }),
    ...to('sucht', { requested: 2, in_triage: 1, accepted: 2, withdrawn: 1 }, { in_triage: ['dreilaenderblick'] }),
    ...to(
      'teilhabe',
      { requested: 1, received: 1, info_requested: 1, accepted: 1 },
      { info_requested: ['dreilaenderblick'], accepted: ['dreilaenderblick'] },
    ),
    ...to(null, { draft: 10, discarded: 2 }, { draft: [gp, gp, gp, gp, 'dreilaenderblick', 'dreilaenderblick'], discarded: [gp] }),
  ],
  also: [
    ...to('spdi', { accepted: 4, received: 1 }),
    ...to('sucht', { accepted: 2 }),
    ...to('verhaltenstherapie', { requested: 1, waiting: 2 }),
  ],
};

export const waldshut: CountyStories = {
  county: '08337',
  people: 50,
  referrers: { tiengen: 10, saeckingen: 9, goerwihl: 6, kuessaburg: 3 },
  stories: [
    ...to('pia_waldshut', {
      requested: 6,
      received: 2,
      in_triage: 2,
      info_requested: 1,
      answered: 1,
      accepted: 2,
      booked: 4,
      waiting: 12,
      returned: 1,
      withdrawn: 1,
    }),
    ...to('tagesklinik_waldshut', { requested: 1, booked: 1, waiting: 4 }),
    ...to('spdi_waldshut', { requested: 3, received: 1, in_triage: 1, accepted: 2 }),
    ...to(null, { draft: 3 }),
  ],
  also: [],
};
