import { DestroyRef, inject, Service } from '@angular/core';
import { KeptReferralDrafts, type KeptDraft } from './kept-referral-drafts';
import { takeForThisPage } from './one-page-each';

/** What a page of a new referral begins with: a name of its own, and what was left behind under it. */
export interface BegunDraft {
  readonly name: string;
  readonly kept?: KeptDraft;
}

/** Finds what somebody left behind unfinished, unless another page of this browser is still writing it. */
@Service()
export class BegunDrafts {
  private readonly kept = inject(KeptReferralDrafts);

  async begin(page: DestroyRef): Promise<BegunDraft> {
    for (const kept of await this.kept.unsaved()) {
      if (await this.take(kept.name, page)) return { name: kept.name, kept };
    }
    return this.beginAnew(page);
  }

  async beginAnew(page: DestroyRef): Promise<BegunDraft> {
    const name = this.kept.freshName();
    await this.take(name, page);
    return { name };
  }

  private async take(name: string, page: DestroyRef): Promise<boolean> {
    const release = await takeForThisPage(name);
    if (release) page.onDestroy(release);
    return release !== undefined;
  }
}
