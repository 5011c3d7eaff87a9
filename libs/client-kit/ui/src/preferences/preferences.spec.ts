import { TestBed } from '@angular/core/testing';
import { defaultPreferences, preferencesFrom } from './preference-values';
import { Preferences } from './preferences';

describe('Preferences', () => {
  const root = document.documentElement;
  const kept = () => JSON.parse(localStorage.getItem('lotse.preferences') ?? 'null') as unknown;

  beforeEach(() => localStorage.clear());

  it('begins with what everybody has', () => {
    expect(TestBed.inject(Preferences).values()).toEqual(defaultPreferences);
    expect(root.dataset['density']).toBe('auto');
  });

  it('draws, keeps and tells what somebody changes', () => {
    const preferences = TestBed.inject(Preferences);
    const heard: unknown[] = [];
    preferences.onChange((values) => heard.push(values));
    preferences.change({ density: 'compact', theme: 'dark' });

    const expected = { ...defaultPreferences, density: 'compact', theme: 'dark' };
    expect([root.dataset['density'], root.dataset['theme']]).toEqual(['compact', 'dark']);
    expect(kept()).toEqual(expected);
    expect(heard).toEqual([expected]);
  });

  it('takes what the server knows without telling it again', () => {
    const preferences = TestBed.inject(Preferences);
    const heard: unknown[] = [];
    preferences.onChange((values) => heard.push(values));
    preferences.take({ ...defaultPreferences, singleKeys: false, toastSeconds: 0 });
    expect([preferences.singleKeys(), preferences.toastSeconds(), heard]).toEqual([false, 0, []]);
  });

  it('follows what somebody chose in another tab', () => {
    const preferences = TestBed.inject(Preferences);
    localStorage.setItem('lotse.preferences', JSON.stringify({ ...defaultPreferences, density: 'touch' }));
    dispatchEvent(new StorageEvent('storage', { key: 'lotse.preferences' }));
    expect([preferences.density(), root.dataset['density']]).toEqual(['touch', 'touch']);
  });

  it('stops telling when asked to', () => {
    const preferences = TestBed.inject(Preferences);
    const heard: unknown[] = [];
    preferences.onChange((values) => heard.push(values))();
    preferences.change({ theme: 'light' });
    expect(heard).toEqual([]);
  });

  it('reads what an older or a broken page left behind', () => {
    localStorage.setItem('lotse.preferences', '{"density":"huge","keyOverrides":{"accept":"b","ask":7},"singleKeys":false');
    expect(TestBed.inject(Preferences).values()).toEqual(defaultPreferences);
    expect(preferencesFrom({ density: 'huge', keyOverrides: { accept: 'b', ask: 7 }, singleKeys: false })).toEqual({
      ...defaultPreferences,
      keyOverrides: { accept: 'b' },
      singleKeys: false,
    });
  });
});
