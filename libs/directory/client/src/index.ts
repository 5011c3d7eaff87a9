export { directoryTexts } from './directory-texts';
export { directoryRoutes } from './directory.routes';
