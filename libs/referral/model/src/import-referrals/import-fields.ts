import * as z from 'zod';

/** What a column of a table can be read as, in the order in which somebody looks for it. */
export const importFields = [
  'familyName',
  'givenName',
  'birthDate',
  'sex',
  'kvnr',
  'kvnrOverrideReason',
  'phone',
  'street',
  'postcode',
  'language',
  'service',
  'reason',
  'question',
  'diagnosis',
  'certainty',
  'medication',
  'triedSoFar',
  'urgency',
  'shortNotice',
  'callbackPhone',
  'diagnosisCode',
  'furtherDiagnoses',
  'risk',
  'insurance',
  'placementCode',
  'interpreter',
  'accessibility',
  'travelMeans',
  'travelRadius',
  'companion',
  'dischargeOn',
  'ptv11Dates',
  'ptv11Recommendations',
  'ptv11Prompt',
  'ptv11Details',
  'muster6IssuedOn',
  'muster6Order',
  'muster6Findings',
  'extra',
] as const;
export const importFieldSchema = z.enum(importFields);
export type ImportField = z.output<typeof importFieldSchema>;

/** Without these nobody can be entered. */
export const neededFields: readonly ImportField[] = ['familyName', 'givenName', 'birthDate'];

/** How columns are called in German and English offices, without anything but letters. */
const names: Readonly<Record<ImportField, readonly string[]>> = {
  familyName: ['nachname', 'name', 'familienname', 'zuname', 'lastname', 'surname', 'familyname'],
  givenName: ['vorname', 'vornamen', 'rufname', 'firstname', 'givenname', 'forename'],
  birthDate: ['geburtsdatum', 'gebdatum', 'geboren', 'geburtstag', 'gebdat', 'dateofbirth', 'birthdate', 'dob', 'born'],
  sex: ['geschlecht', 'sex', 'gender'],
  kvnr: ['kvnr', 'versichertennummer', 'krankenversichertennummer', 'versichertennr', 'egknummer', 'insurancenumber'],
  kvnrOverrideReason: ['begruendungkvnr', 'kvnrbegruendung', 'reasonkvnr'],
  phone: ['telefon', 'tel', 'telefonnummer', 'mobil', 'handy', 'phone', 'phonenumber', 'mobile'],
  street: ['strasse', 'anschrift', 'strasseundhausnummer', 'street', 'address'],
  postcode: ['plz', 'postleitzahl', 'postcode', 'zip', 'zipcode', 'postalcode'],
  language: ['sprache', 'language'],
  service: ['hilfsangebot', 'angebot', 'empfaenger', 'zieleinrichtung', 'service', 'recipient', 'helpoffer'],
  reason: ['anlass', 'grund', 'reason'],
  question: ['frage', 'fragestellung', 'auftrag', 'question'],
  diagnosis: ['diagnose', 'icd', 'diagnosen', 'diagnosis'],
  certainty: ['diagnosesicherheit', 'sicherheit', 'certainty'],
  medication: ['medikation', 'medikamente', 'medication'],
  triedSoFar: ['bisher', 'bisherversucht', 'vorgeschichte', 'vorbehandlung', 'triedsofar', 'history'],
  urgency: ['dringlichkeit', 'prioritaet', 'urgency', 'priority'],
  shortNotice: ['kurzfristig', 'kurzfristigmoeglich', 'shortnotice'],
  callbackPhone: ['rueckruf', 'rueckrufnummer', 'callback', 'callbackphone'],
  diagnosisCode: ['icdcode', 'icdnummer', 'diagnosecode', 'icdzehn', 'diagnosiscode'],
  furtherDiagnoses: ['weiterediagnosen', 'nebendiagnosen', 'furtherdiagnoses', 'secondarydiagnoses'],
  risk: ['gefaehrdung', 'risiko', 'risk'],
  insurance: ['versicherung', 'versicherungsart', 'krankenkasse', 'insurance'],
  placementCode: ['vermittlungscode', 'placementcode'],
  interpreter: ['dolmetschen', 'dolmetscher', 'interpreter'],
  accessibility: ['vorortnoetig', 'barrierefreiheit', 'accessibility', 'neededonsite'],
  travelMeans: ['anreise', 'anfahrt', 'travel', 'travelmeans'],
  travelRadius: ['umkreis', 'umkreiskm', 'radius', 'radiuskm'],
  companion: ['begleitung', 'companion'],
  dischargeOn: ['entlassung', 'entlassdatum', 'entlassunggeplantam', 'dischargeon', 'discharge', 'dischargeplannedon'],
  ptv11Dates: ['ptvsprechstunde', 'sprechstundeam', 'ptvdate', 'firstconsultationon'],
  ptv11Recommendations: ['ptvempfehlung', 'ptvempfehlungen', 'ptvrecommendations'],
  ptv11Prompt: ['zeitnaherforderlich', 'ptvzeitnah', 'neededpromptly'],
  ptv11Details: ['ptvangaben', 'naehereangaben', 'ptvdetails'],
  muster6IssuedOn: ['ueberweisungvom', 'ausgestelltam', 'issuedon'],
  muster6Order: ['ueberweisungsauftrag', 'musterauftrag', 'commission'],
  muster6Findings: ['befunde', 'befund', 'findings'],
  extra: ['weitereangaben', 'antworten', 'furtherdetails', 'answers'],
};

const plain = (header: string): string =>
  header
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z]/g, '');

/** What each column seems to hold, by its heading; each field once, undefined where nothing fits. */
export function guessFields(headers: readonly string[]): (ImportField | undefined)[] {
  const taken = new Set<ImportField>();
  return headers.map((header) => {
    const heading = plain(header);
    const field = importFields.find((one) => !taken.has(one) && (names[one].includes(heading) || plain(one) === heading));
    if (field) taken.add(field);
    return field;
  });
}
