import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { Api, apiProblemOf, type ApiProblem } from '@lotse/client-kit/api';
import {
  Control,
  Failure,
  Field,
  Icon,
  injectText,
  Language,
  Loaded,
  Page,
  plainDayText,
  ProblemSummary,
  State,
  Table,
  Toasts,
} from '@lotse/client-kit/ui';
import {
  changeTravelTimes,
  readRegion,
  readTravelTimes,
  restoreTravelTimes,
  travelMeansSchema,
  travelTimesAsCsv,
  travelTimesFromCsv,
  type TravelMeans,
  type TravelTime,
  type WrittenWay,
} from '@lotse/region/model';

/** A way as it is typed. */
interface Draft {
  readonly fromAgs: string;
  readonly toAgs: string;
  readonly means: TravelMeans;
  readonly minutes: string;
  readonly firstArrival: string;
  readonly lastDeparture: string;
}

const empty: Draft = { fromAgs: '', toAgs: '', means: 'bus', minutes: '', firstArrival: '', lastDeparture: '' };

/** `/verwaltung/fahrzeiten`: how long ways take in the county, in versions, with a file in and out. */
@Component({
  selector: 'lotse-travel-times-page',
  imports: [Control, Failure, Field, Icon, Loaded, NgTemplateOutlet, Page, ProblemSummary, State, Table],
  templateUrl: './travel-times-page.html',
})
export class TravelTimesPage {
  protected readonly t = injectText();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);

  protected readonly times = this.api.read(readTravelTimes, () => ({}));
  private readonly region = this.api.read(readRegion, () => ({}));
  protected readonly municipalities = computed(() =>
    this.region.hasValue() ? this.region.value().municipalities.toSorted((one, other) => one.name.localeCompare(other.name)) : [],
  );
  private readonly names = computed(() => new Map(this.municipalities().map(({ ags, name }) => [ags, name])));
  protected readonly means = travelMeansSchema.options;
  protected readonly columns = computed(() => [
    ...(['from', 'to', 'means'] as const).map((key) => this.t(`travelTimes.${key}`)),
    { label: this.t('travelTimes.minutes'), isNumber: true },
    ...(['firstArrival', 'lastDeparture'] as const).map((key) => this.t(`travelTimes.${key}`)),
  ]);

  protected readonly draft = signal<Draft | undefined>(undefined);
  protected readonly file = signal<{ name: string; rows: WrittenWay[]; unreadable: number[] } | undefined>(undefined);
  protected readonly why = signal('');
  protected readonly isWhyMissing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected nameOf = (ags: string): string => this.names().get(ags) ?? ags;
  protected day = (instant: string): string => plainDayText(instant, this.language.current());

  protected add(): void {
    this.file.set(undefined);
    this.problem.set(undefined);
    this.draft.set(empty);
  }

  /** Written over an existing way: the same two places by the same means. */
  protected change({ fromAgs, toAgs, means, minutes, firstArrival, lastDeparture }: TravelTime): void {
    this.add();
    this.set({
      fromAgs,
      toAgs,
      means,
      minutes: String(minutes),
      firstArrival: firstArrival ?? '',
      lastDeparture: lastDeparture ?? '',
    });
  }

  protected set(change: Partial<Draft>): void {
    this.draft.update((draft) => draft && { ...draft, ...change });
  }

  protected leave(): void {
    this.draft.set(undefined);
    this.file.set(undefined);
    this.problem.set(undefined);
  }

  protected download(items: readonly TravelTime[]): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\uFEFF', travelTimesAsCsv(items)], { type: 'text/csv' }));
    link.download = 'fahrzeiten.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  protected async upload({ files }: HTMLInputElement): Promise<void> {
    const [file] = files ?? [];
    if (!file) return;
    this.draft.set(undefined);
    this.problem.set(undefined);
    this.file.set({ name: file.name, ...travelTimesFromCsv(await file.text()) });
  }

  protected async saveDraft(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    if (!draft) return;
    const { minutes, firstArrival, lastDeparture, ...way } = draft;
    await this.save([
      {
        ...way,
        minutes: minutes.trim() === '' ? null : Number(minutes),
        firstArrival: firstArrival || null,
        lastDeparture: lastDeparture || null,
      },
    ]);
  }

  protected async saveFile(event: Event): Promise<void> {
    event.preventDefault();
    await this.save(this.file()?.rows ?? []);
  }

  protected toFormula({ fromAgs, toAgs, means }: TravelTime): Promise<void> {
    const row = { fromAgs, toAgs, means, minutes: null, firstArrival: null, lastDeparture: null };
    return this.send((version) =>
      this.api.send(changeTravelTimes, { version, body: { rows: [row], why: this.t('travelTimes.toFormula') } }),
    );
  }

  protected restore(restores: number): Promise<void> {
    const why = this.t('travelTimes.restoreWhy', { version: restores });
    return this.send((version) => this.api.send(restoreTravelTimes, { version, body: { restores, why } }));
  }

  private async save(rows: WrittenWay[]): Promise<void> {
    const why = this.why().trim();
    this.isWhyMissing.set(why === '');
    if (why === '' || rows.length === 0) return;
    await this.send((version) => this.api.send(changeTravelTimes, { version, body: { rows, why } }));
  }

  private async send(act: (version: number) => Promise<unknown>): Promise<void> {
    if (this.busy() || !this.times.hasValue()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await act(this.times.value().version);
      this.leave();
      this.why.set('');
      this.toasts.show(this.t('travelTimes.saved'));
    } catch (thrown) {
      this.problem.set(apiProblemOf(thrown));
    } finally {
      this.busy.set(false);
      this.times.reload();
    }
  }
}
