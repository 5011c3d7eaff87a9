import { computed, effect, inject, linkedSignal, resource } from '@angular/core';
import { Api, SessionEnd } from '@lotse/client-kit/api';
import { readChanges, seeChanges, type Referral, type ReferralChange, type ReferralChanges } from '@lotse/referral/model';

/** Whoever walks through a list has not looked yet. */
const looked = 700;

/**
 * What others have changed of a referral since one looked. Looking for a moment is having seen it, as long as nothing has changed; what has
 * changed stays until one says that one has read it. Make it in an injection context.
 */
export class UnreadChanges {
  private readonly api = inject(Api);
  private readonly sessionEnd = inject(SessionEnd);
  private readonly read = resource({
    params: () => {
      const { id, version, state } = this.referral();
      return state === 'draft' ? undefined : { id, version, renewals: this.sessionEnd.renewals() };
    },
    loader: ({ params: { id } }) => this.api.send(readChanges, { params: { id } }),
  });
  /** Stays while it is read again, as long as it is the same referral. */
  private readonly known = linkedSignal<
    { id: string; found: ReferralChanges | undefined },
    { id: string; found: ReferralChanges | undefined }
  >({
    source: () => ({ id: this.referral().id, found: this.read.hasValue() ? this.read.value() : undefined }),
    computation: (now, before) => (now.found || before?.value.id !== now.id ? now : before.value),
  });
  readonly items = computed<readonly ReferralChange[]>(() => this.known().found?.items ?? []);

  constructor(private readonly referral: () => Pick<Referral, 'id' | 'version' | 'state'>) {
    effect((onCleanup) => {
      const { found } = this.known();
      if (!found || found.isSeen || found.items.length > 0) return;
      const timer = setTimeout(() => void this.see(), looked);
      onCleanup(() => clearTimeout(timer));
    });
  }

  reload(): void {
    this.read.reload();
  }

  /** One has seen what is shown, and nothing that came later. */
  async see(): Promise<void> {
    const { id, found } = this.known();
    if (!found) return;
    // Whoever cannot be told now is told by the act itself.
    const said = await this.api.send(seeChanges, { params: { id }, body: { upTo: found.upTo } }).catch(() => undefined);
    if (said && this.known().id === id) this.known.set({ id, found: { ...found, isSeen: true, items: [] } });
  }
}
