import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { directoryTexts } from './directory-texts';

/** `/verzeichnis`. */
export const directoryRoutes: Routes = withTexts('directory', directoryTexts, [
  { path: '', loadComponent: () => import('./directory-page/directory-page').then((found) => found.DirectoryPage) },
]);
