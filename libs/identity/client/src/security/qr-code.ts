import { Component, computed, input } from '@angular/core';
import { encode } from 'uqr';

/** A QR code, drawn as one path. Always dark on light, because readers expect it so. */
@Component({
  selector: 'lotse-qr-code',
  template: `
    <svg role="img" [attr.aria-label]="label()" [attr.viewBox]="'0 0 ' + size() + ' ' + size()" shape-rendering="crispEdges">
      <rect width="100%" height="100%" fill="#ffffff" />
      <path [attr.d]="path()" fill="#000000" />
    </svg>
  `,
  styles: `
    svg {
      display: block;
      inline-size: 208px;
      max-inline-size: 100%;
      border-radius: var(--radius);
    }
  `,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
  private readonly code = computed(() => encode(this.text(), { ecc: 'M', border: 3 }));
  protected readonly size = computed(() => this.code().size);
  protected readonly path = computed(() =>
    this.code()
      .data.flatMap((row, top) => row.flatMap((isDark, left) => (isDark ? [`M${left} ${top}h1v1h-1z`] : [])))
      .join(''),
  );
}
