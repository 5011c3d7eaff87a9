import { Component, inject, input, output, signal } from '@angular/core';
import { Chip, Control, Field, Icon, injectText, Language, momentText, MomentTextPipe } from '@lotse/client-kit/ui';
import type { EmergencyCall } from '@lotse/referral/model';
import { emergencyCallsTexts } from './emergency-calls-texts';

/** The calls as they were made, oldest first. What was struck out stays readable. */
@Component({
  selector: 'lotse-call-list',
  imports: [Chip, Control, Field, Icon, MomentTextPipe],
  template: `
    <ol>
      @for (call of calls(); track call.id) {
        <li [class.is-struck]="call.struck">
          <p class="head">
            <strong>{{ call.calledAt | moment }}</strong>
            <span>{{ t('emergencyCalls.called.' + call.called) }}{{ call.calledName ? ': ' + call.calledName : '' }}</span>
            <lotse-chip [tone]="call.struck ? 'plain' : call.reached ? 'done' : 'due'">{{
              t('emergencyCalls.reached.' + (call.reached ? 'yes' : 'no'))
            }}</lotse-chip>
          </p>
          @if (call.agreed || call.nextStep) {
            <dl>
              @if (call.agreed) {
                <div>
                  <dt>{{ t('emergencyCalls.agreedShort') }}</dt>
                  <dd>{{ call.agreed }}</dd>
                </div>
              }
              @if (call.nextStep) {
                <div>
                  <dt>{{ t('emergencyCalls.nextStepShort') }}</dt>
                  <dd>{{ call.nextStep }}</dd>
                </div>
              }
            </dl>
          }
          <p class="muted small">
            @if (call.callerName === call.recordedByName) {
              {{ t('emergencyCalls.bySame', { name: call.callerName, at: momentOf(call.recordedAt) }) }}
            } @else {
              {{ t('emergencyCalls.by', { name: call.callerName }) }},
              {{ t('emergencyCalls.recorded', { name: call.recordedByName, at: momentOf(call.recordedAt) }) }}
            }
          </p>
          @if (call.struck; as struck) {
            <p class="small note">
              <lotse-icon name="ban" [size]="14" />{{
                t('emergencyCalls.struck', { name: struck.byName, at: momentOf(struck.at), reason: struck.reason })
              }}
            </p>
          } @else if (striking() === call.id) {
            <div class="form strike no-print">
              <lotse-field [label]="t('emergencyCalls.strikeReason')" name="strikeReason">
                <input lotseControl maxlength="500" autocomplete="off" [value]="reason()" (input)="reason.set($any($event.target).value)" />
              </lotse-field>
              <div class="cluster">
                <button
                  type="button"
                  class="button is-danger is-small"
                  [attr.aria-disabled]="reason().trim() === '' || null"
                  (click)="strikeNow(call)"
                >
                  {{ t('emergencyCalls.strikeNow') }}
                </button>
                <button type="button" class="button is-text is-small" (click)="striking.set(undefined)">
                  {{ t('kit.dialog.cancel') }}
                </button>
              </div>
            </div>
          } @else if (mayStrike()) {
            <button
              type="button"
              class="button is-text is-small no-print"
              [attr.aria-label]="t('emergencyCalls.strikeOf', { at: momentOf(call.calledAt) })"
              (click)="begin(call)"
            >
              {{ t('emergencyCalls.strike') }}
            </button>
          }
        </li>
      }
    </ol>
  `,
  styleUrl: './call-list.css',
})
export class CallList {
  protected readonly t = injectText('emergency-calls', emergencyCallsTexts);
  private readonly language = inject(Language);
  readonly calls = input.required<readonly EmergencyCall[]>();
  readonly mayStrike = input(false);
  readonly strike = output<{ id: string; reason: string }>();

  protected readonly striking = signal<string | undefined>(undefined);
  protected readonly reason = signal('');

  protected momentOf(at: string): string {
    return momentText(at, this.language.current());
  }

  protected begin({ id }: EmergencyCall): void {
    this.reason.set('');
    this.striking.set(id);
  }

  protected strikeNow({ id }: EmergencyCall): void {
    const reason = this.reason().trim();
    if (reason === '') return;
    this.striking.set(undefined);
    this.strike.emit({ id, reason });
  }
}
