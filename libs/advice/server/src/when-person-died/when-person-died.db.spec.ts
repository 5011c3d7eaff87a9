import { answerAdvice } from '@lotse/advice/model';
import { acknowledgeReferral, createReferral, recordDeath, referralMoved, submitReferral, type ReferralMoved } from '@lotse/referral/model';
import { Database } from '@lotse/server-kit/database';
import type { ToldEvent } from '@lotse/server-kit/jobs';
import { CloseEnquiry } from '../close-enquiry/close-enquiry';
import { adviceStory, type AdviceStory } from '../testing/advice-story';
import { WhenPersonDied } from './when-person-died';

describe('when somebody has died about whom something was asked', () => {
  let story: AdviceStory;
  let reaction: WhenPersonDied;
  beforeAll(async () => {
    story = await adviceStory();
    const { app } = story.server;
    reaction = new WhenPersonDied(app.get(Database, { strict: false }), app.get(CloseEnquiry, { strict: false }));
  });
  afterAll(() => story.stop());

  const stateOf = async (enquiryId: string, by = story.practice) => (await story.look(enquiryId, by)).threads[0]!.state;

  async function sent(personId: string) {
    const content = { reason: 'low_mood', question: 'Bitte um Abklärung', urgency: 'soon' as const };
    const { id } = await story.practice.get(createReferral, { body: { personId, serviceId: story.county.service, ...content } });
    const { version } = await story.practice.get(submitReferral, { params: { id }, version: 1 });
    return story.clinic.get(acknowledgeReferral, { params: { id }, version });
  }

  /** The events that the outbox holds for the worker, twice each, as a stumbling queue brings them. */
  async function tell(referralId: string): Promise<void> {
    const events = await story.database.query<ToldEvent<ReferralMoved>>(
      `select id, name, region_id as "regionId", payload from outbox_event where name = $1 and subject_id = $2 order by created_at`,
      [referralMoved, referralId],
    );
    for (const event of [...events, ...events]) if (reaction.concerns(event.payload)) await reaction.react(event);
  }

  it('it ends: what was answered is closed, what was not is no longer needed; what is about others goes on', async () => {
    const [person, other] = [await story.person(), await story.person()];
    const [open, answered] = [await story.asksAdvice(person.id), await story.asksAdvice(person.id)];
    const [ofOther, ofNobody] = [await story.asksAdvice(other.id), await story.asksAdvice()];
    const [thread] = (await story.look(answered, story.clinic)).threads;
    const body = { text: 'Bitte zuweisen.', recommendation: 'referral_recommended' as const };
    const reply = await story.clinic.call(answerAdvice, { params: { id: thread!.id }, version: thread!.version, body });
    expect([reply.status, reply.problem?.fields]).toEqual([200, undefined]);
    const referral = await sent(person.id);
    await tell(referral.id);
    expect(await stateOf(open)).toBe('provider_to_answer');
    await story.practice.get(recordDeath, { params: { id: referral.id }, version: referral.version, body: { source: 'relatives' } });
    await tell(referral.id);
    expect([await stateOf(open), await stateOf(answered)]).toEqual(['cancelled', 'closed']);
    expect([await stateOf(ofOther), await stateOf(ofNobody)]).toEqual(['provider_to_answer', 'provider_to_answer']);
    const messages = (await story.look(open)).threads[0]!.messages;
    expect(messages.filter(({ act }) => act === 'cancel')).toHaveLength(1);
  });
});
