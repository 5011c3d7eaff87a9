import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText, Language, Table } from '@lotse/client-kit/ui';
import type { AnswerOf } from '@lotse/kernel';
import type { AgingBar, readAging } from '@lotse/waiting-list/model';
import { AgingLegend } from './aging-legend';
import { AgingTrack, longestShare, scaleOf } from './aging-track';
import { PictureFrame } from './picture-frame';
import { picturesTexts } from './pictures-texts';
import { percentText } from './words';

/** One bar a person: how much of the target time is used up. By band, the longest first; a bar leads to the place on the list. */
@Component({
  selector: 'lotse-aging-picture',
  imports: [AgingLegend, AgingTrack, PictureFrame, RouterLink, Table],
  templateUrl: './aging-picture.html',
  styleUrl: './aging-picture.css',
})
export class AgingPicture {
  protected readonly t = injectText('pictures', picturesTexts);
  private readonly language = inject(Language);
  readonly of = input.required<AnswerOf<typeof readAging>>();

  protected readonly finding = computed(() => {
    const { waiting, overdue } = this.of();
    if (waiting === 0) return this.t('pictures.aging.nobody');
    const longest = this.of()
      .bands.flatMap(({ bars }) => bars)
      .reduce<AgingBar | undefined>((far, bar) => (far && far.share >= bar.share ? far : bar), undefined);
    const people = this.t('pictures.aging.people', { count: waiting });
    const last = longest ? this.t('pictures.aging.longest', { percent: this.percent(longest.share) }) : '';
    return `${overdue === 0 ? this.t('pictures.aging.inTime', { people }) : this.t('pictures.aging.overdue', { people, count: overdue })} ${last}`;
  });

  /** By which rule the list is ordered, so that somebody can look it up. */
  protected readonly rule = computed(() => {
    const { serviceId, version } = this.of().rule;
    if (version === 0) return this.t('pictures.rule.usual');
    return this.t(serviceId === null ? 'pictures.rule.county' : 'pictures.rule.own', { number: version });
  });

  protected readonly scale = computed(() => scaleOf(this.of().bands.flatMap(({ bars }) => bars.map(({ share }) => share))));
  protected readonly isCut = (bar: AgingBar): boolean => bar.share > longestShare;
  protected percent(share: number): string {
    return percentText(share, this.language.current());
  }
  protected targetText(days: number): string {
    return days < 1
      ? this.t('pictures.hours', { count: Math.max(1, Math.round(days * 24)) })
      : this.t('pictures.days', { count: Math.round(days) });
  }
  protected stateText(state: AgingBar['state']): string {
    return state === 'waiting' ? '' : ` ${this.t(`pictures.aging.state.${state}`)}`;
  }
}
