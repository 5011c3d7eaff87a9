import { Component, inject, signal } from '@angular/core';
import { DemoBanner, densities, LanguageSwitch, Page, Preferences, ThemeSwitch } from '@lotse/client-kit/ui';

const widths = ['100%', '1024px', '768px', '390px', '320px'] as const;

/** The kit at a glance: every piece in every state, in the look, density, language and width one chooses. */
@Component({
  selector: 'lotse-gallery-page',
  imports: [DemoBanner, LanguageSwitch, Page, ThemeSwitch],
  template: `
    <lotse-demo-banner />
    <main class="content">
      <lotse-page title="Galerie" lead="Jedes Stück der Oberfläche in jedem Zustand." width="full">
        <div class="cluster" pageNote>
          <lotse-theme-switch />
          <div class="segments" role="group" aria-label="Dichte">
            @for (name of densities; track name) {
              <button
                type="button"
                class="segment"
                [attr.aria-pressed]="preferences.density() === name"
                (click)="preferences.change({ density: name })"
              >
                {{ name }}
              </button>
            }
          </div>
          <lotse-language-switch />
          <div class="segments" role="group" aria-label="Breite">
            @for (each of widths; track each) {
              <button type="button" class="segment" [attr.aria-pressed]="width() === each" (click)="width.set(each)">{{ each }}</button>
            }
          </div>
        </div>
        <iframe class="gallery-frame" src="/galerie/stuecke" title="Die Stücke" [style.inline-size]="width()"></iframe>
      </lotse-page>
    </main>
  `,
  styles: `
    .gallery-frame {
      display: block;
      block-size: 75dvh;
      border: 1px solid var(--outline);
      background: var(--paper);
    }
  `,
})
export class GalleryPage {
  protected readonly preferences = inject(Preferences);
  protected readonly densities = densities;
  protected readonly widths = widths;
  protected readonly width = signal<string>('100%');
}
