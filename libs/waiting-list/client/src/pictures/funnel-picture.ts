import { Component, computed, inject, input } from '@angular/core';
import { injectText, Language, Table } from '@lotse/client-kit/ui';
import type { CountyFunnel } from '@lotse/waiting-list/model';
import { PictureFrame } from './picture-frame';
import { picturesTexts } from './pictures-texts';
import { percentText, takenIn } from './words';

/** What became of free slots: offered, confirmed, kept, with the time that each step took. */
@Component({
  selector: 'lotse-funnel-picture',
  imports: [PictureFrame, Table],
  templateUrl: './funnel-picture.html',
  styleUrl: './funnel-picture.css',
})
export class FunnelPicture {
  protected readonly t = injectText('pictures', picturesTexts);
  private readonly language = inject(Language);
  /** Of a county small numbers are kept back. */
  readonly of = input.required<CountyFunnel>();

  protected readonly steps = computed(() => {
    const { free, offered, confirmed, attended, minutesToOffer, minutesToConfirm, daysToAppointment } = this.of();
    const took = (minutes: number | null) => {
      if (minutes === null) return undefined;
      const { unit, count } = takenIn(minutes);
      return this.t(`pictures.took.${unit}`, { count });
    };
    const all = [
      { key: 'free', count: free, took: undefined },
      { key: 'offered', count: offered, took: took(minutesToOffer) },
      { key: 'confirmed', count: confirmed, took: took(minutesToConfirm) },
      { key: 'attended', count: attended, took: took(daysToAppointment === null ? null : daysToAppointment * 1440) },
    ];
    return all.map((step) => ({
      ...step,
      name: this.t(`pictures.funnel.step.${step.key}`),
      said: step.count === null ? this.t('pictures.few') : String(step.count),
      width: `${(shareOf(step.count, free) ?? 0) * 100}%`,
      share: this.percent(shareOf(step.count, free)),
    }));
  });

  protected readonly finding = computed(() => {
    const { free, offered, confirmed } = this.of();
    if (free === null) return this.t('pictures.funnel.few');
    if (free === 0) return this.t('pictures.funnel.none');
    if (offered === 0) return this.t('pictures.funnel.noneOffered', { count: free });
    if (confirmed === null) return this.t('pictures.funnel.filledFew', { count: free });
    return this.t('pictures.funnel.filled', { count: free, confirmed, percent: this.percent(confirmed / free) });
  });

  /** What others found, so that a figure can be read. */
  protected readonly perOffer = computed(() => {
    const { offers, confirmed } = this.of();
    const share = offers === 0 ? null : shareOf(confirmed, offers);
    return share === null ? undefined : this.t('pictures.funnel.perOffer', { count: offers ?? 0, percent: this.percent(share) });
  });

  protected readonly said = computed(() =>
    this.steps()
      .map(({ name, said, share, took }) => [`${name}: ${said} (${share})`, ...(took ? [took] : [])].join(', '))
      .join('; '),
  );

  private percent(share: number | null): string {
    return share === null ? '–' : percentText(share, this.language.current());
  }
}

const shareOf = (part: number | null, whole: number | null): number | null => (part === null || !whole ? null : part / whole);
