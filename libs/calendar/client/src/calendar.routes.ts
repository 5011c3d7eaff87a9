import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { calendarTexts } from './calendar-texts';

const seriesForm = () => import('./series/series-form-page').then((found) => found.SeriesFormPage);

/** `/termine`: the slots of one's own organisation, and what they are made of. */
export const calendarRoutes: Routes = withTexts('calendar', calendarTexts, [
  { path: '', loadComponent: () => import('./calendar-page/calendar-page').then((found) => found.CalendarPage) },
  { path: 'serien', loadComponent: () => import('./series/series-page').then((found) => found.SeriesPage) },
  { path: 'serien/neu', loadComponent: seriesForm },
  { path: 'serien/:id', loadComponent: seriesForm },
  { path: 'abwesenheiten', loadComponent: () => import('./absences/absences-page').then((found) => found.AbsencesPage) },
  { path: 'kalender', loadComponent: () => import('./schedules/schedules-page').then((found) => found.SchedulesPage) },
  { path: ':slot', loadComponent: () => import('./slot-page/slot-page').then((found) => found.SlotPage) },
]);
