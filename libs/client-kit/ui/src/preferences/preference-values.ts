import { languages, type LanguageCode } from '../texts/language-code';

export const themes = ['system', 'light', 'dark'] as const;
/** Light, dark, or as the device is set. */
export type ThemeName = (typeof themes)[number];

export const densities = ['auto', 'normal', 'compact', 'touch'] as const;
/** How much fits on a page; `auto` is touch on a coarse pointer, else normal. */
export type DensityName = (typeof densities)[number];

export const toastTimes = [10, 20, 0] as const;
/** How many seconds a message about something done stays; 0 is until it is closed. */
export type ToastSeconds = (typeof toastTimes)[number];

/** How somebody likes to work. Nothing here says anything about a person served. */
export interface PreferenceValues {
  readonly theme: ThemeName;
  readonly language: LanguageCode;
  readonly density: DensityName;
  /** Whether single letters act in lists. */
  readonly singleKeys: boolean;
  /** Letters that somebody changed, by act. */
  readonly keyOverrides: Readonly<Record<string, string>>;
  readonly toastSeconds: ToastSeconds;
}

export const defaultPreferences: PreferenceValues = {
  theme: 'system',
  language: 'de',
  density: 'auto',
  singleKeys: true,
  keyOverrides: {},
  toastSeconds: 10,
};

const oneOf = <Value>(choices: readonly Value[], value: unknown, otherwise: Value): Value =>
  choices.find((choice) => choice === value) ?? otherwise;

const lettersOf = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Object(value) as object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** What was stored or sent, with the default for whatever is missing or unknown here. */
export function preferencesFrom(found: unknown): PreferenceValues {
  const values = Object(found) as Partial<Record<keyof PreferenceValues, unknown>>;
  return {
    theme: oneOf(themes, values.theme, defaultPreferences.theme),
    language: oneOf(languages, values.language, defaultPreferences.language),
    density: oneOf(densities, values.density, defaultPreferences.density),
    singleKeys: values.singleKeys !== false,
    keyOverrides: lettersOf(values.keyOverrides),
    toastSeconds: oneOf(toastTimes, values.toastSeconds, defaultPreferences.toastSeconds),
  };
}
