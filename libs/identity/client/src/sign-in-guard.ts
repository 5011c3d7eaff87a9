import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { CurrentSession } from './current-session';

/** Lets nobody in who is not signed in, or lacks a second factor that the organisation requires; after signing in one comes back to where one wanted to go. */
export const onlySignedIn: CanActivateFn = (_, { url }) => {
  const session = inject(CurrentSession).session();
  if (session && !session.isLimited) return true;
  const target = inject(Router).createUrlTree([session ? '/anmelden/absichern' : '/anmelden'], {
    queryParams: url === '/' || url === '/start' ? {} : { ziel: url },
  });
  return new RedirectCommand(target, { replaceUrl: true });
};

/** Leads on who lacks a permission: to the start page, which shows what there is for them. */
export function onlyWith(...permissions: string[]): CanActivateFn {
  return () => {
    const session = inject(CurrentSession);
    return permissions.some((permission) => session.may(permission)) || inject(Router).createUrlTree(['/start']);
  };
}
