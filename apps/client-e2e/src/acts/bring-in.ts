import type { APIResponse, Page } from '@playwright/test';
import { expect } from '../story';
import type { InventedPerson } from '../invented';

interface Moved {
  readonly id: string;
  readonly version: number;
}

/** Who is referred where, how urgently. */
export interface Referring {
  readonly gp: Page;
  readonly person: InventedPerson;
  /** Words by which the directory finds the help offer. */
  readonly offer: string;
  readonly urgency: string;
}

/** Refers somebody through the API, for stories that begin in the inbox. Answers the referral's id. */
export const bringToInbox = async (referring: Referring): Promise<string> => (await refer(referring)).id;

/** Refers somebody and puts them on the waiting list through the API, for stories that begin there. Answers the referral's id. */
export async function bringToWaitingList({ intake, ...referring }: Referring & { readonly intake: Page }): Promise<string> {
  let moved = await refer(referring);
  for (const act of ['acknowledge', 'accept', 'waitlist'])
    moved = await post<Moved>(intake, `referrals/${moved.id}/${act}`, {}, moved.version);
  return moved.id;
}

async function refer({ gp, person, offer, urgency }: Referring): Promise<Moved> {
  const services = await answer<{ items: { id: string; name: string; organisationId: string }[] }>(
    await gp.request.get(`/api/services?text=${encodeURIComponent(offer)}`),
  );
  const service = services.items.find(({ name }) => name.includes(offer))!;
  const [day, month, year] = person.birthDate;
  const { id: personId } = await post<Moved>(gp, 'people', {
    familyName: person.familyName,
    givenName: person.givenName,
    birthDate: `${year}-${month}-${day}`,
  });
  await post(gp, `people/${personId}/releases`, {
    recipientOrganisationId: service.organisationId,
    purpose: 'Abklärung und Behandlung',
    dataParts: ['identity', 'contact', 'diagnosis'],
    coversHealthData: true,
    form: 'written',
    givenOn: '2026-01-02',
    validUntil: '2099-12-31',
  });
  const draft = { personId, serviceId: service.id, reason: 'low_mood', question: 'Bitte um Abklärung', urgency };
  const { id, version } = await post<Moved>(gp, 'referrals', draft);
  return post<Moved>(gp, `referrals/${id}/submit`, {}, version);
}

/** Sends as the page's staff would. */
export async function post<Answer>(page: Page, path: string, data: object, version?: number): Promise<Answer> {
  return answer(await page.request.post(`/api/${path}`, { data, headers: version === undefined ? {} : { 'if-match': `"${version}"` } }));
}

async function answer<Answer>(response: APIResponse): Promise<Answer> {
  expect(response.ok(), `${response.url()}: ${response.status()} ${await response.text()}`).toBe(true);
  return (await response.json()) as Answer;
}
