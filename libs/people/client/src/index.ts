export { peopleTexts } from './people-texts';
export { peopleRoutes } from './people.routes';
