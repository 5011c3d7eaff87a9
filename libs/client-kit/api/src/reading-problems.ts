import { HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, tap, throwError } from 'rxjs';
import { apiProblemOf } from './api-problem';
import { SessionEnd } from './session-end';

/** Makes every failed call an ApiProblem, and tells the frame when the session was used or is over. Asking for the session itself is no sign of that. */
export const readingProblems: HttpInterceptorFn = (request, next) => {
  const sessionEnd = inject(SessionEnd);
  return next(request).pipe(
    tap((event) => event instanceof HttpResponse && sessionEnd.answered()),
    catchError((thrown: unknown) => {
      const problem = apiProblemOf(thrown);
      if (problem.status === 401 && !request.url.endsWith('/api/session')) sessionEnd.report();
      return throwError(() => problem);
    }),
  );
};
