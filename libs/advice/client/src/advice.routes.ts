import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { directoryTexts } from '@lotse/directory/client';
import { peopleTexts } from '@lotse/people/client';
import { adviceTexts } from './advice-texts';

const pages: Routes = [
  { path: '', loadComponent: () => import('./enquiries-page/enquiries-page').then((found) => found.EnquiriesPage) },
  { path: 'neu', loadComponent: () => import('./new-enquiry/new-enquiry-page').then((found) => found.NewEnquiryPage) },
  { path: ':id', loadComponent: () => import('./enquiry-page/enquiry-page').then((found) => found.EnquiryPage) },
];

/** `/anfragen`: what is asked before anybody is referred. Kinds of help and of information are named in their rooms' words. */
export const adviceRoutes: Routes = withTexts(
  'people',
  peopleTexts,
  withTexts('directory', directoryTexts, withTexts('advice', adviceTexts, pages)),
);
