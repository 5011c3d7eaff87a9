import { Component, computed, input } from '@angular/core';
import { injectText } from '@lotse/client-kit/ui';
import type { Other } from '@lotse/identity/client';

/** A colleague who looks at the same thing right now, or writes about it: initials and words. */
@Component({
  selector: 'lotse-here',
  template: `<span class="avatar" aria-hidden="true">{{ initials() }}</span
    ><span>{{ t('referral.here.' + other().doing, { name: other().displayName }) }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      font-size: var(--text-note);
      color: var(--info-ink);
    }
    .avatar {
      display: inline-grid;
      place-items: center;
      flex: none;
      inline-size: 22px;
      block-size: 22px;
      border-radius: 50%;
      background: var(--info-ground);
      font-size: 11px;
      font-weight: 650;
    }
  `,
})
export class Here {
  protected readonly t = injectText();
  readonly other = input.required<Other>();
  protected readonly initials = computed(() =>
    this.other()
      .displayName.split(/\s+/)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0])
      .slice(-2)
      .join(''),
  );
}
