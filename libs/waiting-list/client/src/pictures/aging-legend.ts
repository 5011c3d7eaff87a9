import { Component } from '@angular/core';
import { injectText } from '@lotse/client-kit/ui';
import { picturesTexts } from './pictures-texts';

/** What the parts of the bars mean, and the pattern that they are drawn with. */
@Component({
  selector: 'lotse-aging-legend',
  template: `
    <svg class="patterns" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="aging-over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="6" height="6" />
          <rect class="stripe" width="3" height="6" />
        </pattern>
      </defs>
    </svg>
    <p class="legend">
      <span class="key"
        ><svg class="swatch" aria-hidden="true"><rect class="waited" width="100%" height="100%" /></svg
        >{{ t('pictures.aging.keyInTime') }}</span
      >
      <span class="key"
        ><svg class="swatch" aria-hidden="true"><rect class="over" width="100%" height="100%" /></svg
        >{{ t('pictures.aging.keyOver') }}</span
      >
      <span class="key"
        ><svg class="swatch is-line" aria-hidden="true"><line class="target" x1="50%" x2="50%" y1="0" y2="100%" /></svg
        >{{ t('pictures.aging.keyTarget') }}</span
      >
    </p>
  `,
  styleUrls: ['./aging-track.css', './picture-legend.css', './aging-legend.css'],
})
export class AgingLegend {
  protected readonly t = injectText('pictures', picturesTexts);
}
