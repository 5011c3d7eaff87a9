import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { taskTexts } from './task-texts';

/** `/aufgaben`. */
export const taskRoutes: Routes = withTexts('task', taskTexts, [
  { path: '', loadComponent: () => import('./task-page/task-page').then((found) => found.TaskPage) },
]);
