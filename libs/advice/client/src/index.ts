export { adviceTexts } from './advice-texts';
export { adviceTiles } from './advice-tiles';
export { adviceRoutes } from './advice.routes';
