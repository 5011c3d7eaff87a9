import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { apiProblemOf } from '@lotse/client-kit/api';
import { injectProblemText, Toasts } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { RecentPages } from '../palette/recent-pages';

/** The way out: ends the session of this browser, and forgets what was open. */
@Service()
export class Leaving {
  private readonly session = inject(CurrentSession);
  private readonly router = inject(Router);
  private readonly recentPages = inject(RecentPages);
  private readonly toasts = inject(Toasts);
  private readonly problemText = injectProblemText();

  async run(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/anmelden');
      this.recentPages.forget();
    } catch (thrown) {
      this.toasts.show(this.problemText(apiProblemOf(thrown)));
    }
  }
}
