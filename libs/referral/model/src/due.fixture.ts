import type { RegionSettings } from '@lotse/region/model';

/** The bands of the demo counties, for specs. */
export const testRegion: RegionSettings = {
  land: 'DE-BW',
  saturdayCounts: true,
  urgencyBands: [
    { urgency: 'emergency', band: 0, target: 0, unit: 'hours', basis: '' },
    { urgency: 'very_urgent', band: 1, target: 48, unit: 'hours', basis: '' },
    { urgency: 'urgent', band: 2, target: 7, unit: 'working_days', basis: '' },
    { urgency: 'acute_treatment', band: 3, target: 14, unit: 'days', basis: '' },
    { urgency: 'soon', band: 4, target: 28, unit: 'days', basis: '' },
    { urgency: 'routine', band: 5, target: 84, unit: 'days', basis: '' },
  ],
  referralReasons: [{ code: 'low_mood', de: 'Gedrückte Stimmung', en: 'Low mood', icdGroup: 'F30-F39' }],
  emergencyNumbers: [{ de: 'Notruf', en: 'Emergency', phone: '112' }],
};
