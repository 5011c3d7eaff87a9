import { Component, computed, inject, input } from '@angular/core';
import { injectText, Language, Table } from '@lotse/client-kit/ui';
import type { Funnel } from '@lotse/waiting-list/model';
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
  readonly of = input.required<Funnel>();

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
      width: `${free === 0 ? 0 : (step.count / free) * 100}%`,
      share: free === 0 ? '–' : percentText(step.count / free, this.language.current()),
    }));
  });

  protected readonly finding = computed(() => {
    const { free, offered, confirmed } = this.of();
    if (free === 0) return this.t('pictures.funnel.none');
    const [percent, count] = [percentText(confirmed / free, this.language.current()), free];
    return offered === 0
      ? this.t('pictures.funnel.noneOffered', { count })
      : this.t('pictures.funnel.filled', { count, confirmed, percent });
  });

  /** What others found, so that a figure can be read. */
  protected readonly perOffer = computed(() => {
    const { offers, confirmed } = this.of();
    return offers === 0
      ? undefined
      : this.t('pictures.funnel.perOffer', { count: offers, percent: percentText(confirmed / offers, this.language.current()) });
  });

  protected readonly said = computed(() =>
    this.steps()
      .map(({ name, count, share, took }) => [`${name}: ${count} (${share})`, ...(took ? [took] : [])].join(', '))
      .join('; '),
  );
}
