export { offerCommands, PageCommands, type Command } from './commands/page-commands';
export type { Choice } from './fields/choice';
export { Checkbox } from './fields/checkbox';
export { Combobox } from './fields/combobox';
export { Control } from './fields/control';
export { DayField } from './fields/day-field';
export { Field } from './fields/field';
export { controlIdOf } from './fields/field-frame';
export { ProblemSummary, type FoundError } from './fields/problem-summary';
export { RadioGroup } from './fields/radio-group';
export { Cell } from './grid/cell';
export { ColumnChoice } from './grid/column-choice';
export { Grid, type RowAct } from './grid/grid';
export { GridBar } from './grid/grid-bar';
export { shownColumns, type GridColumn } from './grid/grid-column';
export { Selection } from './grid/selection';
export { Icon } from './icon/icon';
export type { IconName } from './icon/icon-name';
export { keyActs, type KeyAct, type KeyActInfo, type KeyPlace } from './keys/key-acts';
export { isTyping, Keys, type KeyBindings, type KeyHandler } from './keys/keys';
export { LoadMore } from './lists/load-more';
export { RestOfList } from './lists/rest-of-list';
export { Table, type TableColumn } from './lists/table';
export { afterTyping, TypedToFind } from './lists/typed-to-find';
export { Worklist, type RowKey } from './lists/worklist';
export { Chip, type Tone } from './marks/chip';
export { deadlineOf, type Deadline, type DeadlineDates } from './marks/deadline';
export { DeadlineRibbon } from './marks/deadline-ribbon';
export { Fact } from './marks/fact';
export { Journey, type JourneyStep } from './marks/journey';
export { Announcer } from './notices/announcer';
export { DemoBanner } from './notices/demo-banner';
export { Notice } from './notices/notice';
export { ToastRegion } from './notices/toast-region';
export { Toasts, type Toast } from './notices/toasts';
export { AboveDialogs } from './overlays/above-dialogs';
export { Dialog } from './overlays/dialog';
export { FormDialog } from './overlays/form-dialog';
export { Popup } from './overlays/popup';
export { Page } from './page/page';
export { PageArrivals } from './page/page-arrivals';
export { PrintHead } from './page/print-head';
export { Preferences, type PreferenceListener } from './preferences/preferences';
export {
  defaultPreferences,
  densities,
  preferencesFrom,
  themes,
  toastTimes,
  type DensityName,
  type PreferenceValues,
  type ThemeName,
  type ToastSeconds,
} from './preferences/preference-values';
export { START_TILES, type StartTile } from './start/start-tile';
export { Tile } from './start/tile';
export { Failure } from './state/failure';
export { Loaded } from './state/loaded';
export { State, type Emptiness } from './state/state';
export { injectText, withTexts } from './texts/inject-text';
export { kitTexts } from './texts/kit-texts';
export { Language } from './texts/language';
export { languages, type LanguageCode } from './texts/language-code';
export { LanguageSwitch } from './texts/language-switch';
export { injectFieldText, injectProblemText, ProblemTexts } from './texts/problem-texts';
export { Texts, type Text, type TextLoaders, type TextParameters } from './texts/texts';
export { ThemeSwitch } from './theme/theme-switch';
export { BornPipe, ClockPipe, DayPipe, MomentTextPipe, PlainDayPipe, RelativePipe } from './time/moment-pipes';
export { bornText, clockText, dayText, daysUntil, momentText, plainDayText, relativeText, type Moment } from './time/moments';
