import { Component, computed, inject } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { injectText, Language, Page, plainDayText } from '@lotse/client-kit/ui';
import { CurrentSession } from '@lotse/identity/client';
import { readRegion } from '@lotse/region/model';

const examinedOn = '2026-11-22';

/** `/barrierefreiheit`: what Lotse promises, how that is tested, what is missing, and whom to tell. */
@Component({
  selector: 'lotse-accessibility-page',
  imports: [Page],
  template: `
    <lotse-page [title]="t('about.accessibility.title')" [lead]="t('about.accessibility.lead')" width="narrow">
      <div class="prose">
        <h2>{{ t('about.accessibility.standard') }}</h2>
        <p>{{ t('about.accessibility.standardText') }}</p>
        <h2>{{ t('about.accessibility.tested') }}</h2>
        <ul>
          @for (test of tests; track test) {
            <li>{{ t('about.accessibility.tests.' + test) }}</li>
          }
        </ul>
        <h2>{{ t('about.accessibility.gaps') }}</h2>
        <ul>
          @for (gap of gaps; track gap) {
            <li>{{ t('about.accessibility.gapList.' + gap) }}</li>
          }
        </ul>
        <p class="muted">{{ t('about.accessibility.stand', { day: day() }) }}</p>
        <h2>{{ t('about.accessibility.feedback') }}</h2>
        @if (contact(); as found) {
          <p>{{ t('about.accessibility.feedbackText') }}</p>
          <address>
            {{ found.feedback.name }}<br />
            <a [href]="'mailto:' + found.feedback.email">{{ found.feedback.email }}</a>
            @if (found.feedback.phone) {
              <br /><a [href]="'tel:' + found.feedback.phone">{{ found.feedback.phone }}</a>
            }
          </address>
        } @else {
          <p>{{ t('about.accessibility.feedbackNobody') }}</p>
        }
        <h2>{{ t('about.accessibility.enforcement') }}</h2>
        <p>{{ contact()?.enforcement?.[language.current()] ?? t('about.accessibility.enforcementNobody') }}</p>
      </div>
    </lotse-page>
  `,
})
export class AccessibilityPage {
  protected readonly t = injectText();
  protected readonly language = inject(Language);
  private readonly session = inject(CurrentSession);
  private readonly region = inject(Api).read(readRegion, () => (this.session.may('region.read') ? {} : undefined));

  protected readonly tests = ['axe', 'keyboard', 'contrast', 'zoom'];
  protected readonly gaps = ['screenReaders', 'magnification', 'easy', 'audit'];
  protected readonly contact = computed(() => (this.region.hasValue() ? this.region.value().settings.accessibility : undefined));
  protected readonly day = computed(() => plainDayText(examinedOn, this.language.current()));
}
