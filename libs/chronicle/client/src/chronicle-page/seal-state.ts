import { Component, inject } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Chip, Fact, injectText, Language, Loaded, MomentTextPipe, State } from '@lotse/client-kit/ui';
import { readChronicleState } from '@lotse/chronicle/model';

/** How far the chronicle is sealed, and what its last check found. */
@Component({
  selector: 'lotse-seal-state',
  imports: [Chip, Fact, Loaded, MomentTextPipe, State],
  template: `
    <section class="panel stack" [attr.aria-label]="t('chronicle.seal.title')">
      <lotse-state [of]="state" [rows]="1">
        <ng-template [lotseLoaded]="state" let-found>
          <dl class="facts is-two">
            <div lotseFact [term]="t('chronicle.seal.until')">
              {{ found.sealedAt ? (found.sealedAt | moment) : t('chronicle.seal.notYet') }}
            </div>
            <div lotseFact [term]="t('chronicle.seal.checked')">
              <span class="cluster">
                {{ found.checkedAt ? (found.checkedAt | moment) : t('chronicle.seal.notChecked') }}
                @if (found.isIntact !== null) {
                  <lotse-chip [tone]="found.isIntact ? 'done' : 'overdue'">
                    {{ t(found.isIntact ? 'chronicle.seal.intact' : 'chronicle.seal.broken') }}
                  </lotse-chip>
                }
              </span>
            </div>
            <div lotseFact [term]="t('chronicle.seal.lines')">{{ amountOf(found.lines) }}</div>
            @if (found.hash; as hash) {
              <div lotseFact [term]="t('chronicle.seal.head')">
                <code>{{ hash }}</code>
              </div>
            }
          </dl>
        </ng-template>
      </lotse-state>
    </section>
  `,
  styles: `
    :host {
      display: block;
      margin-block-end: var(--space-4);
    }
  `,
})
export class SealState {
  protected readonly t = injectText();
  private readonly language = inject(Language);
  protected readonly state = inject(Api).read(readChronicleState, () => ({}));

  protected amountOf(lines: number): string {
    return lines.toLocaleString(this.language.current());
  }
}
