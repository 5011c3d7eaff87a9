import { HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, tap, throwError } from 'rxjs';
import { apiProblemOf } from './api-problem';
import { SessionEnd } from './session-end';

/** Being refused there says nothing about the session one has. */
const waysIn = /\/api\/session(\/|$)/;

/** Makes every failed call an ApiProblem, and tells the frame when the session was used or is over. Asking for the session itself is no sign of that. */
export const readingProblems: HttpInterceptorFn = (request, next) => {
  const sessionEnd = inject(SessionEnd);
  return next(request).pipe(
    tap((event) => event instanceof HttpResponse && sessionEnd.answered()),
    catchError((thrown: unknown) => {
      const problem = apiProblemOf(thrown);
      if (problem.status === 401 && !waysIn.test(request.url)) sessionEnd.report();
      if (problem.code === 'second-factor-required') sessionEnd.limited.set(true);
      if (problem.code === 'deputyship-over') sessionEnd.deputyshipOver.set(true);
      return throwError(() => problem);
    }),
  );
};
