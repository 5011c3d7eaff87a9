import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { chronicleTexts } from './chronicle-texts';

/** `/verwaltung/protokoll`. */
export const chronicleRoutes: Routes = withTexts('chronicle', chronicleTexts, [
  { path: '', loadComponent: () => import('./chronicle-page/chronicle-page').then((found) => found.ChroniclePage) },
]);
