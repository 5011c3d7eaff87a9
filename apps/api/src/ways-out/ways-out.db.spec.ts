import type { Endpoint } from '@lotse/kernel';
import { hiddenParts, unlabelledIn } from '@lotse/people/model';
import { LiveEvents } from '@lotse/server-kit/http';
import { readReferral } from '@lotse/referral/model';
import { contractsOf } from '../contracts-of';
import { canaries, wallStory, type WallStory } from './wall-story';
import { aboutNobody } from './about-nobody';
import { waysOut } from './ways-out';

const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;

describe('the ways out', () => {
  let story: WallStory;
  let told: string;
  let contracts: readonly Endpoint[];

  beforeAll(async () => {
    story = await wallStory();
    told = '';
    story.server.app.get(LiveEvents, { strict: false }).subscribe(story.county.clinic, (event) => (told += JSON.stringify(event)));
    contracts = contractsOf(story.server.app);
  });
  afterAll(() => story.stop());

  const isAboutNobody = ({ path, touches }: Endpoint) => !touches && aboutNobody.includes(path.split('/')[0]!);
  /** Nothing released: whatever is labelled would be hidden. */
  const hasLabels = ({ response }: Endpoint) => hiddenParts(response, []).length > 0;

  it('are all known: whatever leads to a person says so, and every text in its answer says what kind of information it is', () => {
    const unknown = contracts.filter((contract) => !contract.touches && !isAboutNobody(contract));
    expect(unknown.map(nameOf)).toEqual([]);
    const unlabelled = contracts
      .filter(({ touches, media }) => touches && !media)
      .flatMap((contract) => unlabelledIn(contract.response).map((where) => `${nameOf(contract)}: ${where}`));
    expect(unlabelled).toEqual([]);
  });

  it('are all gone below: a contract with labelled fields, or a file, has a test of its own', () => {
    const leading = contracts.filter((contract) => hasLabels(contract) || (contract.touches && contract.media)).map(nameOf);
    expect(leading.filter((name) => !waysOut[name])).toEqual([]);
    expect(Object.keys(waysOut).filter((name) => !contracts.some((contract) => nameOf(contract) === name))).toEqual([]);
  });

  // @req ASVS 5.0.0-8.2.3, 5.0.0-15.3.1
  it.each(Object.keys(waysOut))('%s: what was not released appears nowhere', async (name) => {
    const answers = await waysOut[name]!(story);
    expect(answers.length).toBeGreaterThan(0);
    for (const answer of answers) {
      expect(canaries.filter((canary) => answer.toLowerCase().includes(canary.toLowerCase()))).toEqual([]);
      expect(answer).not.toContain('"code":"unexpected"');
    }
  });

  it('what is hidden is named, and what was released is there', async () => {
    const params = { id: story.referred.referralId };
    const referral = await story.server.as(story.county.intake).get(readReferral, { params });
    expect(referral.hidden).toEqual(['contact', 'medication', 'risk', 'notes']);
    expect(referral).toMatchObject({ personName: 'Muster, Ida', content: { diagnosis: 'F32.1', medication: null, triedSoFar: null } });
    const own = await story.server.as(story.county.gp).get(readReferral, { params });
    expect(own).toMatchObject({ hidden: [], person: { phone: '07622 4711' }, content: { medication: 'Kanarienmittel 50 mg' } });
  });

  it('the canaries sing where they may: with everything released they are all there', async () => {
    const all = ['identity', 'contact', 'diagnosis', 'medication', 'notes', 'letters'] as const;
    const { referralId } = await story.refers('Muster', all);
    const whole = await story.raw(story.county.intake, readReferral, { params: { id: referralId } });
    for (const canary of ['07622 4711', 'Kanarienweg', '79669', 'Kanarienmittel', 'Kanarienversuch']) expect(whole).toContain(canary);
  });

  it('live events, events in waiting and notices carry identifiers only', async () => {
    const rows = await story.database.query<{ text: string }>(
      'select to_jsonb(e)::text as text from outbox_event e union all select to_jsonb(n)::text from notice n',
    );
    const everything = told + rows.map(({ text }) => text).join('');
    for (const canary of [...canaries, 'Muster', 'F32.1']) expect(everything).not.toContain(canary);
  });
});
