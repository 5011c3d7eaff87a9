import type { Routes } from '@angular/router';
import { adviceTiles } from '@lotse/advice/client';
import { calendarTiles } from '@lotse/calendar/client';
import { START_TILES } from '@lotse/client-kit/ui';
import { referralTiles } from '@lotse/referral/client';
import { taskTiles } from '@lotse/task/client';
import { waitingListTiles } from '@lotse/waiting-list/client';
import { StartPage } from './start-page';

const tilesOfDomains = [taskTiles, referralTiles, adviceTiles, waitingListTiles, calendarTiles];

/** `/start`, with what the domains put there. */
export const startRoutes: Routes = [
  { path: '', component: StartPage, providers: tilesOfDomains.map((tiles) => ({ provide: START_TILES, useValue: tiles, multi: true })) },
];
