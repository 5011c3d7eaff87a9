import { findOutsideOrganisations, noteOutsideOrganisation } from '@lotse/identity/model';
import { pathOf } from '@lotse/kernel';
import { createPerson } from '@lotse/people/model';
import {
  acceptReferral,
  declineReferral,
  enterPaperReferral,
  handBack,
  printLetter,
  readLetters,
  readReferrals,
  recordForSender,
  requestInfo,
} from '@lotse/referral/model';
import { readPdf } from '@lotse/server-kit/testing';
import { referralStory, type ReferralStory, type Sent } from '../testing/referral-story';

const hour = 3_600_000;

describe('a referral that came on paper', () => {
  let story: ReferralStory;
  let senderId: string;
  let personId: string;
  const receivedAt = new Date(Date.now() - 30 * hour).toISOString();

  beforeAll(async () => {
    story = await referralStory();
    const practice = { name: 'Praxis am Bach', kind: 'practice' as const, street: 'Bachweg 2', postcode: '79650', place: 'Musterdorf' };
    const numbers = { phone: '07622 5', fax: '07622 6', email: null, lanr: '123456789', bsnr: null };
    senderId = (await story.clinic.get(noteOutsideOrganisation, { body: { ...practice, ...numbers } })).id;
    const who = { familyName: 'Bach', givenName: 'Jo', birthDate: '1970-05-03' };
    personId = (await story.clinic.get(createPerson, { body: who })).id;
  });
  afterAll(() => story.stop());

  const paper = (extra: object = {}) => ({
    personId,
    senderOrganisationId: senderId,
    senderName: 'Dr. Bach',
    cameBy: 'fax' as const,
    receivedAt,
    release: { names: 'Klinik Eins', form: 'written' as const, givenOn: '2026-01-02', seen: true },
    serviceId: story.county.service,
    reason: 'low_mood',
    question: 'Bitte um Abklärung',
    urgency: 'soon' as const,
    ...extra,
  });
  async function entered(): Promise<Sent> {
    const { id, version } = await story.clinic.get(enterPaperReferral, { body: paper() });
    return { id, personId, version };
  }
  const taskStates = (id: string) =>
    story.database.query<{ kind: string; state: string }>(
      `select kind, state from task where subject_id = $1 and kind = 'paper_to_confirm'`,
      [id],
    );

  it('is received, its clock runs since the paper was there, and it says whose it is and how it came', async () => {
    const found = await story.clinic.get(findOutsideOrganisations, { query: { text: 'bach' } });
    expect(found.items).toMatchObject([{ name: 'Praxis am Bach', fax: '07622 6' }]);
    const sent = await entered();
    const referral = await story.look(sent);
    expect(referral).toMatchObject({
      state: 'received',
      cameBy: 'fax',
      clockStartedAt: receivedAt,
      referrer: { organisationName: 'Praxis am Bach' },
      custody: { organisationName: 'Klinik Eins' },
      hidden: [],
    });
    expect(referral.steps.find(({ act }) => act === 'submit')?.voice).toEqual({
      saidBy: 'Dr. Bach',
      through: 'fax',
      organisationName: 'Praxis am Bach',
    });
    const inbox = await story.clinic.get(readReferrals, { query: { box: 'inbox' } });
    expect(inbox.items.map(({ id }) => id)).toContain(sent.id);
    const own = await story.clinic.get(readReferrals, { query: { box: 'sent' } });
    expect(own.items.map(({ id }) => id)).not.toContain(sent.id);
  });

  it('asks somebody by name to tell the sender, until the letter is printed', async () => {
    const sent = await entered();
    expect(await taskStates(sent.id)).toEqual([{ kind: 'paper_to_confirm', state: 'ready' }]);
    const letters = await story.clinic.get(readLetters, { params: { id: sent.id } });
    expect(letters).toMatchObject({ otherSideOnPaper: true, kinds: ['referral', 'acknowledgement'] });
    const printed = await story.server.app.inject({
      url: pathOf(printLetter, { id: sent.id }),
      query: { kind: 'acknowledgement' },
      headers: { cookie: `lotse_session=${story.county.intake.token}` },
    });
    const { text } = readPdf(printed.rawPayload);
    expect(text).toContain('Praxis am Bach');
    expect(text).toContain('Bachweg 2');
    expect((await taskStates(sent.id))[0]?.state).toBe('done');
  });

  it('how it went on is told by letter as well: a return and an outcome are work until they are printed', async () => {
    const lettersToSend = (id: string) =>
      story.database.query<{ kind: string; state: string }>(
        `select kind, state from task where subject_id = $1 and kind like '%letter_to_send' order by opened_at`,
        [id],
      );
    const print = (id: string, kind: string) =>
      story.server.app.inject({
        url: pathOf(printLetter, { id }),
        query: { kind },
        headers: { cookie: `lotse_session=${story.county.intake.token}` },
      });
    const returned = await entered();
    expect((await story.does(returned, declineReferral, { reason: 'no_capacity', wayForward: 'Tagesklinik' })).status).toBe(200);
    expect(await lettersToSend(returned.id)).toEqual([{ kind: 'decline_letter_to_send', state: 'ready' }]);
    expect((await print(returned.id, 'decline')).statusCode).toBe(200);
    expect(await lettersToSend(returned.id)).toEqual([{ kind: 'decline_letter_to_send', state: 'done' }]);
    const handedBack = await entered();
    await story.does(handedBack, acceptReferral);
    expect((await story.does(handedBack, handBack, { reason: 'no_capacity', wayForward: 'Tagesklinik' })).status).toBe(200);
    expect((await print(handedBack.id, 'decline')).statusCode).toBe(200);
    expect(await lettersToSend(handedBack.id)).toEqual([{ kind: 'decline_letter_to_send', state: 'done' }]);
  });

  it('what the sender says is written down with whose word it was; the life is the same', async () => {
    const sent = await entered();
    await story.does(sent, requestInfo, { question: 'Welche Medikation?', dueOn: '2099-12-31' });
    const said = { act: 'provide_info', saidBy: 'Frau Huber', through: 'phone', text: 'Keine Medikation' } as const;
    expect((await story.does(sent, recordForSender, said)).status).toBe(200);
    const step = (await story.look(sent)).steps.at(-1);
    expect(step).toMatchObject({
      act: 'provide_info',
      voice: { saidBy: 'Frau Huber', through: 'phone', organisationName: 'Praxis am Bach' },
    });
    expect((await story.does(sent, acceptReferral)).status).toBe(200);
    const late = { ...said, act: 'withdraw', text: 'Hat sich erledigt' };
    expect((await story.does(sent, recordForSender, late)).problem?.code).toBe('invalid-state');
  });

  it('is refused when it cannot have been like that', async () => {
    const codeOf = async (extra: object) => (await story.clinic.call(enterPaperReferral, { body: paper(extra) as never })).problem?.code;
    expect(await codeOf({ receivedAt: new Date(Date.now() + hour).toISOString() })).toBe('received-later');
    expect(await codeOf({ receivedAt: '2020-01-01T10:00:00Z' })).toBe('received-long-ago');
    expect(await codeOf({ senderOrganisationId: story.county.practice })).toBe('unknown-sender');
    expect(await codeOf({ serviceId: story.county.otherService })).toBe('unknown-service');
    expect(await codeOf({ urgency: 'emergency' })).toBe('emergency-cannot-be-sent');
    expect(await codeOf({ question: null })).toBe('referral-incomplete');
    expect((await story.practice.call(enterPaperReferral, { body: paper() })).status).toBe(403);
  });

  it('nobody writes down the word of a sender who has an account', async () => {
    const sent = await story.received();
    const said = { act: 'withdraw', saidBy: 'Jemand', through: 'phone', text: 'Nein' } as const;
    expect((await story.does(sent, recordForSender, said)).problem?.code).toBe('not-on-paper');
  });
});
