export type ReportLanguage = 'de' | 'en';

/** The words of the report; a test holds both languages against each other. */
export const words = {
  de: {
    title: 'Auskunft über Zugriffe',
    heading: 'Wer hat auf Ihre Daten zugegriffen?',
    day: 'Datum',
    person: 'Name',
    birthDate: 'Geburtsdatum',
    lead: 'Diese Auskunft zeigt, wer in Lotse Ihre Daten angesehen oder bearbeitet hat, aus welcher Einrichtung und auf welcher Grundlage. Versuche, die verweigert wurden, stehen ebenfalls darin. Die neuesten Zugriffe stehen oben.',
    cut: 'Gezeigt sind die neuesten 2000 Zugriffe. Ältere erhalten Sie auf Nachfrage.',
    accesses: 'Zugriffe',
    none: 'Es sind keine Zugriffe verzeichnet.',
    all: 'alles, was die Ansicht zeigt',
    columns: ['Zeitpunkt', 'Wer', 'Einrichtung', 'Was', 'Welche Angaben', 'Grundlage'],
    rights: 'Ihre Rechte',
    rightsText:
      'Sie haben das Recht auf Auskunft, Berichtigung, Löschung und Einschränkung der Verarbeitung (Art. 15 bis 18 DSGVO). Fragen zu einzelnen Zugriffen beantwortet die Einrichtung, die diese Auskunft erteilt, oder deren Datenschutzbeauftragte. Sie können sich außerdem bei der Aufsichtsbehörde für den Datenschutz beschweren (Art. 77 DSGVO).',
  },
  en: {
    title: 'Report on accesses',
    heading: 'Who has accessed your data?',
    day: 'Date',
    person: 'Name',
    birthDate: 'Date of birth',
    lead: 'This report shows who has looked at or worked on your data in Lotse, from which organisation and on what grounds. Attempts that were refused are in it as well. The newest accesses come first.',
    cut: 'The newest 2000 accesses are shown. Ask for older ones.',
    accesses: 'Accesses',
    none: 'No accesses are recorded.',
    all: 'all that the view shows',
    columns: ['When', 'Who', 'Organisation', 'What', 'Which data', 'Grounds'],
    rights: 'Your rights',
    rightsText:
      'You have the right of access, rectification, erasure and restriction of processing (Art. 15 to 18 GDPR). The organisation that gives you this report, or its data-protection officer, answers questions about single accesses. You may also complain to the supervisory authority (Art. 77 GDPR).',
  },
} as const;
