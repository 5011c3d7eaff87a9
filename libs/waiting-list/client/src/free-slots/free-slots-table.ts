import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Chip, Icon, Table } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import type { FreeSlot } from '@lotse/waiting-list/model';
import { injectFreeSlotWords } from './free-slot-words';

/** Free slots of the county, by start, with what the reader can do: refer somebody, look whom they would fit, or publish them. */
@Component({
  selector: 'lotse-free-slots-table',
  imports: [Chip, Icon, RouterLink, Table],
  templateUrl: './free-slots-table.html',
})
export class FreeSlotsTable {
  protected readonly words = injectFreeSlotWords();
  protected readonly t = this.words.t;
  private readonly session = inject(CurrentSession);
  readonly slots = input.required<readonly FreeSlot[]>();
  readonly busy = input(false);
  /** Whether the reader decides what others see. */
  readonly coordinates = input(false);
  readonly turn = output<{ slot: FreeSlot; which: 'publish' | 'unpublish' }>();

  protected readonly columns = computed(() =>
    ['when', 'what', 'how', 'languages', ...(this.coordinates() ? ['state'] : [])].map((column) => this.t(`freeSlots.column.${column}`)),
  );

  protected mayRefer = ({ isOwn, acceptsReferrals }: FreeSlot): boolean =>
    !isOwn && acceptsReferrals && this.session.may('referral.create');
  protected mayLook = ({ isOwn, isOfOwnKind, acceptsReferrals }: FreeSlot): boolean =>
    !isOwn && isOfOwnKind && acceptsReferrals && this.session.may('waitingList.read');
  protected mayOffer = ({ isOwn }: FreeSlot): boolean => isOwn && this.session.may('waitingList.offerSlot');

  protected press(slot: FreeSlot): void {
    if (!this.busy()) this.turn.emit({ slot, which: slot.publishedAt === null ? 'publish' : 'unpublish' });
  }
}
