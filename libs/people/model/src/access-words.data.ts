import type { Access } from './access-report';
import type { DataPart } from './data-part';

type Language = 'de' | 'en';
type Words = Readonly<Record<string, string>>;

/** What lines of the chronicle are called in a report that a person reads. Screen, file and print use the same words. */
const verbs: Readonly<Record<Language, Words>> = {
  de: {
    people: 'In einer Personensuche angezeigt',
    'people/:id': 'Angaben zur Person angesehen',
    'people/:id/releases': 'Freigaben angesehen',
    'people/:id/accesses': 'Zugriffsbericht angesehen',
    'people/:id/accesses/file': 'Zugriffsbericht als Datei ausgegeben',
    'people/:id/accesses/print': 'Zugriffsbericht gedruckt',
    'releases/:id/effects': 'Folgen eines Widerrufs angesehen',
    'break-glass': 'In der Liste der Notfallzugriffe angezeigt',
    'break-glass/:id/facts': 'Notfalldaten angesehen',
    referrals: 'In einer Liste von Zuweisungen angezeigt',
    'referrals/:id': 'Zuweisung angesehen',
    'referrals/:id/acts': 'Zuweisung angesehen',
    'referrals/:id/preview': 'Vorschau der Zuweisung angesehen',
    'referrals/:id/letter': 'Brief gedruckt',
    'referrals/:id/letters': 'Zuweisung angesehen',
    'referral.export': 'In eine Datei ausgegeben',
    'waiting-lists/:id/entries': 'In einer Warteliste angezeigt',
    'slots/:id/candidates': 'Bei der Vergabe eines Termins angezeigt',
    offers: 'In einer Liste von Terminangeboten angezeigt',
    'people.create': 'Person eingetragen',
    'people.change': 'Angaben zur Person geändert',
    'people/duplicates': 'Bei der Suche nach doppelten Einträgen angezeigt',
    'people/duplicates/count': 'Bei der Suche nach doppelten Einträgen angezeigt',
    'people/:id/duplicates': 'Mögliche doppelte Einträge angesehen',
    'people.different': 'Als andere Person bestätigt',
    'people.merge': 'Zwei Einträge zusammengeführt',
    'people.undoMerge': 'Zusammenführung rückgängig gemacht',
    'people/:id/merge/:otherId': 'Zusammenführung vorbereitet',
    'people/:id/merges': 'Zusammengeführte Einträge angesehen',
    'people.createPseudonymous': 'Ohne Namen eingetragen',
    'people.identify': 'Namen ergänzt',
    'people/:id/household': 'Haushalt angesehen',
    'people.joinHousehold': 'Haushalt eingetragen',
    'people.leaveHousehold': 'Auszug aus dem Haushalt eingetragen',
    'people/:id/representatives': 'Vertretung angesehen',
    'people.recordRepresentative': 'Vertretung eingetragen',
    'people.endRepresentative': 'Vertretung beendet',
    'release.record': 'Freigabe eingetragen',
    'release.revoke': 'Freigabe widerrufen',
    'breakGlass.open': 'Notfallzugriff geöffnet',
    'breakGlass.end': 'Notfallzugriff beendet',
    'breakGlass.review': 'Notfallzugriff geprüft',
    'referral.create': 'Zuweisung begonnen',
    'referral.change': 'Zuweisung geändert',
    'referral.submit': 'Zuweisung gesendet',
    'referral.acknowledge': 'Eingang der Zuweisung bestätigt',
    'referral.accept': 'Zuweisung angenommen',
    'referral.decline': 'Zuweisung zurückgegeben',
    'referral.redirect': 'Zuweisung weitergeleitet',
    'referral.withdraw': 'Zuweisung zurückgezogen',
    'referral.request_info': 'Rückfrage gestellt',
    'question.ask': 'Rückfrage gestellt',
    'question.answer': 'Rückfrage beantwortet',
    'question.inform': 'Nachricht gesendet',
    'question.close': 'Rückfrage ohne Antwort beendet',
    'question.take-back': 'Nachricht zurückgenommen',
    'referral.provide_info': 'Rückfrage beantwortet',
    referral: 'Zuweisung bearbeitet',
    waitingList: 'Warteliste oder Terminangebot bearbeitet',
    look: 'Angesehen',
    act: 'Bearbeitet',
  },
  en: {
    people: 'Shown in a search for people',
    'people/:id': 'Personal details looked at',
    'people/:id/releases': 'Releases looked at',
    'people/:id/accesses': 'Access report looked at',
    'people/:id/accesses/file': 'Access report exported',
    'people/:id/accesses/print': 'Access report printed',
    'releases/:id/effects': 'Effects of a revocation looked at',
    'break-glass': 'Shown in the list of accesses in an emergency',
    'break-glass/:id/facts': 'Emergency details looked at',
    referrals: 'Shown in a list of referrals',
    'referrals/:id': 'Referral looked at',
    'referrals/:id/acts': 'Referral looked at',
    'referrals/:id/preview': 'Preview of the referral looked at',
    'referrals/:id/letter': 'Letter printed',
    'referrals/:id/letters': 'Referral looked at',
    'referral.export': 'Exported to a file',
    'waiting-lists/:id/entries': 'Shown in a waiting list',
    'slots/:id/candidates': 'Shown while a slot was given',
    offers: 'Shown in a list of offers',
    'people.create': 'Person entered',
    'people.change': 'Personal details changed',
    'people/duplicates': 'Shown in a search for double records',
    'people/duplicates/count': 'Shown in a search for double records',
    'people/:id/duplicates': 'Possible double records looked at',
    'people.different': 'Confirmed as somebody else',
    'people.merge': 'Two records merged',
    'people.undoMerge': 'Merge undone',
    'people/:id/merge/:otherId': 'Merge prepared',
    'people/:id/merges': 'Merged records looked at',
    'people.createPseudonymous': 'Entered without a name',
    'people.identify': 'Name added',
    'people/:id/household': 'Household looked at',
    'people.joinHousehold': 'Household entered',
    'people.leaveHousehold': 'Moving out entered',
    'people/:id/representatives': 'Representatives looked at',
    'people.recordRepresentative': 'Representative entered',
    'people.endRepresentative': 'Representative ended',
    'release.record': 'Release recorded',
    'release.revoke': 'Release revoked',
    'breakGlass.open': 'Opened in an emergency',
    'breakGlass.end': 'Emergency access closed',
    'breakGlass.review': 'Emergency access reviewed',
    'referral.create': 'Referral begun',
    'referral.change': 'Referral changed',
    'referral.submit': 'Referral sent',
    'referral.acknowledge': 'Receipt of the referral confirmed',
    'referral.accept': 'Referral accepted',
    'referral.decline': 'Referral handed back',
    'referral.redirect': 'Referral redirected',
    'referral.withdraw': 'Referral withdrawn',
    'referral.request_info': 'Question asked',
    'question.ask': 'Question asked',
    'question.answer': 'Question answered',
    'question.inform': 'Message sent',
    'question.close': 'Question ended without an answer',
    'question.take-back': 'Message taken back',
    'referral.provide_info': 'Question answered',
    referral: 'Referral worked on',
    waitingList: 'Waiting list or offer worked on',
    look: 'Looked at',
    act: 'Worked on',
  },
};

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

type Told = Pick<Access, 'kind' | 'verb' | 'basis' | 'result' | 'isDeputy'>;

/** What was done, in words. An act nobody has words for is still one. A refused act carries the way it was tried behind its permission. */
export function accessText({ kind, verb }: Pick<Told, 'kind' | 'verb'>, language: Language): string {
  const words = verbs[language];
  const [bare = verb] = verb.split(' ');
  return words[bare] ?? (kind === 'look' ? words['look']! : (words[bare.split('.')[0]!] ?? words['act']!));
}

/** Why it was possible, in words. */
export function basisText({ basis, result, isDeputy }: Pick<Told, 'basis' | 'result' | 'isDeputy'>, language: Language): string {
  const words = bases[language];
  if (result === 'refused') return words['refused']!;
  const why = words[basis?.split(':')[0] ?? ''] ?? '–';
  return isDeputy ? `${why}, ${words['deputy']}` : why;
}

/** The name of a part of the data. */
export const partText = (part: DataPart, language: Language): string => partWords[language][part];
