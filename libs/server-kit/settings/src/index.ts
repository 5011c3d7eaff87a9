export { withFiles } from './from-files';
export { everybodyNeedsSecondFactor, readSettings, SETTINGS, settingsSchema, type Settings } from './settings';
export { SettingsModule } from './settings.module';
