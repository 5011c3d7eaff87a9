import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { calendarTexts } from './calendar-texts';

/** `/termine`: the slots of one's own organisation. */
export const calendarRoutes: Routes = withTexts('calendar', calendarTexts, [
  { path: '', loadComponent: () => import('./calendar-page/calendar-page').then((found) => found.CalendarPage) },
]);
