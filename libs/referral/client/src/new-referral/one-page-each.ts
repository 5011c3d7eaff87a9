/** Whoever holds it gives it back with this. */
export type Release = () => void;

/**
 * Takes a name for this page, as long as no other page of this browser holds it; undefined when one does. It ends with the page. In a
 * browser without locks everybody gets it.
 */
export function takeForThisPage(name: string): Promise<Release | undefined> {
  if (!('locks' in navigator)) return Promise.resolve(() => undefined);
  return new Promise((answer, refuse) => {
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      if (!lock) return void answer(undefined);
      return new Promise((release) => answer(release));
    };
    navigator.locks.request(`lotse ${name}`, { ifAvailable: true }, hold).catch(refuse);
  });
}
