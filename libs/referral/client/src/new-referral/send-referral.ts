import { inject, Service } from '@angular/core';
import { Api, apiProblemOf } from '@lotse/client-kit/api';
import type { BodyInput } from '@lotse/kernel';
import {
  answerDuplicate,
  changePerson,
  createPerson,
  createPseudonymous,
  recordRelease,
  revokeRelease,
  type Person,
} from '@lotse/people/model';
import { changeReferral, createReferral, readReferral, submitReferral } from '@lotse/referral/model';
import { contentOf, personInputOf, releaseInputOf, type ReferralDraft } from './referral-draft';

interface Done {
  readonly id: string;
  readonly version: number;
  /** What it was done with; when that has changed it is done differently, not again. */
  readonly print: string;
}

/** How far sending has come. Kept with the draft: another attempt goes on from here and doubles nothing. */
export interface Sent {
  readonly person?: Done;
  readonly release?: Done;
  readonly referral?: Done;
  /** The Idempotency-Keys of calls whose answers are still missing, by what was sent. */
  readonly keys: Readonly<Record<string, string>>;
}

export const nothingSent: Sent = { keys: {} };

/** The steps of sending, as the page names them while they run. */
export type SendStep = 'person' | 'release' | 'referral' | 'submit';

/** One run: what is to be sent, and how the page follows. */
export interface Sending {
  readonly draft: ReferralDraft;
  /** Undefined when a release for the recipient is already in force. */
  readonly releaseFor?: string;
  readonly sent: () => Sent;
  readonly remember: (sent: Sent) => void;
  readonly step?: (step: SendStep) => void;
}

const mayHaveArrived = (status: number): boolean => status === 0 || status === 401 || status >= 500;

/** Enters the person, records the release, writes the referral and sends it; each once, however often it is tried. */
@Service()
export class SendReferral {
  private readonly api = inject(Api);

  /** Sends; answers with the referral's id. */
  async send(sending: Sending): Promise<string> {
    const personId = await this.person(sending);
    if (sending.releaseFor) await this.release(sending, personId, sending.releaseFor);
    const referral = await this.referral(sending, personId);
    sending.step?.('submit');
    return this.submit(sending, referral);
  }

  /** Keeps it as a draft on the server; answers with the referral's id. */
  async save(sending: Sending): Promise<string> {
    const personId = await this.person(sending);
    return (await this.referral(sending, personId)).id;
  }

  private async person({ draft, sent, remember, step }: Sending): Promise<string> {
    if (draft.person.known) return draft.person.known.id;
    step?.('person');
    if (draft.person.isUnnamed) return this.unnamed({ draft, sent, remember });
    const body = personInputOf(draft.person);
    const differentFrom = [...draft.person.differentFrom];
    const print = JSON.stringify([body, differentFrom]);
    const done = sent().person;
    if (done?.print === print) return done.id;
    const person = done
      ? await this.corrected(done, body, differentFrom)
      : await this.once(sent, remember, `person ${print}`, (key) => this.api.send(createPerson, { body: { ...body, differentFrom }, key }));
    remember({ ...sent(), person: { id: person.id, version: person.version, print } });
    return person.id;
  }

  /** What an earlier attempt has entered is mended, and it is said of whom they are not the double. */
  private async corrected(done: Done, body: BodyInput<typeof changePerson>, differentFrom: readonly string[]): Promise<Person> {
    const params = { id: done.id };
    for (const otherId of differentFrom) await this.api.send(answerDuplicate, { params, body: { otherId, answer: 'different' } });
    return this.api.send(changePerson, { params, body, version: done.version });
  }

  /** Somebody who has not agreed yet is entered once, by age and place. */
  private async unnamed({ draft: { person }, sent, remember }: Pick<Sending, 'draft' | 'sent' | 'remember'>): Promise<string> {
    const known = sent().person;
    if (known) return known.id;
    const postcode = /^[0-9]{5}$/.test(person.postcode.trim()) ? person.postcode.trim() : null;
    const body = { age: Number(person.age), postcode, ags: person.ags || null };
    const entered = await this.once(sent, remember, `unnamed ${JSON.stringify(body)}`, (key) =>
      this.api.send(createPseudonymous, { body, key }),
    );
    remember({ ...sent(), person: { id: entered.id, version: entered.version, print: 'unnamed' } });
    return entered.id;
  }

  private async release({ draft, sent, remember, step }: Sending, personId: string, recipient: string): Promise<void> {
    step?.('release');
    const body = releaseInputOf(draft, recipient);
    const print = JSON.stringify([personId, body]);
    const done = sent().release;
    if (done?.print === print) return;
    // What was recorded for a first attempt is not what the person agreed to in the end.
    if (done) await this.api.send(revokeRelease, { params: { id: done.id }, body: { how: 'in_person' }, version: done.version });
    if (done) remember({ ...sent(), release: undefined });
    const release = await this.once(sent, remember, `release ${print}`, (key) =>
      this.api.send(recordRelease, { params: { id: personId }, body, key }),
    );
    remember({ ...sent(), release: { id: release.id, version: release.version, print } });
  }

  private async referral({ draft, sent, remember, step }: Sending, personId: string): Promise<Done> {
    step?.('referral');
    const content = contentOf(draft);
    const print = JSON.stringify(content);
    const done = sent().referral;
    if (done?.print === print) return done;
    const moved = done
      ? await this.api.send(changeReferral, { params: { id: done.id }, body: content, version: done.version })
      : await this.once(sent, remember, `referral ${personId} ${print}`, (key) =>
          this.api.send(createReferral, { body: { ...content, personId }, key }),
        );
    const referral = { id: moved.id, version: moved.version, print };
    remember({ ...sent(), referral });
    return referral;
  }

  /** When an earlier attempt did arrive after all, the referral is no draft any more. */
  private async submit({ sent, remember }: Sending, { id, version }: Done): Promise<string> {
    try {
      await this.once(sent, remember, `submit ${id} ${version}`, (key) =>
        this.api.send(submitReferral, { params: { id }, body: {}, version, key }),
      );
      return id;
    } catch (thrown) {
      const problem = apiProblemOf(thrown);
      if (problem.code !== 'version-stale' && problem.code !== 'invalid-state') throw problem;
      const { state } = await this.api.send(readReferral, { params: { id } });
      if (state === 'draft') throw problem;
      return id;
    }
  }

  /** Calls with a key that outlives a reload of the page until there is an answer. */
  private async once<Answer>(
    sent: Sending['sent'],
    remember: Sending['remember'],
    print: string,
    call: (key: string) => Promise<Answer>,
  ): Promise<Answer> {
    const key = sent().keys[print] ?? crypto.randomUUID();
    remember({ ...sent(), keys: { ...sent().keys, [print]: key } });
    const forget = () =>
      remember({ ...sent(), keys: Object.fromEntries(Object.entries(sent().keys).filter(([known]) => known !== print)) });
    try {
      const answer = await call(key);
      forget();
      return answer;
    } catch (thrown) {
      if (!mayHaveArrived(apiProblemOf(thrown).status)) forget();
      throw thrown;
    }
  }
}
