import { Service, signal } from '@angular/core';

export const themes = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof themes)[number];

const remembered = 'lotse.theme';

/** Light, dark, or as the device is set. `theme.js` applies the choice before the first paint. */
@Service()
export class Theme {
  private readonly chosen = signal<ThemeName>(storedTheme());
  readonly current = this.chosen.asReadonly();

  choose(name: ThemeName): void {
    localStorage.setItem(remembered, name);
    document.documentElement.dataset['theme'] = name;
    this.chosen.set(name);
  }
}

function storedTheme(): ThemeName {
  const stored = localStorage.getItem(remembered);
  return themes.find((name) => name === stored) ?? 'system';
}
