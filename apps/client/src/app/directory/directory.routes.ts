import type { Routes } from '@angular/router';
import { BESIDE_SERVICE, directoryRoutes } from '@lotse/directory/client';
import { freeSlotBesideService } from '@lotse/waiting-list/client';

/** `/verzeichnis`, with what other rooms say beside a service. */
export const directoryWithMarksRoutes: Routes = [
  { path: '', providers: [{ provide: BESIDE_SERVICE, useValue: freeSlotBesideService, multi: true }], children: directoryRoutes },
];
