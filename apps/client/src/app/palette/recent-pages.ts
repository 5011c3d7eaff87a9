import { inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { NavigationStart, Router } from '@angular/router';
import { filter } from 'rxjs';

/** A page that was open a moment ago. */
export interface RecentPage {
  readonly path: string;
  readonly title: string;
}

const kept = 6;

/** The pages that were open last, as long as this page lives: nothing of it is stored. Titles carry references, never names. */
@Service()
export class RecentPages {
  private readonly router = inject(Router);
  private readonly title = inject(Title);
  private readonly pages = signal<readonly RecentPage[]>([]);

  /** The last first; without the page one is on. */
  readonly all = this.pages.asReadonly();

  constructor() {
    this.router.events.pipe(filter((event) => event instanceof NavigationStart)).subscribe(() => this.leave());
  }

  forget(): void {
    this.pages.set([]);
  }

  /** By now a page has its title, and its address without what was typed to search. */
  private leave(): void {
    const path = this.router.url.split(/[?#]/)[0]!;
    const title = this.title.getTitle().replace(/( \(\d+\))? – Lotse$/, '');
    if (path === '/' || path === '/anmelden' || title === '') return;
    this.pages.update((pages) => [{ path, title }, ...pages.filter((page) => page.path !== path)].slice(0, kept));
  }
}
