import type { Route, Routes } from '@angular/router';
import type { LanguageCode, TextLoaders } from '@lotse/client-kit/ui';

/**
 * Begins to fetch the scripts and texts of the page that somebody comes for, while it is still being found out who that is. The
 * router asks for them one after the other, and only then: on a slow network each step costs as much as the whole page.
 */
export async function fetchAhead(routes: Routes, segments: readonly string[], language: LanguageCode): Promise<void> {
  const way = wayTo(routes, segments);
  for (const { route } of way ?? []) {
    void textsOf(route)?.[language]();
    void route.loadComponent?.();
  }
  const last = way?.at(-1);
  if (last?.route.loadChildren) await fetchAhead((await last.route.loadChildren()) as Routes, last.rest, language);
}

/** The segments of an address such as `/zuweisungen/neu?service=…`. */
export const segmentsOf = (pathname: string): string[] => pathname.split('/').filter(Boolean);

interface Step {
  readonly route: Route;
  readonly rest: readonly string[];
}

/** The routes that lead to an address, as far as they are known; behind the last one there may be more to load. */
function wayTo(routes: Routes, segments: readonly string[]): Step[] | undefined {
  for (const route of routes) {
    const rest = restBehind(route, segments);
    if (!rest) continue;
    const step = { route, rest };
    const further = route.children && wayTo(route.children, rest);
    if (further) return [step, ...further];
    if (route.loadChildren || (rest.length === 0 && !route.children)) return [step];
  }
  return undefined;
}

/** What a route leaves of an address; undefined when it does not lead there. */
function restBehind({ path, redirectTo }: Route, segments: readonly string[]): readonly string[] | undefined {
  if (path === undefined || path === '**' || redirectTo !== undefined) return undefined;
  const own = path.split('/').filter(Boolean);
  const fits = own.length <= segments.length && own.every((part, index) => part.startsWith(':') || part === segments[index]);
  return fits ? segments.slice(own.length) : undefined;
}

const textsOf = ({ data }: Route): TextLoaders | undefined => data?.['texts'] as TextLoaders | undefined;
