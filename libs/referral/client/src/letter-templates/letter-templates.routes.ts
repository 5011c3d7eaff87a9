import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { lettersTexts } from '../letters/letters-texts';
import { letterTemplatesTexts } from './letter-templates-texts';

/** `/verwaltung/vorlagen`: for whoever administers the county. Letters are called what they are called beside a referral. */
export const letterTemplatesRoutes: Routes = withTexts(
  'letters',
  lettersTexts,
  withTexts('letterTemplates', letterTemplatesTexts, [
    { path: '', loadComponent: () => import('./letter-templates-page').then((found) => found.LetterTemplatesPage) },
  ]),
);
