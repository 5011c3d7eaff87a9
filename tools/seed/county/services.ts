import type { ServiceCategory } from '@lotse/directory/model';

/** An entry of the directory, by an invented organisation. */
export interface InventedService {
  key: string;
  organisation: string;
  name: string;
  category: ServiceCategory;
  de: string;
  en: string;
  ags?: string;
  street?: string;
  ageFrom?: number;
  ageTo?: number;
  languages?: readonly string[];
  capacity: 'capacity' | 'waiting_list' | 'no_capacity' | 'assessment_required';
  waitWeeks?: number;
  acceptsReferrals: boolean;
  confirmedDaysAgo: number;
  /** Whose time is given out. */
  schedules?: readonly string[];
}

// prettier-ignore
export const services: readonly InventedService[] = [
  {
    key: 'pia', organisation: 'wiesenufer', name: 'Psychiatrische Institutsambulanz Lörrach', category: 'outpatient_clinic',
    de: 'Behandlung für Erwachsene mit schweren oder langen seelischen Erkrankungen: Diagnostik, Medikamente, Gespräche, Sozialberatung, Hausbesuche.',
    en: 'Treatment for adults with severe or long-lasting mental illness: assessment, medication, talks, social advice, home visits.',
    languages: ['de', 'en', 'tr'], capacity: 'waiting_list', waitWeeks: 6, acceptsReferrals: true, confirmedDaysAgo: 9,
    schedules: ['Erstgespräch, Zimmer 1', 'Erstgespräch, Zimmer 2'],
  },
  {
    key: 'tagesklinik', organisation: 'wiesenufer', name: 'Psychiatrische Tagesklinik Lörrach', category: 'day_clinic',
    de: 'Werktags von 8 bis 16 Uhr in der Klinik, abends und am Wochenende zu Hause. Einzel- und Gruppengespräche, Ergotherapie, Bewegung.',
    en: 'In the clinic on working days from 8 to 16, evenings and weekends at home. Individual and group talks, occupational therapy, exercise.',
    capacity: 'waiting_list', waitWeeks: 5, acceptsReferrals: true, confirmedDaysAgo: 9, schedules: ['Vorgespräch Tagesklinik'],
  },
  {
    key: 'gerontoambulanz', organisation: 'wiesenufer', name: 'Gedächtnissprechstunde', category: 'outpatient_clinic',
    de: 'Abklärung bei Vergesslichkeit und Verwirrtheit, Beratung von Angehörigen. Anmeldung telefonisch durch die Hausarztpraxis.',
    en: 'Assessment of forgetfulness and confusion, advice for relatives. Registration by phone through the family doctor.',
    ageFrom: 60, capacity: 'assessment_required', waitWeeks: 8, acceptsReferrals: false, confirmedDaysAgo: 34,
  },
  {
    key: 'pia_rheinfelden', organisation: 'hochrheinblick', name: 'Institutsambulanz Rheinfelden', category: 'outpatient_clinic',
    de: 'Ambulante Behandlung durch ein Team aus Ärztinnen, Psychologen, Pflege und Sozialarbeit; auch Gruppen für Menschen mit Psychosen.',
    en: 'Outpatient treatment by a team of doctors, psychologists, nurses and social workers; also groups for people with psychoses.',
    languages: ['de', 'en', 'hr'], capacity: 'waiting_list', waitWeeks: 4, acceptsReferrals: true, confirmedDaysAgo: 21,
    schedules: ['Erstgespräch Ambulanz'],
  },
  {
    key: 'psychosomatik', organisation: 'hochrheinblick', name: 'Psychosomatische Tagesklinik Rheinfelden', category: 'day_clinic',
    de: 'Acht Wochen tagsüber für Menschen mit Erschöpfung, Schmerzen ohne ausreichenden Befund, Essstörungen oder Ängsten.',
    en: 'Eight weeks of day treatment for people with exhaustion, pain without sufficient findings, eating disorders or anxiety.',
    capacity: 'waiting_list', waitWeeks: 9, acceptsReferrals: true, confirmedDaysAgo: 21, schedules: ['Vorgespräch Psychosomatik'],
  },
  {
    key: 'mutter_kind', organisation: 'hochrheinblick', name: 'Sprechstunde rund um die Geburt', category: 'outpatient_clinic',
    de: 'Für Schwangere und Eltern im ersten Jahr bei Angst, Niedergeschlagenheit oder Erschöpfung. Rückruf innerhalb von zwei Werktagen.',
    en: 'For pregnant women and parents in the first year with anxiety, low mood or exhaustion. Call back within two working days.',
    capacity: 'capacity', waitWeeks: 1, acceptsReferrals: false, confirmedDaysAgo: 12,
  },
  {
    key: 'facharzt', organisation: 'nervenarzt', name: 'Fachärztliche Sprechstunde Psychiatrie', category: 'psychiatry_practice',
    de: 'Diagnostik und Behandlung mit Medikamenten, Krankschreibung, Verordnung von Soziotherapie und psychiatrischer Pflege.',
    en: 'Assessment and treatment with medication, sick notes, prescription of sociotherapy and psychiatric nursing.',
    languages: ['de', 'fr'], capacity: 'waiting_list', waitWeeks: 10, acceptsReferrals: true, confirmedDaysAgo: 48, schedules: ['Neuaufnahmen'],
  },
  {
    key: 'verhaltenstherapie', organisation: 'sonnhalde', name: 'Verhaltenstherapie für Erwachsene', category: 'psychotherapy',
    de: 'Sprechstunde, Akutbehandlung und Verhaltenstherapie, einzeln und in der Gruppe.',
    en: 'First consultation, acute treatment and cognitive behavioural therapy, one-to-one and in groups.',
    languages: ['de', 'en'], capacity: 'waiting_list', waitWeeks: 16, acceptsReferrals: true, confirmedDaysAgo: 26, schedules: ['Sprechstunde Brandt'],
  },
  {
    key: 'traumatherapie', organisation: 'talbach', name: 'Psychotherapie mit Schwerpunkt Trauma', category: 'psychotherapy',
    de: 'Tiefenpsychologische Behandlung, auch mit EMDR, für Erwachsene nach belastenden Erlebnissen.',
    en: 'Psychodynamic treatment, also with EMDR, for adults after distressing events.',
    capacity: 'waiting_list', waitWeeks: 20, acceptsReferrals: true, confirmedDaysAgo: 97, schedules: ['Sprechstunde Talbach'],
  },
  {
    key: 'junge_erwachsene', organisation: 'torhaus', name: 'Psychotherapie für Jugendliche und junge Erwachsene', category: 'psychotherapy',
    de: 'Einzel- und Familiengespräche von 14 bis 25 Jahren; auf Deutsch und Türkisch.',
    en: 'Individual and family talks from 14 to 25 years; in German and Turkish.',
    ageFrom: 14, ageTo: 25, languages: ['de', 'tr'], capacity: 'waiting_list', waitWeeks: 12, acceptsReferrals: true, confirmedDaysAgo: 40,
    schedules: ['Sprechstunde Şahin'],
  },
  {
    key: 'spdi', organisation: 'dreilaenderblick', name: 'Sozialpsychiatrische Beratung Wiesental', category: 'social_psychiatric_service',
    de: 'Beratung und Begleitung für Menschen mit seelischer Erkrankung und ihre Angehörigen, auch zu Hause. Kostenlos, ohne Überweisung.',
    en: 'Advice and support for people with mental illness and their relatives, also at home. Free of charge, no referral letter needed.',
    ageFrom: 16, languages: ['de', 'en', 'ru'], capacity: 'capacity', waitWeeks: 2, acceptsReferrals: true, confirmedDaysAgo: 5,
  },
  {
    key: 'tagesstaette', organisation: 'dreilaenderblick', name: 'Tagesstätte Sonnenrain', category: 'integration_assistance',
    de: 'Offener Treff mit Mittagstisch, Werkstatt und Ausflügen, montags bis freitags.',
    en: 'Open meeting place with lunch, workshop and outings, Monday to Friday.',
    ags: '08336103', street: 'Sonnenrain 10', capacity: 'capacity', acceptsReferrals: false, confirmedDaysAgo: 118,
  },
  {
    key: 'peers', organisation: 'dreilaenderblick', name: 'Genesungsbegleitung „Von Mensch zu Mensch“', category: 'peer_support',
    de: 'Gespräche mit ausgebildeten Menschen, die selbst eine seelische Krise erlebt haben.',
    en: 'Talks with trained people who have lived through a mental health crisis themselves.',
    capacity: 'capacity', waitWeeks: 1, acceptsReferrals: false, confirmedDaysAgo: 63,
  },
  {
    key: 'spdi_hochrhein', organisation: 'lichtung', name: 'Sozialpsychiatrische Beratung Hochrhein', category: 'social_psychiatric_service',
    de: 'Beratung, Krisengespräche und Begleitung zu Ämtern; offene Sprechstunde dienstags von 9 bis 12 Uhr.',
    en: 'Advice, crisis talks and company to public offices; open consultation on Tuesdays from 9 to 12.',
    ageFrom: 16, languages: ['de', 'it'], capacity: 'capacity', waitWeeks: 3, acceptsReferrals: true, confirmedDaysAgo: 15,
  },
  {
    key: 'sucht', organisation: 'lichtung', name: 'Suchtberatung Lichtung', category: 'addiction_counselling',
    de: 'Beratung bei Alkohol, Drogen, Medikamenten und Glücksspiel; Vermittlung in Entgiftung und Rehabilitation; Gruppe für Angehörige.',
    en: 'Advice on alcohol, drugs, medicines and gambling; arranging detoxification and rehabilitation; group for relatives.',
    ageFrom: 16, capacity: 'capacity', waitWeeks: 2, acceptsReferrals: true, confirmedDaysAgo: 15,
  },
  {
    key: 'sucht_schopfheim', organisation: 'lichtung', name: 'Suchtberatung, Außenstelle Schopfheim', category: 'addiction_counselling',
    de: 'Sprechstunde donnerstags nach Vereinbarung.', en: 'Consultation on Thursdays by appointment.',
    ags: '08336081', street: 'Entegast 2', capacity: 'no_capacity', waitWeeks: 7, acceptsReferrals: false, confirmedDaysAgo: 131,
  },
  {
    key: 'teilhabe', organisation: 'teilhabe', name: 'Bedarfsermittlung Eingliederungshilfe', category: 'integration_assistance',
    de: 'Antrag, Bedarfsermittlung und Gesamtplan für Hilfen beim Wohnen und Arbeiten.',
    en: 'Application, assessment of needs and overall plan for help with living and working.',
    capacity: 'assessment_required', waitWeeks: 4, acceptsReferrals: true, confirmedDaysAgo: 30,
  },
  {
    key: 'betreutes_wohnen', organisation: 'lichtung', name: 'Ambulant betreutes Wohnen', category: 'integration_assistance',
    de: 'Begleitung in der eigenen Wohnung, ein bis fünf Stunden in der Woche.',
    en: 'Support in one’s own home, one to five hours a week.',
    capacity: 'waiting_list', waitWeeks: 14, acceptsReferrals: false, confirmedDaysAgo: 104,
  },
  {
    key: 'selbsthilfe', organisation: 'landratsamt', name: 'Kontaktstelle Selbsthilfe', category: 'peer_support',
    de: 'Hilft, eine Selbsthilfegruppe zu finden oder zu gründen, zum Beispiel bei Depression, Angst oder Sucht.',
    en: 'Helps to find or start a self-help group, for example for depression, anxiety or addiction.',
    ageFrom: 16, languages: ['de', 'en', 'fr'], capacity: 'capacity', acceptsReferrals: false, confirmedDaysAgo: 76,
  },
  {
    key: 'angehoerige', organisation: 'landratsamt', name: 'Gesprächskreis für Angehörige', category: 'peer_support',
    de: 'Austausch für Angehörige seelisch erkrankter Menschen, jeden ersten Mittwoch im Monat.',
    en: 'Exchange for relatives of people with mental illness, every first Wednesday of the month.',
    ags: '08336045', street: 'Töpferplatz 1', capacity: 'capacity', acceptsReferrals: false, confirmedDaysAgo: 155,
  },
  {
    key: 'pia_waldshut', organisation: 'schluechttal', name: 'Psychiatrische Institutsambulanz Waldshut', category: 'outpatient_clinic',
    de: 'Ambulante Behandlung für Erwachsene mit schweren seelischen Erkrankungen, mit Außensprechstunde in Bad Säckingen.',
    en: 'Outpatient treatment for adults with severe mental illness, with an outreach consultation in Bad Säckingen.',
    capacity: 'waiting_list', waitWeeks: 7, acceptsReferrals: true, confirmedDaysAgo: 18, schedules: ['Erstgespräch Ambulanz'],
  },
  {
    key: 'tagesklinik_waldshut', organisation: 'schluechttal', name: 'Tagesklinik Schlüchttal', category: 'day_clinic',
    de: 'Tagesklinische Behandlung mit 18 Plätzen, Schwerpunkt Depression.',
    en: 'Day treatment with 18 places, focus on depression.',
    capacity: 'waiting_list', waitWeeks: 6, acceptsReferrals: true, confirmedDaysAgo: 18, schedules: ['Vorgespräch Tagesklinik'],
  },
  {
    key: 'spdi_waldshut', organisation: 'kuessaburg', name: 'Sozialpsychiatrische Beratung Klettgau', category: 'social_psychiatric_service',
    de: 'Beratung und Hausbesuche in allen Gemeinden zwischen Hotzenwald und Wutach.',
    en: 'Advice and home visits in all municipalities between Hotzenwald and Wutach.',
    ageFrom: 16, capacity: 'capacity', waitWeeks: 3, acceptsReferrals: true, confirmedDaysAgo: 44,
  },
  {
    key: 'sucht_waldshut', organisation: 'kuessaburg', name: 'Suchtberatung Klettgau', category: 'addiction_counselling',
    de: 'Beratung für Betroffene und Angehörige; offene Sprechstunde freitags.',
    en: 'Advice for those affected and their relatives; open consultation on Fridays.',
    ageFrom: 16, capacity: 'capacity', acceptsReferrals: false, confirmedDaysAgo: 92,
  },
  {
    key: 'treff_waldshut', organisation: 'kuessaburg', name: 'Begegnungsstätte am Markt', category: 'integration_assistance',
    de: 'Offener Treff, Mittagstisch, Näh- und Holzwerkstatt.', en: 'Open meeting place, lunch, sewing and wood workshop.',
    ags: '08337126', street: 'Marktgässle 3', capacity: 'capacity', acceptsReferrals: false, confirmedDaysAgo: 58,
  },
  {
    key: 'hausbesuche_waldshut', organisation: 'schluechttal', name: 'Behandlung zu Hause', category: 'psychiatry_practice',
    de: 'Ärztliche Hausbesuche für Menschen, die nicht in die Klinik kommen können; nach Vorgespräch.',
    en: 'Medical home visits for people who cannot come to the clinic; after a first talk.',
    capacity: 'assessment_required', waitWeeks: 3, acceptsReferrals: false, confirmedDaysAgo: 18,
  },
  {
    key: 'selbsthilfe_waldshut', organisation: 'kuessaburg', name: 'Selbsthilfegruppe Aufwind', category: 'peer_support',
    de: 'Gruppe für Menschen mit Depressionen in Bad Säckingen, jeden zweiten Donnerstag.',
    en: 'Group for people with depression in Bad Säckingen, every other Thursday.',
    ags: '08337096', street: 'Brückengasse 1', capacity: 'capacity', acceptsReferrals: false, confirmedDaysAgo: 140,
  },
];

/** The entry with a key. */
export function serviceOf(key: string): InventedService {
  const found = services.find((service) => service.key === key);
  if (!found) throw new Error(`There is no service ${key}.`);
  return found;
}
