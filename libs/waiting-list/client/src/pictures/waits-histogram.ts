import { Component, computed, input } from '@angular/core';
import { injectText } from '@lotse/client-kit/ui';
import type { CountyWaitsSide, Waits } from '@lotse/waiting-list/model';
import { picturesTexts } from './pictures-texts';

const height = 104;
/** Room above the bars for the marks of median and p95. */
const above = 44;
/** Stands where a number is kept back. */
const keptBack = '…';
let count = 0;

/** Bars by weeks waited, with median and p95 marked and named. */
@Component({
  selector: 'lotse-waits-histogram',
  template: `
    <h3 class="head">{{ label() }}</h3>
    <svg class="plot" role="img" [attr.aria-label]="said()" [class.is-hatched]="isHatched()" [class.is-dense]="bars().length > 14">
      <defs>
        <pattern [attr.id]="pattern" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="6" height="6" />
          <rect class="stripe" width="2.5" height="6" />
        </pattern>
      </defs>
      @for (bar of bars(); track $index) {
        @if (bar.isDrawn) {
          <rect class="bar" [attr.fill]="fill()" [attr.x]="bar.x" [attr.y]="bar.y" [attr.width]="bar.width" [attr.height]="bar.height" />
        }
      }
      <line class="base" x1="0" x2="100%" [attr.y1]="base" [attr.y2]="base" />
      @for (mark of marks(); track mark.text) {
        <line class="mark" [attr.x1]="mark.x" [attr.x2]="mark.x" [attr.y1]="mark.top" [attr.y2]="base" />
        <text
          class="mark-text"
          [attr.x]="mark.x"
          [attr.dx]="mark.isRight ? -6 : 6"
          [attr.y]="mark.top + 10"
          [attr.text-anchor]="mark.isRight ? 'end' : 'start'"
        >
          {{ mark.text }}
        </text>
      }
      @for (bar of bars(); track $index) {
        @if (bar.isSaid) {
          <text class="count" text-anchor="middle" [attr.x]="bar.middle" [attr.y]="bar.y - 4">{{ bar.count }}</text>
        }
      }
      @for (tick of ticks(); track tick.text) {
        <text class="tick" [attr.x]="tick.x" [attr.y]="base + 16" [attr.text-anchor]="tick.anchor">{{ tick.text }}</text>
      }
    </svg>
  `,
  styles: `
    .head {
      margin: 0;
      font-size: var(--text-base);
    }
    .plot {
      display: block;
      inline-size: 100%;
      block-size: 172px;
      overflow: visible;
    }
    .bar {
      fill: var(--pine);
    }
    .is-hatched .bar {
      fill: revert-layer;
      stroke: var(--info-ink);
    }
    .ground {
      fill: var(--info-ground);
    }
    .stripe {
      fill: var(--info-ink);
    }
    .base {
      stroke: var(--outline);
    }
    .mark {
      stroke: var(--ink);
      stroke-width: 2;
      stroke-dasharray: 4 3;
    }
    text {
      fill: var(--ink);
      font-size: var(--text-small);
      font-variant-numeric: tabular-nums;
    }
    .tick,
    .count {
      fill: var(--muted);
    }
    .mark-text {
      font-weight: 600;
    }
    .mark-text,
    .count {
      paint-order: stroke;
      stroke: var(--surface);
      stroke-width: 4px;
      stroke-linejoin: round;
    }
    @media (width <= 700px) {
      .is-dense .count {
        display: none;
      }
    }
  `,
})
export class WaitsHistogram {
  protected readonly t = injectText('pictures', picturesTexts);
  /** Of a county some numbers are kept back: there is no bar, and a mark says so. */
  readonly of = input.required<Pick<Waits | CountyWaitsSide, 'people' | 'median' | 'p95' | 'counts'>>();
  readonly widthDays = input.required<number>();
  /** The highest bar of both pictures. */
  readonly most = input.required<number>();
  readonly label = input.required<string>();
  readonly isHatched = input(false);

  protected readonly base = above + height;
  protected readonly pattern = `waits-hatch-${++count}`;
  protected readonly fill = computed(() => (this.isHatched() ? `url(#${this.pattern})` : null));

  protected readonly bars = computed(() => {
    const { counts } = this.of();
    const width = 100 / counts.length;
    return counts.map((people, index) => {
      const tall = ((people ?? 0) / this.most()) * (height - 16);
      return {
        count: people ?? keptBack,
        isDrawn: people !== null && people > 0,
        isSaid: people !== 0,
        x: `${index * width + width * 0.1}%`,
        middle: `${(index + 0.5) * width}%`,
        width: `${width * 0.8}%`,
        y: this.base - tall,
        height: tall,
      };
    });
  });

  protected readonly marks = computed(() => {
    const { median, p95 } = this.of();
    const mark = (name: 'median' | 'p95', days: number, top: number) => {
      const place = this.placeOf(days);
      return {
        x: `${place}%`,
        isRight: place > 55,
        top,
        text: this.t(`pictures.waits.mark.${name}`, { days: this.t('pictures.days', { count: Math.round(days) }) }),
      };
    };
    return [...(median === null ? [] : [mark('median', median, 18)]), ...(p95 === null ? [] : [mark('p95', p95, 0)])];
  });

  protected readonly ticks = computed(() => {
    const bars = this.of().counts.length;
    const weeks = this.widthDays() / 7;
    const step = Math.max(1, Math.ceil(bars / 6));
    const places = Array.from({ length: Math.floor(bars / step) + 1 }, (_, index) => index * step);
    return places.map((bar, index) => ({
      x: `${(bar / bars) * 100}%`,
      anchor: index === 0 ? 'start' : bar === bars ? 'end' : 'middle',
      text: index === places.length - 1 ? this.t('pictures.waits.tick', { count: bar * weeks }) : String(bar * weeks),
    }));
  });

  protected readonly said = computed(() => [this.label(), ...this.marks().map(({ text }) => text)].join(', '));

  private placeOf(days: number): number {
    return (days / (this.of().counts.length * this.widthDays())) * 100;
  }
}
