import { Component, computed, inject, input, output } from '@angular/core';
import type { Slot } from '@lotse/calendar/model';
import { Failure, Icon, injectText, MomentTextPipe } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { freeSlotsTexts } from './free-slots-texts';
import { Publishing } from './publishing';

/** Where a slot is offered: showing the county that it is free, what that means, and taking it back. */
@Component({
  selector: 'lotse-slot-publication',
  imports: [Failure, Icon, MomentTextPipe],
  template: `
    @if (mayPublish()) {
      <section class="panel stack" aria-labelledby="slot-publication">
        @if (publishing.problem(); as problem) {
          <lotse-failure [problem]="problem" (retry)="turn()" />
        }
        @if (slot().publishedAt; as since) {
          <h2 id="slot-publication">{{ t('freeSlots.here.publishedHeading') }}</h2>
          <p>{{ t('freeSlots.here.publishedText', { moment: (since | moment) }) }}</p>
        } @else {
          <h2 id="slot-publication">{{ t('freeSlots.here.heading') }}</h2>
          <p>{{ t('freeSlots.here.text') }}</p>
          @if (slot().inPoolFrom; as from) {
            <p class="muted">{{ t(isPooled() ? 'freeSlots.here.pooled' : 'freeSlots.here.pool', { moment: (from | moment) }) }}</p>
          }
        }
        <div class="form-acts">
          <button type="button" class="button" [attr.aria-disabled]="publishing.busy() || null" (click)="turn()">
            <lotse-icon [name]="slot().publishedAt ? 'undo-2' : 'share-2'" />{{
              t(slot().publishedAt ? 'freeSlots.unpublish' : 'freeSlots.publish')
            }}
          </button>
        </div>
      </section>
    }
  `,
})
export class SlotPublication {
  protected readonly t = injectText('freeSlots', freeSlotsTexts);
  private readonly session = inject(CurrentSession);
  readonly slot = input.required<Slot>();
  /** How the slot and its list stand may have changed. */
  readonly changed = output();

  protected readonly publishing = new Publishing();
  protected readonly mayPublish = computed(() => this.session.may('freeSlot.publish'));
  protected readonly isPooled = computed(() => Date.parse(this.slot().inPoolFrom ?? '') <= Date.now());

  protected async turn(): Promise<void> {
    await this.publishing.turn(this.slot().publishedAt ? 'unpublish' : 'publish', this.slot());
    this.changed.emit();
  }
}
