import type { Routes } from '@angular/router';
import { galleryRoutes } from '../gallery/gallery.routes';

/** With `nx build client --configuration=development`: the gallery of the kit. */
export const developmentRoutes: Routes = [{ path: 'galerie', children: galleryRoutes }];
