import type { Routes } from '@angular/router';
import { accessRoutes, deputiesRoutes, identityRoutes, onlySignedIn, onlyWith } from '@lotse/identity/client';
import { aboutRoutes } from './about/about.routes';
import { developmentRoutes } from './development.routes';
import { Frame } from './frame/frame';

const referral = () => import('@lotse/referral/client');
const waitingList = () => import('@lotse/waiting-list/client');

/** Every domain's pages load when they are first visited. */
export const routes: Routes = [
  // Not imported a second time: all that the room shows would become part of what the first page waits for.
  { path: 'anmelden', children: identityRoutes },
  ...developmentRoutes,
  // Before whatever has no address of its own around it, such as a frame or texts: it would take the bare one for its own, with nothing inside.
  { path: '', pathMatch: 'full', redirectTo: 'start' },
  { path: 'einmal-link', loadChildren: () => referral().then((found) => found.receiverLinkRoutes) },
  ...accessRoutes,
  ...aboutRoutes,
  {
    path: '',
    component: Frame,
    canActivate: [onlySignedIn],
    children: [
      { path: 'start', loadChildren: () => import('./start/start.routes').then((found) => found.startRoutes) },
      {
        path: 'aufgaben',
        canActivate: [onlyWith('task.read')],
        loadChildren: () => import('@lotse/task/client').then((found) => found.taskRoutes),
      },
      {
        path: 'zuweisungen',
        canActivate: [onlyWith('referral.read')],
        loadChildren: () => import('./referrals/referrals.routes').then((found) => found.referralsRoutes),
      },
      {
        path: 'eingang',
        canActivate: [onlyWith('referral.accept', 'referral.acknowledge')],
        loadChildren: () => referral().then((found) => found.inboxRoutes),
      },
      {
        path: 'anfragen',
        canActivate: [onlyWith('advice.read')],
        loadChildren: () => import('@lotse/advice/client').then((found) => found.adviceRoutes),
      },
      // Before `warteliste`: referrers are asked here too.
      {
        path: 'warteliste/pruefung',
        canActivate: [onlyWith('waitingList.readChecks')],
        loadChildren: () => waitingList().then((found) => found.careRoutes),
      },
      {
        path: 'warteliste',
        canActivate: [onlyWith('waitingList.read')],
        loadChildren: () => waitingList().then((found) => found.waitingListRoutes),
      },
      {
        path: 'angebote',
        canActivate: [onlyWith('waitingList.readOffers')],
        loadChildren: () => waitingList().then((found) => found.offerRoutes),
      },
      {
        path: 'freie-plaetze',
        canActivate: [onlyWith('freeSlot.read')],
        loadChildren: () => waitingList().then((found) => found.freeSlotsRoutes),
      },
      {
        path: 'auswertung',
        canActivate: [onlyWith('countyPicture.read')],
        loadChildren: () => waitingList().then((found) => found.countyPicturesRoutes),
      },
      // Before `termine`: whom to offer a slot to is the waiting list's page, not the calendar's.
      {
        path: 'termine/:slot/anbieten',
        canActivate: [onlyWith('waitingList.offerSlot')],
        loadChildren: () => waitingList().then((found) => found.offerSlotRoutes),
      },
      {
        path: 'termine/heute',
        canActivate: [onlyWith('waitingList.readAppointments')],
        loadChildren: () => waitingList().then((found) => found.dayRoutes),
      },
      {
        path: 'termine',
        canActivate: [onlyWith('calendar.read')],
        loadChildren: () => import('@lotse/calendar/client').then((found) => found.calendarRoutes),
      },
      {
        path: 'personen',
        canActivate: [onlyWith('people.read', 'accessReport.read')],
        loadChildren: () => import('@lotse/people/client').then((found) => found.peopleRoutes),
      },
      {
        path: 'notfall',
        canActivate: [onlyWith('breakGlass.open')],
        loadChildren: () => import('@lotse/people/client').then((found) => found.emergencyRoutes),
      },
      {
        path: 'verwaltung',
        loadChildren: () => import('./administration/administration.routes').then((found) => found.administrationRoutes),
      },
      { path: 'vertretungen', canActivate: [onlyWith('deputyship.arrange')], children: deputiesRoutes },
      { path: 'einstellungen', loadChildren: () => import('./settings/settings.routes').then((found) => found.settingsRoutes) },
      { path: 'mitteilungen', loadChildren: () => import('@lotse/notification/client').then((found) => found.notificationRoutes) },
      {
        path: 'verzeichnis',
        canActivate: [onlyWith('directory.read')],
        loadChildren: () => import('./directory/directory.routes').then((found) => found.directoryWithMarksRoutes),
      },
      {
        path: 'z/:reference',
        canActivate: [onlyWith('referral.read')],
        loadComponent: () => referral().then((found) => found.loadByReference()),
      },
      { path: '**', loadComponent: () => import('./not-found-page').then((found) => found.NotFoundPage) },
    ],
  },
];
