import type { Routes } from '@angular/router';
import { withTexts } from '@lotse/client-kit/ui';
import { SettingsPage } from './settings-page';
import { settingsTexts } from './settings-texts';

/** `/einstellungen`. */
export const settingsRoutes: Routes = withTexts('settings', settingsTexts, [{ path: '', component: SettingsPage }]);
