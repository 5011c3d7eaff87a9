import { Component, computed, inject, input } from '@angular/core';
import { controlIdOf, Icon, injectText } from '@lotse/client-kit/ui';
import type { Service } from '@lotse/directory/model';
import { County } from '../words/county';
import type { Finding } from './missing';
import type { ReferralDraft } from './referral-draft';

/** What goes where, and what is still missing; follows every key. */
@Component({
  selector: 'lotse-referral-summary',
  imports: [Icon],
  template: `
    <section class="panel summary-panel" [attr.aria-label]="t('referral.new.summary.label')">
      <h2 class="section-title">{{ t('referral.new.summary.to') }}</h2>
      @if (recipient(); as recipient) {
        <p class="to">{{ recipient.organisationName }}</p>
        <p class="muted">{{ recipient.name }}</p>
      } @else {
        <p class="muted">{{ t('referral.new.summary.nobody') }}</p>
      }
      <dl>
        @for (line of lines(); track line.term) {
          <div>
            <dt>{{ line.term }}</dt>
            <dd [class.muted]="!line.text">{{ line.text || '–' }}</dd>
          </div>
        }
      </dl>
      @if (findings().length > 0) {
        <div>
          <p class="missing-title">
            <lotse-icon name="circle-dashed" [size]="16" />{{ t('referral.new.summary.missing', { count: names().length }) }}
          </p>
          <ul class="missing">
            @for (name of names(); track name) {
              <li>
                <a [href]="'#' + idOf(name)" (click)="lead($event, name)">{{ nameOf()(name) }}</a>
              </li>
            }
          </ul>
        </div>
      } @else {
        <p class="complete"><lotse-icon name="circle-check" [size]="18" />{{ t('referral.new.summary.complete') }}</p>
      }
    </section>
  `,
  styles: `
    .summary-panel {
      display: grid;
      gap: var(--space-4);
    }
    p,
    dl,
    dd,
    .section-title {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .to {
      font-size: var(--text-large);
      font-weight: 650;
      line-height: 1.3;
    }
    .to + .muted,
    .section-title + p {
      margin-block-start: calc(-1 * var(--space-3));
    }
    dl {
      display: grid;
      gap: var(--space-2);
      padding-block: var(--space-3);
      border-block: 1px solid var(--hairline);
    }
    dt {
      color: var(--muted);
      font-size: var(--text-small);
    }
    .missing-title,
    .complete {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      font-weight: 600;
    }
    .complete {
      color: var(--done-ink);
    }
    .missing {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-3);
      margin: var(--space-2) 0 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class ReferralSummary {
  protected readonly t = injectText();
  protected readonly idOf = controlIdOf;
  private readonly county = inject(County);

  readonly draft = input.required<ReferralDraft>();
  readonly recipient = input<Service | undefined>();
  readonly nameOf = input.required<(name: string) => string>();
  readonly findings = input.required<readonly Finding[]>();

  protected readonly names = computed(() => [...new Set(this.findings().map(({ name }) => name))]);
  protected readonly lines = computed(() => {
    const { person, reason, urgency } = this.draft();
    const { familyName, givenName } = person.known ?? person;
    return [
      {
        term: this.t('referral.new.block.person'),
        text: [familyName, givenName].filter(Boolean).join(', ') || (person.isUnnamed ? this.t('referral.new.unnamed.switch') : ''),
      },
      { term: this.t('referral.new.field.reason'), text: reason.reason ? this.county.reasonText(reason.reason) : '' },
      {
        term: this.t('referral.new.field.urgency'),
        text: urgency ? `${this.t('referral.urgency.' + urgency)}. ${this.county.targetText(urgency)}` : '',
      },
    ];
  });

  protected lead(event: Event, name: string): void {
    event.preventDefault();
    const control = document.getElementById(controlIdOf(name)) ?? document.getElementById('field-release');
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }
}
