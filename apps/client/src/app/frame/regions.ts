/** The regions of a page, in the order F6 walks through them: places, list (or the whole page), preview, what the top bar tells. */
const regions = ['.rail', '.bottom-bar', 'main .split-list', 'main:not(:has(.split-list))', 'main .split-preview', '.top-bar', '.toasts'];

const reachable = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]';
const firstChoice = 'h1, [role="row"][tabindex="0"], [role="gridcell"][tabindex="0"], [aria-current="page"]';

const isVisible = (element: Element): boolean => element.getClientRects().length > 0;
const first = (region: Element, selector: string) => [...region.querySelectorAll<HTMLElement>(selector)].find(isVisible);

/** Where somebody was in a region when they left it. */
const left = new WeakMap<Element, HTMLElement>();

/** Moves the focus to the next region, or the one before; back to where one was in it. */
export function walkRegions(step: 1 | -1): void {
  const found = regions
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .filter((region): region is HTMLElement => region !== null && isVisible(region) && first(region, reachable) !== undefined);
  if (found.length === 0) return;
  const active = document.activeElement as HTMLElement;
  const here = found.findIndex((region) => region.contains(active));
  if (here >= 0) left.set(found[here]!, active);
  const start = here < 0 && step === -1 ? 0 : here;
  const next = found[(start + step + found.length) % found.length]!;
  const known = left.get(next);
  const target = known?.isConnected && isVisible(known) ? known : (first(next, firstChoice) ?? first(next, reachable));
  target?.focus();
}
