import { Component, computed, input } from '@angular/core';

/** A bar longer than so many times the target is cut, and says so. */
export const longestShare = 3;

/** How much of the target the whole width means: the longest bar fits, up to a limit. */
export const scaleOf = (shares: readonly number[]): number => Math.min(Math.max(1.2, ...shares), longestShare);

/** One bar: how much of the target time is used up, with the target marked. Its pattern comes with `lotse-aging-legend`. */
@Component({
  selector: 'lotse-aging-track',
  template: `
    <svg class="track" aria-hidden="true" focusable="false">
      <rect class="waited" x="0" y="3" height="12" [attr.width]="inTime()" />
      @if (share() > 1) {
        <rect class="over" y="3" height="12" [attr.x]="target()" [attr.width]="over()" />
      }
      <line class="target" y1="0" y2="18" [attr.x1]="target()" [attr.x2]="target()" />
    </svg>
  `,
  styleUrl: './aging-track.css',
})
export class AgingTrack {
  readonly share = input.required<number>();
  readonly scale = input.required<number>();
  protected readonly target = computed(() => `${100 / this.scale()}%`);
  protected readonly inTime = computed(() => `${(Math.min(this.share(), 1) / this.scale()) * 100}%`);
  protected readonly over = computed(() => `${(Math.max(0, Math.min(this.share(), this.scale()) - 1) / this.scale()) * 100}%`);
}
