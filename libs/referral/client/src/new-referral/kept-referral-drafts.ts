import { inject, Service } from '@angular/core';
import { CurrentSession, KeptDrafts } from '@lotse/identity/client';
import { completeDraft, type ReferralDraft } from './referral-draft';
import type { Sent } from './send-referral';

/** What is kept of a page, so that neither a reload nor a crash loses anything: what was typed and how far sending had come. */
export interface KeptDraft {
  readonly name: string;
  readonly keptAt: number;
  readonly draft: ReferralDraft;
  readonly sent: Sent;
}

const beforeServer = 'new-referral/';
const onServer = (referralId: string): string => `referral/${referralId}`;

/** The drafts of referrals that the person at the screen is writing, sealed in this browser. */
@Service()
export class KeptReferralDrafts {
  private readonly kept = inject(KeptDrafts);
  private readonly staffId = inject(CurrentSession).session()?.staff.id ?? '';

  /** A name of its own for every page that is begun, so that two of them side by side never mix. */
  freshName(): string {
    return beforeServer + crypto.randomUUID();
  }

  /** Once the server keeps a draft too, it is found by the referral's id. */
  nameOf(name: string, { referral }: Sent): string {
    return referral ? onServer(referral.id) : name;
  }

  /** Rejects when this browser cannot keep it. */
  async keep(name: string, draft: ReferralDraft, sent: Sent): Promise<void> {
    await this.kept.keep(this.staffId, this.nameOf(name, sent), { draft, sent });
    if (this.nameOf(name, sent) !== name) await this.kept.drop(this.staffId, name);
  }

  async drop(name: string, sent: Sent): Promise<void> {
    for (const each of new Set([name, this.nameOf(name, sent)])) await this.kept.drop(this.staffId, each).catch(() => undefined);
  }

  /** What was being written and never reached the server, newest first. */
  unsaved(): Promise<KeptDraft[]> {
    return this.list(beforeServer);
  }

  async of(referralId: string): Promise<KeptDraft | undefined> {
    return (await this.list(onServer(referralId)))[0];
  }

  private async list(prefix: string): Promise<KeptDraft[]> {
    const found = await this.kept.list<Omit<KeptDraft, 'name' | 'keptAt'>>(this.staffId, prefix);
    return found.map(({ name, keptAt, value }) => ({ name, keptAt, ...value, draft: completeDraft(value.draft) }));
  }
}
