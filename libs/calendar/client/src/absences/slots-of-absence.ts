import { Component, computed, input } from '@angular/core';
import type { SlotInAbsence } from '@lotse/calendar/model';
import { Chip, injectText, Notice, Table, type Tone } from '@lotse/client-kit/ui';
import { injectSlotTexts } from '../slot-texts';

const tones: Readonly<Record<SlotInAbsence['fate'], Tone>> = { task: 'overdue', deputy: 'info', cancelled: 'paused' };

/** What becomes of the slots of somebody who is away: what needs somebody first. */
@Component({
  selector: 'lotse-slots-of-absence',
  imports: [Chip, Notice, Table],
  template: `
    <lotse-notice [tone]="tasks() > 0 ? 'due' : 'info'" [heading]="t('calendar.absence.preview')">
      <p>{{ summary() }}</p>
    </lotse-notice>
    @if (ordered().length > 0) {
      <lotse-table
        [caption]="t('calendar.absence.preview')"
        [columns]="[t('calendar.column.when'), t('calendar.schedule'), t('calendar.column.state'), t('calendar.series.becomes')]"
      >
        <tbody>
          @for (slot of ordered(); track slot.slotId) {
            <tr>
              <th scope="row" class="cell-main">{{ texts.whole(slot) }}</th>
              <td [attr.data-label]="t('calendar.schedule')">{{ slot.scheduleName }}</td>
              <td [attr.data-label]="t('calendar.column.state')">{{ t('calendar.standing.' + slot.state) }}</td>
              <td [attr.data-label]="t('calendar.series.becomes')">
                <lotse-chip [tone]="tones[slot.fate]">{{ t('calendar.absence.fate.' + slot.fate) }}</lotse-chip>
                @if (slot.fate !== 'cancelled') {
                  <span class="cell-sub">{{ deputyName() ?? t('calendar.absence.team') }}</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </lotse-table>
    }
  `,
  styles: 'lotse-table { display: block; margin-block-start: var(--space-4); }',
})
export class SlotsOfAbsence {
  protected readonly t = injectText();
  protected readonly texts = injectSlotTexts();
  protected readonly tones = tones;
  readonly slots = input.required<readonly SlotInAbsence[]>();
  /** Who stands in. */
  readonly deputyName = input<string>();

  private readonly count = (fate: SlotInAbsence['fate']): number => this.slots().filter((slot) => slot.fate === fate).length;
  protected readonly tasks = computed(() => this.count('task'));
  protected readonly ordered = computed(() =>
    [...this.slots()].sort((one, other) => Number(other.fate === 'task') - Number(one.fate === 'task')),
  );
  protected readonly summary = computed(() => {
    if (this.slots().length === 0) return this.t('calendar.absence.noSlots');
    return [
      { text: 'calendar.absence.tasks', count: this.tasks() },
      { text: 'calendar.absence.toDeputy', count: this.count('deputy') },
      { text: 'calendar.absence.toCancel', count: this.count('cancelled') },
    ]
      .filter(({ count }) => count > 0)
      .map(({ text, count }) => this.t(text, { count, who: this.deputyName() ?? this.t('calendar.absence.team') }))
      .join(' ');
  });
}
