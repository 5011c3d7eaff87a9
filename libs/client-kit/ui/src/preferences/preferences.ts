import { computed, Service, signal } from '@angular/core';
import { preferencesFrom, type PreferenceValues } from './preference-values';

const remembered = 'lotse.preferences';

/** Hears what somebody changed here, to keep it elsewhere too. */
export type PreferenceListener = (values: PreferenceValues) => void;

/**
 * How somebody likes to work: kept in this browser, and drawn from the first paint on (`theme.js` reads the same entry). Whoever keeps it for
 * the person (the settings of identity) listens with `onChange` and brings what the server knows with `take`.
 */
@Service()
export class Preferences {
  private readonly chosen = signal<PreferenceValues>(stored());
  private readonly listeners = new Set<PreferenceListener>();

  readonly values = this.chosen.asReadonly();
  readonly theme = computed(() => this.chosen().theme);
  readonly language = computed(() => this.chosen().language);
  readonly density = computed(() => this.chosen().density);
  readonly singleKeys = computed(() => this.chosen().singleKeys);
  readonly keyOverrides = computed(() => this.chosen().keyOverrides);
  readonly toastSeconds = computed(() => this.chosen().toastSeconds);

  constructor() {
    draw(this.chosen());
    // What somebody chose in another tab holds here too; whoever changed it has told it already.
    addEventListener('storage', ({ key }) => {
      if (key !== remembered) return;
      this.chosen.set(stored());
      draw(this.chosen());
    });
  }

  /** Somebody chose this here. */
  change(part: Partial<PreferenceValues>): void {
    this.set({ ...this.chosen(), ...part });
    for (const listener of this.listeners) listener(this.chosen());
  }

  /** What is known elsewhere (the server) holds here from now on; nobody is told. */
  take(values: PreferenceValues): void {
    this.set(preferencesFrom(values));
  }

  /** Calls back after every `change`; answers how to stop that. */
  onChange(listener: PreferenceListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private set(values: PreferenceValues): void {
    this.chosen.set(values);
    draw(values);
    try {
      localStorage.setItem(remembered, JSON.stringify(values));
    } catch {
      // Without storage the choice holds until the page is closed.
    }
  }
}

/** The language waits for its texts (`Language`); everything else is drawn at once. */
function draw({ theme, density }: PreferenceValues): void {
  Object.assign(document.documentElement.dataset, { theme, density });
}

function stored(): PreferenceValues {
  try {
    return preferencesFrom(JSON.parse(localStorage.getItem(remembered) ?? '{}'));
  } catch {
    return preferencesFrom({});
  }
}
