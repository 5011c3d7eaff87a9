import { Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import { Icon, injectText, Notice } from '@lotse/client-kit/ui';
import type { SentLink } from '@lotse/identity/model';

/** How a link got on its way, and to whom. */
export type LinkOnItsWay = SentLink & { email: string };

/** Says that a mail went out; or shows the link, once, when it has to be handed over in another way. */
@Component({
  selector: 'lotse-link-note',
  imports: [Icon, Notice],
  template: `
    @if (way(); as way) {
      <lotse-notice [tone]="way.link ? 'due' : 'done'" [heading]="t('staff.link.' + way.sent, { email: way.email })">
        @if (way.link) {
          <p>{{ t('staff.link.handOver') }}</p>
          <p class="link-line">
            <input #field class="control" readonly [value]="way.link" [attr.aria-label]="t('staff.link.label')" (focus)="field.select()" />
            <button type="button" class="button" (click)="copy(way.link)">
              <lotse-icon [name]="copied() ? 'check' : 'copy'" [size]="16" />{{ t(copied() ? 'staff.link.copied' : 'staff.link.copy') }}
            </button>
          </p>
        }
        <p>
          <button type="button" class="button is-text is-small" (click)="dismiss.emit()">{{ t('staff.link.dismiss') }}</button>
        </p>
      </lotse-notice>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: var(--space-4);
    }
    .link-line {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    .link-line .control {
      flex: 1 1 240px;
      min-inline-size: 0;
    }
  `,
})
export class LinkNote {
  protected readonly t = injectText();
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  readonly way = input<LinkOnItsWay>();
  readonly dismiss = output();
  protected readonly copied = signal(false);

  protected async copy(link: string): Promise<void> {
    this.field()?.nativeElement.select();
    try {
      await navigator.clipboard.writeText(link);
      this.copied.set(true);
    } catch {
      // What is selected can still be copied by hand.
      this.copied.set(false);
    }
  }
}
