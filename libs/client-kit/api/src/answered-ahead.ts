import { HttpResponse, type HttpInterceptorFn } from '@angular/common/http';
import { from, of, switchMap } from 'rxjs';
import { queryHeader } from './request';

/** An answer that `ahead.js` has asked for before any script of the pages ran. */
interface Ahead {
  readonly at: number;
  readonly answer: Promise<Response>;
}

declare global {
  var lotseAhead: Map<string, Ahead> | undefined;
}

/** What nobody has asked for by then may have changed. */
const freshFor = 10_000;

/**
 * The first reading of a page takes the answer that is already on its way; whatever did not work out is asked for as usual. With the first
 * change all of it is forgotten: it may be about what was before, or about who was signed in before.
 */
export const answeredAhead: HttpInterceptorFn = (request, next) => {
  if (request.method !== 'GET') globalThis.lotseAhead = undefined;
  const ahead = request.headers.has(queryHeader) ? undefined : answerAhead(request.urlWithParams);
  if (!ahead) return next(request);
  return from(bodyOf(ahead)).pipe(
    switchMap((body) => (body === undefined ? next(request) : of(new HttpResponse({ body, url: request.urlWithParams })))),
  );
};

/** The answer of an address that was asked for ahead; only once, and only while it is fresh. */
export function answerAhead(url: string): Promise<Response> | undefined {
  const found = globalThis.lotseAhead?.get(url);
  globalThis.lotseAhead?.delete(url);
  return found && Date.now() - found.at <= freshFor ? found.answer : undefined;
}

async function bodyOf(answer: Promise<Response>): Promise<unknown> {
  try {
    const response = await answer;
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
