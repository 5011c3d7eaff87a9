import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { securityRoutes } from '@lotse/identity/client';
import { SettingsFrame } from './settings-frame';
import { SettingsPage } from './settings-page';
import { settingsTexts } from './settings-texts';

/** `/einstellungen`. */
export const settingsRoutes: Routes = withTexts('settings', settingsTexts, [
  {
    path: '',
    component: SettingsFrame,
    children: [
      { path: '', pathMatch: 'full', component: SettingsPage },
      { path: 'anmeldung', children: securityRoutes },
    ],
  },
]);
