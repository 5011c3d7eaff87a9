import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { directoryTexts } from '@lotse/directory/client';
import { onlyWith } from '@lotse/identity/client';
import { peopleTexts } from '@lotse/people/client';
import { importTexts } from './import-referrals/import-texts';
import { questionTexts } from './questions/question-texts';
import { paperTexts } from './paper/paper-texts';
import { referralTexts } from './referral-texts';

/** Writing a referral includes choosing a help offer, in the directory's words. */
const writing: Routes = withTexts('directory', directoryTexts, [
  { path: 'neu', loadComponent: () => import('./new-referral/new-referral-page').then((found) => found.NewReferralPage) },
  { path: ':id/bearbeiten', loadComponent: () => import('./new-referral/edit-draft-page').then((found) => found.EditDraftPage) },
]);

/** What of a referral was released is named in the words of people and their releases. */
const withReleases = (routes: Routes): Routes =>
  withTexts('people', peopleTexts, withTexts('referral', referralTexts, withTexts('questions', questionTexts, routes)));

/** `/zuweisungen`: referrals one has sent, a new one, one of them, a draft to go on with. */
export const referralRoutes: Routes = withReleases([
  { path: '', loadComponent: () => import('./referral-list/referral-list-page').then((found) => found.ReferralListPage) },
  ...writing,
  ...withTexts('importReferrals', importTexts, [
    {
      path: 'einlesen',
      canActivate: [onlyWith('referral.import')],
      loadComponent: () => import('./import-referrals/import-page').then((found) => found.ImportPage),
    },
  ]),
  { path: ':id', loadComponent: () => import('./referral-page/referral-page').then((found) => found.ReferralPage) },
]);

/** `/eingang`: what has come in. */
export const inboxRoutes: Routes = withReleases([
  { path: '', loadComponent: () => import('./inbox/inbox-page').then((found) => found.InboxPage) },
  { path: ':id/rueckfrage', loadComponent: () => import('./questions/ask-page').then((found) => found.AskPage) },
  ...withTexts('paper', paperTexts, [
    { path: 'papier', loadComponent: () => import('./paper/paper-page').then((found) => found.PaperPage) },
  ]),
]);
