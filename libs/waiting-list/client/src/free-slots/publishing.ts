import { inject, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { injectText, Toasts } from '@lotse/client-kit/ui';
import { publishSlot, unpublishSlot } from '@lotse/waiting-list/model';
import { freeSlotsTexts } from './free-slots-texts';

/** Showing a free slot to the services of the county, or showing it no longer. Make it in an injection context. */
export class Publishing {
  private readonly t = injectText('freeSlots', freeSlotsTexts);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  readonly busy = signal(false);
  readonly problem = signal<ApiProblem | undefined>(undefined);

  /** Does it once; answers whether it was done. Either way, how the slot stands is to be read again. */
  async turn(which: 'publish' | 'unpublish', { id, version }: { readonly id: string; readonly version: number }): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.api.send(which === 'publish' ? publishSlot : unpublishSlot, { params: { id }, version });
      this.toasts.show(this.t(`freeSlots.done.${which}`));
      return true;
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
