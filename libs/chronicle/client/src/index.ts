export { chronicleRoutes } from './chronicle.routes';
