import { Component, computed, input } from '@angular/core';
import { Icon, injectText } from '@lotse/client-kit/ui';
import { NotReleased } from '@lotse/people/client';
import { spokenName } from '../words/spoken-name';

/** A number to call: one touch on a phone. */
@Component({
  selector: 'lotse-phone-link',
  imports: [Icon, NotReleased],
  template: `
    @if (number(); as number) {
      <a
        class="phone"
        [class.button]="asButton()"
        [href]="'tel:' + plain()"
        [attr.aria-label]="t('waitingList.phone.call', { name: spoken(name()), number })"
      >
        <lotse-icon name="phone" [size]="16" />{{ number }}
      </a>
    } @else if (concealed()) {
      <lotse-not-released />
    } @else {
      <span class="muted">{{ t('waitingList.phone.none') }}</span>
    }
  `,
  styles: `
    .phone {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      white-space: nowrap;
    }
    .phone:not(.button) {
      min-block-size: 24px;
    }
    @media screen and (max-width: 700px) {
      .phone.button {
        inline-size: 100%;
        min-block-size: 48px;
      }
    }
  `,
})
export class PhoneLink {
  protected readonly t = injectText();
  protected readonly spoken = spokenName;
  readonly number = input.required<string | null>();
  /** Whether there may be one that was not released to the reader. */
  readonly concealed = input(false);
  /** Whose number it is. */
  readonly name = input.required<string>();
  readonly asButton = input(false);
  protected readonly plain = computed(() => (this.number() ?? '').replace(/[^\d+]/g, ''));
}
