import { inject, Service, signal } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? '';

/** Counts arrivals at another page (another path; a filter in the query is the same page), so that its heading takes the focus. */
@Service()
export class PageArrivals {
  readonly count = signal(0);
  private path: string | undefined;

  constructor() {
    inject(Router)
      .events.pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(({ urlAfterRedirects }) => this.arrived(pathOf(urlAfterRedirects)));
  }

  /** The first page after loading keeps the focus where the browser puts it. */
  private arrived(path: string): void {
    if (this.path !== undefined && this.path !== path) this.count.update((count) => count + 1);
    this.path = path;
  }
}
