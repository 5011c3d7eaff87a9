import type { Routes } from '@angular/router';

/** `/galerie` has the switches, `/galerie/stuecke` the pieces; the first shows the second as wide as one likes. */
export const galleryRoutes: Routes = [
  { path: '', loadComponent: () => import('./gallery-page').then((found) => found.GalleryPage) },
  { path: 'stuecke', loadComponent: () => import('./gallery-pieces').then((found) => found.GalleryPieces) },
];
