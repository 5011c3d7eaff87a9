export { BESIDE_SERVICE, BesideServiceMarks, type BesideService } from './beside-service';
export { directoryTexts } from './directory-texts';
export { directoryRoutes } from './directory.routes';
