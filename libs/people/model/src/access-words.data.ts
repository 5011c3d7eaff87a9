import type { Access } from './access-report';
import type { DataPart } from './data-part';

type Language = 'de' | 'en';
type Words = Readonly<Record<string, string>>;

const bases: Readonly<Record<Language, Words>> = {
  de: {
    own: 'eigene Unterlagen',
    leg: 'Zuweisung',
    release: 'Freigabe',
    break_glass: 'Notfallzugriff',
    administration: 'Datenschutz und Verwaltung',
    refused: 'keine: Zugriff verweigert',
    deputy: 'in Vertretung',
  },
  en: {
    own: 'own records',
    leg: 'referral',
    release: 'release',
    break_glass: 'emergency access',
    administration: 'data protection and administration',
    refused: 'none: access refused',
    deputy: 'as a deputy',
  },
};

const partWords: Readonly<Record<Language, Record<DataPart, string>>> = {
  de: {
    identity: 'Angaben zur Person',
    contact: 'Kontaktdaten',
    diagnosis: 'Diagnose',
    medication: 'Medikation',
    risk: 'Gefährdung',
    letters: 'Arztbriefe',
    appointments: 'Termine',
    notes: 'Notizen',
  },
  en: {
    identity: 'personal details',
    contact: 'contact details',
    diagnosis: 'diagnosis',
    medication: 'medication',
    risk: 'risk',
    letters: 'letters',
    appointments: 'appointments',
    notes: 'notes',
  },
};

type Told = Pick<Access, 'basis' | 'result' | 'isDeputy'>;

/** Why it was possible, in words. */
export function basisText({ basis, result, isDeputy }: Pick<Told, 'basis' | 'result' | 'isDeputy'>, language: Language): string {
  const words = bases[language];
  if (result === 'refused') return words['refused']!;
  const why = words[basis?.split(':')[0] ?? ''] ?? '–';
  return isDeputy ? `${why}, ${words['deputy']}` : why;
}

/** The name of a part of the data. */
export const partText = (part: DataPart, language: Language): string => partWords[language][part];
