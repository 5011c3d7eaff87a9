import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, linkedSignal, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Control, Field, Icon, injectText } from '@lotse/client-kit/ui';
import type { WaitingListEntry } from '@lotse/waiting-list/model';
import { PhoneLink } from '../marks/phone-link';
import { rankSentence } from '../words/rank-sentence';
import { spokenName } from '../words/spoken-name';

const shortest = 5;

/** Somebody who fits as well but comes later, or who does not fit. Going out of turn takes a reason, which is asked for in the same place. */
@Component({
  selector: 'lotse-further-person',
  imports: [Control, Field, Icon, PhoneLink, RouterLink],
  template: `
    <div class="person">
      <p class="person-name">
        <a [routerLink]="['/zuweisungen', entry().referralId]">{{ entry().personName }}</a>
      </p>
      @if (whyNot(); as why) {
        <p>{{ why }}</p>
      }
      <p class="person-reason" [class.muted]="whyNot()">{{ sentence() }}</p>
      @if (sameTrip(); as trip) {
        <p class="person-trip"><lotse-icon name="route" [size]="16" />{{ trip }}</p>
      }
      <p class="person-contact">
        <lotse-phone-link [number]="entry().phone" [concealed]="entry().hidden.includes('contact')" [name]="entry().personName" /><span
          class="muted"
          >{{ t('waitingList.from', { name: entry().referrerName }) }}</span
        >
      </p>
    </div>
    @if (!asking()) {
      <button
        type="button"
        class="button is-small"
        aria-expanded="false"
        [attr.aria-label]="t('waitingList.offerSlot.outOfTurnTo', { name: spoken(entry().personName) })"
        (click)="ask()"
      >
        {{ t('waitingList.offerSlot.outOfTurn') }}
      </button>
    } @else {
      <form class="form person-form" novalidate (submit)="send($event)">
        <lotse-field
          [label]="t('waitingList.offerSlot.reason')"
          [hint]="t('waitingList.offerSlot.reasonHint')"
          [name]="'outOfTurnReason-' + entry().id"
          [error]="tooShort() ? t('waitingList.offerSlot.reasonMissing') : null"
        >
          <textarea lotseControl rows="2" maxlength="300" [value]="reason()" (input)="typed($any($event.target).value)"></textarea>
        </lotse-field>
        <div class="form-acts">
          <button type="submit" class="button" [attr.aria-disabled]="busy() || null">{{ t('waitingList.offerSlot.offer') }}</button>
          <button type="button" class="button is-text" (click)="asking.set(false)">{{ t('waitingList.offerSlot.cancel') }}</button>
        </div>
      </form>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
      gap: var(--space-3) var(--space-4);
      padding: var(--space-3) 0;
    }
    .person-name {
      font-weight: 620;
    }
    .person-name a {
      color: inherit;
    }
    .person-reason {
      line-height: 1.35;
    }
    .person-trip {
      display: flex;
      gap: var(--space-2);
      align-items: center;
    }
    .person-contact {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-4);
      font-size: 14px;
    }
    .person-form {
      grid-column: 1 / -1;
      gap: var(--space-3);
      padding: var(--space-4);
      border-radius: var(--radius);
      background: var(--hover);
    }
    textarea {
      min-block-size: 64px;
    }
    @media screen and (max-width: 700px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      .button {
        inline-size: 100%;
      }
    }
  `,
})
export class FurtherPerson {
  protected readonly t = injectText();
  protected readonly spoken = spokenName;
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly entry = input.required<WaitingListEntry>();
  /** Whether somebody came here to offer the slot to this person. */
  readonly wanted = input(false);
  readonly busy = input(false);
  /** That they are near on the same day anyway: a reason that can be justified. */
  readonly sameTrip = input<string>();
  /** Why the slot does not fit them; they are asked all the same when somebody knows better. */
  readonly whyNot = input<string>();
  /** The reason why this person's turn is now. */
  readonly offer = output<string>();

  protected readonly asking = linkedSignal(() => this.wanted());
  protected readonly reason = linkedSignal(() => this.sameTrip() ?? '');
  protected readonly tooShort = signal(false);
  protected readonly sentence = computed(() => rankSentence(this.t, this.entry()));

  protected ask(): void {
    this.asking.set(true);
    afterNextRender({ write: () => this.element.querySelector('textarea')?.focus() }, { injector: this.injector });
  }

  protected typed(text: string): void {
    this.reason.set(text);
    if (text.trim().length >= shortest) this.tooShort.set(false);
  }

  protected send(event: Event): void {
    event.preventDefault();
    const reason = this.reason().trim();
    this.tooShort.set(reason.length < shortest);
    if (reason.length >= shortest && !this.busy()) this.offer.emit(reason);
  }
}
