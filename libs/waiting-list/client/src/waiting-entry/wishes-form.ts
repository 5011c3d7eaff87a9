import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import { Checkbox, Control, DayField, Failure, Field, Icon, injectText, Language, ProblemSummary } from '@lotse/client-kit/ui';
import { slotModeSchema } from '@lotse/calendar/model';
import { travelMeansSchema } from '@lotse/region/model';
import {
  changeWishes,
  type AvailabilityWindow,
  type SaidWishes,
  type WaitingListEntryDetail,
  type Wishes,
} from '@lotse/waiting-list/model';
import { entryTexts } from './entry-texts';
import { languageName, weekdayName, windowsText } from './wishes-words';
import { withShortNotice } from './with-short-notice';

const spoken = ['en', 'tr', 'ar', 'ru', 'uk', 'fa', 'ku', 'sq', 'hr', 'pl', 'ro', 'it', 'fr', 'es'];

/** A number in a field, or nothing. */
const numberOf = (text: string): number | null => (text.trim() === '' ? null : Math.round(Number(text)));

/** What somebody can come to, as it is written. */
@Component({
  selector: 'lotse-wishes-form',
  imports: [Checkbox, Control, DayField, Failure, Field, Icon, ProblemSummary],
  templateUrl: './wishes-form.html',
  styleUrl: './wishes-form.css',
})
export class WishesForm {
  protected readonly t = injectText('waitingEntry', entryTexts);
  private readonly api = inject(Api);
  private readonly language = inject(Language);

  readonly entry = input.required<WaitingListEntryDetail>();
  readonly saved = output();
  readonly leave = output();

  protected readonly said = linkedSignal<WaitingListEntryDetail, SaidWishes>({
    source: this.entry,
    // What was typed stays when the place is read anew.
    computation: ({ wishes, shortNotice, minimumNoticeHours, furtherServiceIds }, before) =>
      before?.value ?? { wishes, shortNotice, minimumNoticeHours, furtherServiceIds },
  });
  protected readonly wishes = computed(() => this.said().wishes);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly modes = slotModeSchema.options;
  protected readonly means = travelMeansSchema.options;
  protected readonly sexes = ['female', 'male', 'diverse'] as const;
  protected readonly weekdays = computed(() =>
    [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, name: weekdayName(day, this.language.current(), 'long') })),
  );
  protected readonly languages = computed(() =>
    [...new Set([...spoken, ...(this.wishes().language ? [this.wishes().language!.code] : [])])]
      .map((code) => ({ code, name: languageName(code, this.language.current()) }))
      .sort((one, other) => one.name.localeCompare(other.name)),
  );

  protected set(change: Partial<SaidWishes>): void {
    this.said.update((said) => ({ ...said, ...change }));
  }

  protected wish(change: Partial<Wishes>): void {
    this.set({ wishes: { ...this.wishes(), ...change } });
  }

  protected windowAt(at: number, change: Partial<AvailabilityWindow>): void {
    this.wish({ windows: this.wishes().windows.map((window, index) => (index === at ? { ...window, ...change } : window)) });
  }

  /** `8`, `8:30` and `0830` are times as well. */
  protected clock(typed: string): string {
    const [, hours, minutes] = /^(\d{1,2}?)[:.]?(\d{2})?$/.exec(typed.trim()) ?? [];
    return hours === undefined ? typed : `${hours.padStart(2, '0')}:${minutes ?? '00'}`;
  }

  protected addWindow(): void {
    const last = this.wishes().windows.at(-1);
    const weekday = last ? Math.min(last.weekday + 1, 7) : 1;
    this.wish({ windows: [...this.wishes().windows, { weekday, from: last?.from ?? '08:00', to: last?.to ?? '12:00' }] });
  }

  protected removeWindow(at: number): void {
    this.wish({ windows: this.wishes().windows.filter((_, index) => index !== at) });
  }

  protected windowName = (window: AvailabilityWindow): string =>
    windowsText({ t: this.t, language: this.language.current() }, { windows: [window] });

  protected toggled<Value>(list: readonly Value[], value: Value, isIn: boolean): Value[] {
    return isIn ? [...list.filter((one) => one !== value), value] : list.filter((one) => one !== value);
  }

  protected speak(code: string): void {
    this.wish({ language: code === '' ? null : { code, orInterpreter: this.wishes().language?.orInterpreter ?? true } });
  }

  protected travel(change: { means?: string; maxMinutes?: string; maxKm?: string }): void {
    const before = this.wishes().travel ?? { means: null, maxMinutes: null, maxKm: null };
    const travel = {
      means: change.means === undefined ? before.means : ((change.means || null) as typeof before.means),
      maxMinutes: change.maxMinutes === undefined ? before.maxMinutes : numberOf(change.maxMinutes),
      maxKm: change.maxKm === undefined ? before.maxKm : numberOf(change.maxKm),
    };
    this.wish({ travel: Object.values(travel).some((value) => value !== null) ? travel : null });
  }

  /** Whoever can come at short notice needs less of it than everybody has anyway. */
  protected comesSoon(shortNotice: boolean): void {
    this.set(withShortNotice(shortNotice, this.said().minimumNoticeHours));
  }

  protected notice(text: string): void {
    this.set({ minimumNoticeHours: numberOf(text) ?? 1 });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const { id, version } = this.entry();
      await this.api.send(changeWishes, { params: { id }, version, body: this.said() });
      this.saved.emit();
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
