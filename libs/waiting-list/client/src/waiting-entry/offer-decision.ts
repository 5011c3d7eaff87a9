import { Component, computed, inject, input, model } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { Chip, Dialog, injectText, Loaded, MomentTextPipe, Notice, State, Table } from '@lotse/client-kit/ui';
import { readOfferDecision, type OfferDecision as Decision } from '@lotse/waiting-list/model';
import { reasonSentence } from '../words/rank-sentence';
import { entryTexts } from './entry-texts';

/** What an offer was decided on: the rule in its version, who stood where and why, and that it comes out the same again. */
@Component({
  selector: 'lotse-offer-decision',
  imports: [Chip, Dialog, Loaded, MomentTextPipe, Notice, State, Table],
  template: `
    <lotse-dialog [(open)]="open" [heading]="t('waitingEntry.decision.heading')" width="wide">
      @if (open()) {
        <lotse-state [of]="decision" [rows]="6">
          <ng-template [lotseLoaded]="decision" let-found>
            <div class="stack">
              <p>{{ t('waitingEntry.decision.decided', { moment: (found.decidedAt | moment), rank: found.rank }) }} {{ ruleOf(found) }}</p>
              @if (found.outOfTurnReason; as reason) {
                <p>{{ t('waitingEntry.decision.outOfTurn', { reason }) }}</p>
              }
              <lotse-notice [tone]="found.comesOutTheSame ? 'done' : 'overdue'">{{
                t(found.comesOutTheSame ? 'waitingEntry.decision.same' : 'waitingEntry.decision.differs')
              }}</lotse-notice>
              <lotse-table [caption]="t('waitingEntry.decision.table')" [columns]="columns()">
                <tbody>
                  @for (place of found.places; track $index) {
                    <tr>
                      <th scope="row" class="cell-main">
                        {{ place.position ?? t('waitingEntry.decision.further') }}
                        @if (place.isChosen) {
                          <lotse-chip tone="done">{{ t('waitingEntry.decision.chosen') }}</lotse-chip>
                        }
                      </th>
                      <td [attr.data-label]="t('waitingEntry.decision.why')">{{ reasonOf(place) }}</td>
                      <td [attr.data-label]="t('waitingEntry.decision.fit')">{{ fitOf(place) }}</td>
                    </tr>
                  }
                </tbody>
              </lotse-table>
              <p class="muted small">{{ t('waitingEntry.decision.nameless') }}</p>
            </div>
          </ng-template>
        </lotse-state>
      }
      <ng-container dialogActs>
        <button type="button" class="button is-filled" (click)="open.set(false)">{{ t('waitingEntry.decision.close') }}</button>
      </ng-container>
    </lotse-dialog>
  `,
})
export class OfferDecision {
  protected readonly t = injectText('waitingEntry', entryTexts);

  readonly offerId = input.required<string>();
  readonly open = model(false);
  protected readonly decision = inject(Api).read(readOfferDecision, () => (this.open() ? { params: { id: this.offerId() } } : undefined));
  protected readonly columns = computed(() => (['rank', 'why', 'fit'] as const).map((key) => this.t(`waitingEntry.decision.${key}`)));

  protected ruleOf({ rule: { serviceId, version } }: Decision): string {
    if (version === 0) return this.t('waitingEntry.decision.usual');
    return this.t(serviceId === null ? 'waitingEntry.decision.county' : 'waitingEntry.decision.own', { number: version });
  }

  protected reasonOf({ reason }: Decision['places'][number]): string {
    return reasonSentence(this.t, reason);
  }

  protected fitOf({ why }: Decision['places'][number]): string {
    return why === null ? this.t('waitingEntry.decision.fitted') : this.t(`waitingList.offerSlot.excludedWhy.${why}`);
  }
}
