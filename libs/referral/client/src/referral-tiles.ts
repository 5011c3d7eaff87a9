import type { StartTile } from '@lotse/client-kit/ui';

/** What the start page shows of referrals: what waits for an answer, and the ways into both boxes. */
export const referralTiles: StartTile[] = [
  {
    area: 'due',
    order: 5,
    permission: 'question.answer',
    load: () => import('./questions/open-questions').then((found) => found.OpenQuestions),
  },
  { area: 'due', order: 10, permission: 'referral.read', load: () => import('./start/due-referrals').then((found) => found.DueReferrals) },
  { area: 'tile', order: 10, permission: 'referral.accept', load: () => import('./start/inbox-tile').then((found) => found.InboxTile) },
  {
    area: 'tile',
    order: 15,
    permission: 'referral.create',
    load: () => import('./start/new-referral-tile').then((found) => found.NewReferralTile),
  },
  { area: 'tile', order: 20, permission: 'referral.create', load: () => import('./start/sent-tile').then((found) => found.SentTile) },
];
