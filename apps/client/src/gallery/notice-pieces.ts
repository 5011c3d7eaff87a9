import { Component } from '@angular/core';
import { ApiProblem } from '@lotse/client-kit/api';
import { DemoBanner, Failure, Notice, type Tone } from '@lotse/client-kit/ui';

/** What has to be known before going on. */
@Component({
  selector: 'lotse-notice-pieces',
  imports: [DemoBanner, Failure, Notice],
  template: `
    <h2>Hinweise</h2>
    @for (tone of tones; track tone) {
      <lotse-notice [tone]="tone" heading="Was man wissen muss">
        <p>Frau Keller hat diesen Fall um 10:42 zurückgestellt. <a href="/galerie">Ansehen</a></p>
      </lotse-notice>
    }
    <lotse-demo-banner />
    <h2>Fehlschläge</h2>
    <lotse-failure [problem]="offline" />
    <lotse-failure [problem]="forbidden" />
  `,
})
export class NoticePieces {
  protected readonly tones: readonly Tone[] = ['done', 'due', 'overdue', 'paused', 'info', 'emergency', 'plain'];
  protected readonly offline = new ApiProblem('offline', 0, 'No connection.');
  protected readonly forbidden = new ApiProblem('not-permitted', 403, 'Not permitted.');
}
