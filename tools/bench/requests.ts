import type { County } from './county';
import type { Request } from './load';

const eachConnection = 20;

/** The part of one connection: no two ask for the same at once, and nobody has to prepare thousands of requests. */
const partOf = <Item>(items: readonly Item[], connection: number): Item[] =>
  Array.from({ length: eachConnection }, (_, index) => items[(connection * eachConnection + index) % items.length]!);

const cookieOf = (tokens: readonly string[], connection: number) => ({ cookie: `lotse_session=${tokens[connection % tokens.length]}` });

/** A clinic's intake looks at referrals it received. */
export const readOne =
  ({ intakes, referralIds }: County) =>
  (connection: number): Request[] =>
    partOf(referralIds, connection).map((id) => ({ method: 'GET', path: `/api/referrals/${id}`, headers: cookieOf(intakes, connection) }));

/** A page of the clinic's worklist. */
export const readPage =
  ({ intakes }: County, query: string) =>
  (connection: number): Request[] => [{ method: 'GET', path: `/api/referrals?${query}`, headers: cookieOf(intakes, connection) }];

/** What a practice writes when it begins a referral. */
export const createBody = ({ serviceId }: County, personId: string) => ({
  personId,
  serviceId,
  reason: 'low_mood',
  question: 'Bitte um Abklärung und Empfehlung zur weiteren Behandlung.',
  diagnosis: 'F32.1',
  certainty: 'V',
  medication: 'Sertralin 50 mg',
  triedSoFar: 'Gespräche in der Praxis seit drei Monaten.',
  urgency: 'soon',
  shortNotice: true,
  minimumNoticeHours: 48,
  callbackPhone: '07622 0001',
});

/** A practice begins referrals, each with a key of its own. */
export const createOne =
  (county: County) =>
  (connection: number): Request[] =>
    partOf(county.personIds, connection).map((personId) => ({
      method: 'POST',
      path: '/api/referrals',
      headers: { ...cookieOf(county.gps, connection), 'content-type': 'application/json', 'idempotency-key': 'bench-[<id>]' },
      body: JSON.stringify(createBody(county, personId)),
    }));
