export { CurrentSession } from './current-session';
export { identityTexts } from './identity-texts';
export { identityRoutes } from './identity.routes';
export { onlySignedIn, onlyWith } from './sign-in-guard';

/** The dialog that asks to sign in again; loaded only when it is needed. */
export const loadSignInAgain = () => import('./sign-in/sign-in-again').then((found) => found.SignInAgain);
