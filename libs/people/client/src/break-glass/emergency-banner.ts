import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { apiProblemOf } from '@lotse/client-kit/api';
import { clockText, Icon, injectText, Language, Toasts } from '@lotse/client-kit/ui';
import { breakGlassTexts } from './break-glass-texts';
import { Running } from './running';

/** Says on every page that something is open in an emergency, until when, and closes it. */
@Component({
  selector: 'lotse-emergency-banner',
  imports: [Icon, RouterLink],
  template: `
    @if (running.items().length > 0) {
      <aside class="emergency" [attr.aria-label]="t('breakGlass.bannerLabel')">
        @for (item of running.items(); track item.id) {
          <p>
            <lotse-icon name="siren" [size]="18" />
            <span>{{ t('breakGlass.banner', { reference: item.reference, time: until(item.validUntil) }) }}</span>
            <a class="button is-small" [routerLink]="['/notfall', item.id]">{{ t('breakGlass.look') }}</a>
            <button type="button" class="button is-small" (click)="end(item.id)">{{ t('breakGlass.end') }}</button>
          </p>
        }
      </aside>
    }
  `,
  styles: `
    .emergency {
      display: grid;
      gap: var(--space-2);
      margin-block-end: var(--space-4);
      padding: var(--space-2) var(--space-4);
      border-radius: var(--radius);
      background: var(--emergency-ground);
      color: var(--emergency-ink);
    }
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
      margin: 0;
      font-weight: 600;
    }
    span {
      max-inline-size: calc(100% - 18px - var(--space-3));
    }
  `,
})
export class EmergencyBanner {
  protected readonly t = injectText('breakGlass', breakGlassTexts);
  protected readonly running = inject(Running);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  protected until(moment: string): string {
    return clockText(moment, this.language.current());
  }

  protected async end(id: string): Promise<void> {
    try {
      await this.running.end(id);
      this.toasts.show(this.t('breakGlass.ended'));
      if (this.router.url.startsWith('/notfall/')) void this.router.navigateByUrl('/notfall');
    } catch (thrown) {
      // Over meanwhile: then it is what was wanted.
      if (apiProblemOf(thrown).code !== 'break-glass-over') throw thrown;
      this.running.reload();
    }
  }
}
