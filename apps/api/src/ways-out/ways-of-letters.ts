import { lookThroughLink, makeReceiverLink, openReceiverLink, printLetter, printThroughLink } from '@lotse/referral/model';
import { letterKinds } from '@lotse/region/model';
import { readPdf } from '@lotse/server-kit/testing';
import type { WallStory } from './wall-story';

/** What goes out on paper, and by links to those without an account. */
export const waysOfLetters: Readonly<Record<string, (story: WallStory) => Promise<string[]>>> = {
  'GET referrals/:id/letter': async (story) => {
    const params = { id: story.referred.referralId };
    const printed = await Promise.all(
      letterKinds.map(async (kind) => {
        const file = await story.file(story.county.intake, printLetter, { params, query: { kind } });
        return file.subarray(0, 4).toString() === '%PDF' ? readPdf(file).text : file.toString();
      }),
    );
    return [...printed, await story.raw(story.county.intake, printLetter, { params: { id: story.revoked.referralId } })];
  },
  'POST receiver-links/look': async ({ county, database, raw, referred, server }) => {
    // As if the clinic had no account: it is told no more than with one.
    const works = (without: boolean) =>
      database.query('update organisation set without_account = $2 where id = $1', [county.clinic, without]);
    const practice = server.as(county.gp);
    await works(true);
    const { link, code } = await practice.get(makeReceiverLink, { params: { id: referred.referralId }, body: { email: null } });
    await works(false);
    const { session } = await practice.get(openReceiverLink, { body: { token: link.split('#')[1]!, code, name: 'Jemand' } });
    const { document } = await practice.get(printThroughLink, { body: { session } });
    return [await raw(county.intake, lookThroughLink, { body: { session } }), readPdf(Buffer.from(document, 'base64')).text];
  },
};
