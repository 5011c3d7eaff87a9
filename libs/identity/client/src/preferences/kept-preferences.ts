import { effect, inject, Service, signal, untracked } from '@angular/core';
import { Api } from '@lotse/client-kit/api';
import { defaultPreferences, Preferences, preferencesFrom, type PreferenceValues } from '@lotse/client-kit/ui';
import type { PreferenceValues as Kept } from '@lotse/identity/model';
import { CurrentSession } from '../current-session';
import { IdentityModel } from '../identity-model';

/** `saved` while the server knows what holds here; `failed` until it could be told. */
export type KeepingState = 'saved' | 'saving' | 'failed';

const address = '/api/preferences';
const pause = 500;
/** Whose latest choice the server may not know yet. It outlives the page: whoever reloads in the same moment finds what they chose. */
const untold = 'lotse.preferences.untold';

/**
 * Brings somebody's preferences into every browser they sign in with: reads them after signing in, and keeps every change on the server a
 * moment later. Failing is quiet here; the settings page says so.
 */
@Service()
export class KeptPreferences {
  private readonly api = inject(Api);
  private readonly model = inject(IdentityModel);
  private readonly preferences = inject(Preferences);
  private readonly session = inject(CurrentSession);
  private readonly keeping = signal<KeepingState>('saved');
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What was chosen before anybody was known here, such as the language on the sign-in page: newer than what the server keeps. */
  private early: Partial<PreferenceValues> = {};
  private before = this.preferences.values();

  readonly state = this.keeping.asReadonly();

  constructor() {
    this.preferences.onChange((values) => this.changed(values));
    addEventListener('online', () => this.keeping() === 'failed' && this.save());
    addEventListener('pagehide', () => this.keeping() === 'saving' && this.saveOnLeaving());
    let last: string | undefined;
    effect(() => {
      const staffId = this.session.session()?.staff.id;
      const known = last;
      last = staffId;
      untracked(() => {
        if (staffId && staffId !== known) void this.load(staffId);
        else if (known && !staffId) this.forget();
      });
    });
  }

  /** Tells the server again, after it could not be told. */
  save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    void this.send();
  }

  private changed(values: PreferenceValues): void {
    const { before } = this;
    this.before = values;
    const staffId = this.session.session()?.staff.id;
    if (!staffId) {
      this.early = { ...this.early, ...differences(before, values) };
      return;
    }
    sessionStorage.setItem(untold, staffId);
    this.keeping.set('saving');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  private async load(staffId: string): Promise<void> {
    if (sessionStorage.getItem(untold) === staffId) return this.save();
    try {
      const answer = await fetch(address, { headers: { accept: 'application/json' } });
      if (!answer.ok || this.timer) return;
      const { preferences } = (await answer.json()) as { preferences: Kept | null };
      if (preferences) this.take(preferencesFrom({ ...preferences, ...this.early }));
      if (Object.keys(this.early).length > 0) this.save();
      this.early = {};
    } catch {
      // Not reachable: what this browser remembers holds.
    }
  }

  private async send(): Promise<void> {
    this.keeping.set('saving');
    try {
      const { changePreferences } = await this.model.fetch();
      await this.api.send(changePreferences, { body: this.body() });
      if (this.timer) return;
      this.keeping.set('saved');
      sessionStorage.removeItem(untold);
    } catch {
      this.keeping.set('failed');
    }
  }

  /** The page goes away: the browser finishes the call without it. */
  private saveOnLeaving(): void {
    const headers = { 'content-type': 'application/json' };
    fetch(address, { method: 'PUT', keepalive: true, headers, body: JSON.stringify(this.body()) }).catch(() => undefined);
  }

  /** The next one at this browser begins anew; language and theme are the browser's as much as the person's. */
  private forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.keeping.set('saved');
    sessionStorage.removeItem(untold);
    const { language, theme } = this.preferences.values();
    this.take({ ...defaultPreferences, language, theme });
  }

  private take(values: PreferenceValues): void {
    this.preferences.take(values);
    this.before = this.preferences.values();
  }

  private body(): Kept {
    return { ...this.preferences.values(), keyOverrides: { ...this.preferences.keyOverrides() } };
  }
}

function differences(before: PreferenceValues, after: PreferenceValues): Partial<PreferenceValues> {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name as keyof PreferenceValues] !== value));
}
