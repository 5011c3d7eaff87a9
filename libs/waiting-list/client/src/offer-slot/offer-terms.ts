import { Component, computed, inject, input, model } from '@angular/core';
import { Checkbox, Control, Field, Icon, injectText, Language, momentText, MomentTextPipe, RadioGroup } from '@lotse/client-kit/ui';
import type { AnswerOf } from '@lotse/kernel';
import type { OfferMode, readCandidates } from '@lotse/waiting-list/model';
import { injectSlotTime } from '../words/slot-words';

type Candidates = AnswerOf<typeof readCandidates>;
const minute = 60_000;

/** On what terms a slot is offered: until when it is held, to how many at once, with which other date, and whether it goes on by itself. */
@Component({
  selector: 'lotse-offer-terms',
  imports: [Checkbox, Control, Field, Icon, MomentTextPipe, RadioGroup],
  template: `
    @if (hold(); as hold) {
      <p class="hold">
        <lotse-icon name="hourglass" [size]="16" />
        @if (isLater()) {
          <span>{{ t('waitingList.offerSlot.holdLater', { goesOut: (hold.goesOutAt | moment), moment: (hold.until | moment) }) }}</span>
        } @else {
          <span>{{ t('waitingList.offerSlot.hold', { moment: (hold.until | moment) }) }}</span>
        }
      </p>
      @if (hold.byPhone) {
        <p class="hold"><lotse-icon name="phone" [size]="16" />{{ t('waitingList.offerSlot.byPhone') }}</p>
      }
    }
    @if (modes().length > 1) {
      <lotse-radio-group [label]="t('waitingList.offerSlot.modeLabel')" name="mode" [choices]="choices()" [(value)]="mode" />
    }
    @if (mode() === 'sequential' && secondDates().length > 0) {
      <lotse-field
        [label]="t('waitingList.offerSlot.second')"
        [hint]="t('waitingList.offerSlot.secondHint')"
        name="secondSlotId"
        [optional]="true"
      >
        <select lotseControl (change)="second.set($any($event.target).value)">
          <option value="">{{ t('waitingList.offerSlot.secondNone') }}</option>
          @for (slot of secondDates(); track slot.id) {
            <option [value]="slot.id" [selected]="slot.id === second()">{{ time(slot) }}, {{ slot.scheduleName }}</option>
          }
        </select>
      </lotse-field>
    }
    <lotse-checkbox
      [label]="t('waitingList.offerSlot.cascade')"
      [hint]="t('waitingList.offerSlot.cascadeHint')"
      name="cascade"
      [(checked)]="cascade"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
    .hold {
      display: flex;
      gap: var(--space-2);
      align-items: baseline;
    }
    .hold lotse-icon {
      align-self: flex-start;
      margin-block-start: 4px;
      color: var(--pine);
    }
  `,
})
export class OfferTerms {
  protected readonly t = injectText();
  protected readonly time = injectSlotTime();
  private readonly language = inject(Language);

  readonly hold = input<Candidates['holds'][number]>();
  readonly modes = input.required<Candidates['modes']>();
  readonly secondDates = input.required<Candidates['secondDates']>();
  readonly mode = model.required<OfferMode | null>();
  readonly second = model('');
  readonly cascade = model(true);

  /** The practice has closed: the offer waits until somebody is there. */
  protected readonly isLater = computed(() => Date.parse(this.hold()?.goesOutAt ?? '') - Date.now() > minute);
  protected readonly choices = computed(() =>
    this.modes().map(({ mode, atMost, belowHours }) => ({
      value: mode,
      label: this.t(`waitingList.offerSlot.mode.${mode}`, { atMost }),
      hint: this.t(`waitingList.offerSlot.modeHint.${mode}`, { atMost, hours: belowHours ?? 0, until: this.untilText() }),
    })),
  );

  private untilText(): string {
    const until = this.hold()?.until;
    return until ? momentText(until, this.language.current()) : '';
  }
}
