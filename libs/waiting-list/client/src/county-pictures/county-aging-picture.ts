import { Component, computed, inject, input } from '@angular/core';
import { injectText, Language, Table } from '@lotse/client-kit/ui';
import type { CountyAging } from '@lotse/waiting-list/model';
import { AgingLegend } from '../pictures/aging-legend';
import { AgingTrack, longestShare, scaleOf } from '../pictures/aging-track';
import { PictureFrame } from '../pictures/picture-frame';
import { picturesTexts } from '../pictures/pictures-texts';
import { percentText } from '../pictures/words';

/** One bar a service and band: how much of the target time half of those who wait have used up. By band, the longest first. */
@Component({
  selector: 'lotse-county-aging-picture',
  imports: [AgingLegend, AgingTrack, PictureFrame, Table],
  templateUrl: './county-aging-picture.html',
  styleUrls: ['../pictures/aging-picture.css', './county-aging-picture.css'],
})
export class CountyAgingPicture {
  protected readonly t = injectText('pictures', picturesTexts);
  private readonly language = inject(Language);
  readonly of = input.required<CountyAging>();

  protected readonly scale = computed(() =>
    scaleOf(this.of().bands.flatMap(({ services }) => services.map(({ medianShare }) => medianShare))),
  );
  protected readonly isCut = (share: number): boolean => share > longestShare;
  protected percent = (share: number): string => percentText(share, this.language.current());
  protected days = (days: number): string => this.t('pictures.days', { count: Math.round(days) });

  protected readonly finding = computed(() => {
    const { waiting, overdue } = this.of();
    if (waiting === null) return this.t('pictures.county.aging.few');
    if (waiting === 0) return this.t('pictures.aging.nobody');
    const people = this.t('pictures.aging.people', { count: waiting });
    if (overdue === null) return this.t('pictures.county.aging.waiting', { people });
    return overdue === 0 ? this.t('pictures.aging.inTime', { people }) : this.t('pictures.aging.overdue', { people, count: overdue });
  });
}
