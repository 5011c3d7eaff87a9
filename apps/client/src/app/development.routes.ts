import type { Routes } from '@angular/router';

/** Pages that only exist while developing; `development.routes.development.ts` takes the place of this file then. */
export const developmentRoutes: Routes = [];
