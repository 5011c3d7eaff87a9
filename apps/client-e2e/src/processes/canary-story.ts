import { call, get, type Answer, type Held } from './call';
import { otherCanaries, type Flock } from './canaries';
import type { SmallCounty } from './small-county';

/** Somebody with a canary in every field is entered, released, referred, asked about, searched for; and much of it is tried wrongly. Answers what was refused. */
export async function tellOfCanaries(address: string, county: SmallCounty, { sing }: Flock): Promise<string> {
  const { gp, intake, clinic, service, schedule } = county;
  const { phone, diagnosis, kvnr, bornOn } = otherCanaries;
  const [familyName, givenName, question, purpose, medication] = [sing(), sing(), sing(), sing(), sing()];
  const known = { familyName, givenName, birthDate: bornOn, phone, street: sing(), kvnr, kvnrOverrideReason: sing() };
  const person = await get(address, gp, ['POST', 'people'], { body: known });
  const terms = { purpose, coversHealthData: true, form: 'written', evidence: sing(), givenOn: '2026-01-02', validUntil: '2099-12-31' };
  const dataParts = ['identity', 'contact', 'diagnosis', 'medication', 'risk', 'letters', 'appointments', 'notes'];
  const release = { ...terms, recipientOrganisationId: clinic, dataParts };
  await get(address, gp, ['POST', `people/${person.id}/releases`], { body: release });
  const said = { reason: 'low_mood', urgency: 'routine', question, triedSoFar: sing(), medication, diagnosis, risk: sing() };
  const content = { personId: person.id, serviceId: service, ...said };
  const sends = async () => {
    const draft = await get(address, gp, ['POST', 'referrals'], { body: content });
    return get(address, gp, ['POST', `referrals/${draft.id}/submit`], { version: draft.version });
  };
  const [first, second] = [await sends(), await sends()];
  for (const acts of [['acknowledge'], ['acknowledge', 'accept'], ['acknowledge', 'accept', 'waitlist']]) {
    let referral = await sends();
    for (const act of acts)
      referral = await get(address, intake, ['POST', `referrals/${referral.id}/${act}`], { version: referral.version });
  }
  const received = await get(address, intake, ['POST', `referrals/${second.id}/acknowledge`], { version: second.version });
  const asked = { body: { question: sing(), dueOn: '2099-01-01' }, version: received.version };
  await get(address, intake, ['POST', `referrals/${second.id}/request-info`], asked);
  const advice = { personId: person.id, serviceId: service, question: sing(), medication: sing(), answerBy: '2099-12-31' };
  await get(address, gp, ['POST', 'enquiries/advice'], { body: advice });
  await get(address, gp, ['POST', `referrals/${first.id}/attachments`], { body: { name: `${sing()}.txt`, size: 9 } });
  const draft = await get(address, gp, ['POST', 'referrals'], { body: content });
  const startsAt = new Date(Date.now() + 60 * 86_400_000).toISOString();
  await get(address, intake, ['POST', 'slots'], { body: { scheduleId: schedule, startsAt, minutes: 50, mode: 'on_site' } });
  for (const text of [familyName, phone]) {
    await get(address, gp, ['GET', `people?text=${encodeURIComponent(text)}`]);
    await get(address, intake, ['GET', `referrals?box=inbox&text=${encodeURIComponent(text)}`]);
  }
  const refused: Answer<Held>[] = [
    await call(address, gp, ['POST', 'people'], {
      body: { ...known, birthDate: phone, street: sing(160), [medication]: 1 },
    }),
    await call(address, gp, ['POST', 'referrals'], { body: { ...content, reason: diagnosis, urgency: question } }),
    await call(address, gp, ['POST', `people/${person.id}/releases`], { body: { ...release, form: purpose } }),
    await call(address, gp, ['POST', `referrals/${draft.id}/submit`], { version: 1, body: { note: question } }),
    await call(address, undefined, ['POST', 'session'], { body: { email: `${familyName}@example.org`, password: givenName } }),
    await call(address, gp, ['GET', `people/${encodeURIComponent(familyName)}`]),
    await call(address, gp, ['GET', `referrals?box=inbox&cursor=${encodeURIComponent(question)}`]),
  ];
  // A field that does not exist is refused by its own name, which only its sender knows.
  return JSON.stringify(refused.map(({ status, body }) => [status, body])).replaceAll(medication, '');
}
