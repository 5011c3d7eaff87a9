import type { ServiceCategory } from '@lotse/directory/model';
import type { ReferralContent } from '@lotse/referral/model';
import type { Urgency } from '@lotse/region/model';

/** A text, or one that fits only people of some ages. */
export type Told = string | readonly [string, number, number];

/** What somebody is referred for, in the words of a practice. `{who}` becomes "52-jährige Patientin". */
export interface Occasion {
  reason: string;
  weight: number;
  ages?: readonly [number, number];
  sex?: 'female';
  urgencies: readonly Urgency[];
  categories: readonly ServiceCategory[];
  stories: readonly Told[];
  diagnoses: readonly (readonly [string, NonNullable<ReferralContent['certainty']>])[];
  medication: readonly (string | null)[];
  tried: readonly (string | null)[];
}

const clinic: readonly ServiceCategory[] = ['outpatient_clinic', 'psychiatry_practice'];
const day: readonly ServiceCategory[] = ['day_clinic'];
const talk: readonly ServiceCategory[] = ['psychotherapy'];
const social: readonly ServiceCategory[] = ['social_psychiatric_service', 'integration_assistance'];
const every: readonly Urgency[] = ['urgent', 'acute_treatment', 'soon', 'routine'];
const calm: readonly Urgency[] = ['acute_treatment', 'soon', 'routine'];

// prettier-ignore
export const occasions: readonly Occasion[] = [
  {
    reason: 'low_mood', weight: 8, urgencies: ['very_urgent', 'urgent', 'acute_treatment'], categories: [...clinic, ...day, ...talk],
    stories: [
      '{who}, seit drei Monaten niedergeschlagen, wacht um vier Uhr auf und grübelt, schafft den Haushalt kaum. Keine akute Suizidalität, im Gespräch absprachefähig.',
      '{who}, Rückzug seit drei Monaten, Appetit und Konzentration deutlich vermindert. Familie sehr besorgt.',
      ['{who}, krankgeschrieben seit sechs Wochen, Antrieb fehlt vollständig, Gewichtsverlust 5 kg. Lebensmüde Gedanken verneint, Schwester wohnt im Haus.', 19, 66],
      ['{who}, spricht kaum noch, hat den Hof verkauft und bereut es. Von Suizidgedanken glaubhaft distanziert, Sohn ist täglich da.', 50, 85],
    ],
    diagnoses: [['F32.1', 'V'], ['F32.2', 'V'], ['F32.2', 'G'], ['F32.9', 'V']],
    medication: ['Sertralin 50 mg morgens, seit vier Wochen', 'Mirtazapin 15 mg zur Nacht', 'Citalopram 20 mg, ohne ausreichende Wirkung'],
    tried: ['Regelmäßige Gespräche in der Praxis, Krankschreibung', 'Sertralin auf 100 mg gesteigert, bisher wenig Besserung', 'Kurzfristig wieder einbestellt, Notfallnummern besprochen'],
  },
  {
    reason: 'low_mood', weight: 8, urgencies: ['soon', 'routine'], categories: [...clinic, ...day, ...talk],
    stories: [
      '{who}, kommt nach dem zweiten Kontakt von sich aus und wünscht Behandlung. Stimmung gedrückt, Tagesablauf noch erhalten.',
      '{who}, seit einem halben Jahr freudlos und müde, körperlich abgeklärt. Möchte zunächst ohne Tabletten auskommen.',
      ['{who}, seit dem Ruhestand ohne Struktur, zieht sich aus dem Verein zurück.', 60, 75],
      ['{who}, erstes Semester abgebrochen, schläft lange, kaum Kontakte, familiär gut eingebunden.', 18, 25],
    ],
    diagnoses: [['F32.0', 'G'], ['F32.1', 'V'], ['F34.1', 'V']],
    medication: [null, 'keine', 'Johanniskraut, selbst gekauft', 'Citalopram 10 mg begonnen'],
    tried: ['Onlineprogramm der Krankenkasse begonnen', 'Bewegung auf Rezept, Gespräche alle drei Wochen', null],
  },
  {
    reason: 'recurrent_depression', weight: 8, ages: [25, 85], urgencies: every, categories: [...clinic, ...day],
    stories: [
      '{who}, vierte depressive Phase seit 2015, bisher jeweils gut auf Behandlung angesprochen. Jetzt seit sechs Wochen zunehmend verlangsamt.',
      '{who}, nach zwei stabilen Jahren erneut Schlafstörung, Selbstvorwürfe und Rückzug. Frühwarnzeichen sind gut bekannt, bittet früh um Hilfe.',
      '{who}, rückläufige Belastbarkeit trotz Medikation, möchte stationären Aufenthalt vermeiden.',
    ],
    diagnoses: [['F33.1', 'G'], ['F33.2', 'V'], ['F33.1', 'V']],
    medication: ['Venlafaxin 150 mg, Quetiapin 50 mg zur Nacht', 'Escitalopram 15 mg', 'Lithium 900 mg, Spiegel zuletzt 0,6', 'Bupropion 150 mg morgens'],
    tried: ['Dosis erhöht, wöchentliche Einbestellung', 'Frühere Psychotherapie 2019 abgeschlossen', null],
  },
  {
    reason: 'mood_swings', weight: 3, ages: [20, 70], urgencies: ['very_urgent', 'urgent', 'acute_treatment'], categories: clinic,
    stories: [
      '{who}, seit zehn Tagen kaum Schlaf, gehobene Stimmung, mehrere größere Bestellungen. Ehepartner begleitet zum Termin.',
      '{who}, bekannte bipolare Störung, Medikamente vor drei Wochen abgesetzt, jetzt gereizt und getrieben.',
    ],
    diagnoses: [['F31.1', 'V'], ['F31.9', 'G'], ['F31.6', 'V']],
    medication: ['Valproat 600 mg, zuletzt unregelmäßig', 'Quetiapin 300 mg, selbst abgesetzt', 'keine'],
    tried: ['Kurzfristige Wiedereinbestellung, Angehörige einbezogen', null],
  },
  {
    reason: 'panic_attacks', weight: 8, urgencies: calm, categories: [...clinic, ...talk, ...day],
    stories: [
      '{who}, dreimal in der Notaufnahme wegen Herzrasen, kardiologisch unauffällig. Meidet inzwischen Bus und Supermarkt.',
      ['{who}, Panikattacken seit fünf Monaten, fährt nicht mehr allein Auto, Arbeitsweg nur noch in Begleitung.', 18, 66],
      '{who}, nachts Atemnot und Todesangst, Lunge und Herz abgeklärt. Versteht den Zusammenhang und ist motiviert.',
    ],
    diagnoses: [['F41.0', 'G'], ['F40.01', 'V'], ['F41.0', 'V']],
    medication: ['keine', 'Escitalopram 10 mg', 'Bedarfsweise Promethazin', null],
    tried: ['Aufklärung, Atemübungen, EKG und Langzeit-EKG ohne Befund', 'Selbsthilfebuch, teilweise hilfreich', null],
  },
  {
    reason: 'constant_worry', weight: 7, urgencies: calm, categories: [...talk, ...clinic, ...day],
    stories: [
      '{who}, sorgt sich den ganzen Tag um Familie und Gesundheit, kann nicht abschalten, Nackenschmerzen, schlechter Schlaf.',
      ['{who}, Angst vor Fehlern bei der Arbeit, kontrolliert alles mehrfach, inzwischen reduzierte Stunden.', 20, 65],
      ['{who}, zunehmende Ängste vor Menschen, Ausbildung gefährdet.', 16, 27],
      ['{who}, traut sich nach einem Sturz nicht mehr aus dem Haus, körperlich wieder gut beweglich.', 62, 85],
    ],
    diagnoses: [['F41.1', 'V'], ['F40.1', 'V'], ['F41.2', 'G']],
    medication: ['keine', 'Pregabalin 75 mg, bitte kritisch prüfen', 'Opipramol 50 mg zur Nacht', null],
    tried: ['Entspannungskurs an der Volkshochschule', 'Termine über 116117 bisher erfolglos', null],
  },
  {
    reason: 'obsessions', weight: 3, ages: [16, 60], urgencies: calm, categories: [...talk, ...clinic],
    stories: [
      '{who}, Waschrituale bis vier Stunden am Tag, Hände wund. Schämt sich sehr, hat sich jetzt zum ersten Mal anvertraut.',
      '{who}, quälende Gedanken, anderen etwas anzutun, ohne jede Absicht. Kontrolliert Herd und Türen bis in die Nacht.',
    ],
    diagnoses: [['F42.2', 'V'], ['F42.1', 'V']],
    medication: ['keine', 'Fluoxetin 20 mg seit zwei Monaten', null],
    tried: ['Erstgespräch in der Praxis, Angehörigengespräch', null],
  },
  {
    reason: 'after_trauma', weight: 6, urgencies: every, categories: [...talk, ...clinic, ...day],
    stories: [
      '{who}, schwerer Verkehrsunfall vor einem halben Jahr, seitdem Albträume und starke Schreckhaftigkeit, fährt nicht mehr.',
      ['{who}, Flucht 2022, wiederkehrende Bilder und Schlaflosigkeit. Verständigung auf Deutsch möglich, bei schwierigen Themen Dolmetschen hilfreich.', 18, 65],
      ['{who}, Überfall am Arbeitsplatz vor acht Wochen. Berufsgenossenschaft ist informiert, erste Gespräche haben entlastet.', 17, 65],
    ],
    diagnoses: [['F43.1', 'V'], ['F43.0', 'Z'], ['F43.1', 'G']],
    medication: ['keine', 'Mirtazapin 7,5 mg zur Nacht', null],
    tried: ['Opferberatung eingeschaltet', 'Krankschreibung, stabilisierende Gespräche', null],
  },
  {
    reason: 'life_crisis', weight: 6, urgencies: every, categories: [...talk, ...social, ...clinic],
    stories: [
      ['{who}, Ehepartner vor vier Monaten verstorben, isst kaum, verlässt das Haus nur noch zum Friedhof.', 50, 85],
      ['{who}, Trennung nach 20 Jahren, zwei Kinder im Haushalt, weint viel, funktioniert bei der Arbeit noch.', 40, 60],
      '{who}, mehrere Todesfälle in der Familie innerhalb eines Jahres, findet nicht in den Alltag zurück.',
      ['{who}, Hof muss aufgegeben werden, sieht keine Zukunft. Von Suizidgedanken glaubhaft distanziert, Bruder ist täglich da.', 45, 75],
    ],
    diagnoses: [['F43.2', 'G'], ['F43.2', 'V']],
    medication: ['keine', 'Kurzzeitig Zopiclon, wieder abgesetzt', null],
    tried: ['Trauergruppe angeboten, noch zu früh', 'Gespräche alle zwei Wochen', null],
  },
  {
    reason: 'exhaustion', weight: 7, ages: [25, 66], urgencies: calm, categories: [...day, ...talk, ...clinic],
    stories: [
      ['{who}, Pflege der Mutter neben voller Stelle, völlig erschöpft, vergisst Absprachen, weint ohne Anlass.', 40, 64],
      ['{who}, Teamleitung in der Industrie, seit Monaten Überstunden, Ohrgeräusche, Schlaf unter fünf Stunden.', 30, 62],
      '{who}, arbeitet im Schichtdienst in der Pflege, dritte längere Krankschreibung in diesem Jahr, möchte zurück in den Beruf.',
    ],
    diagnoses: [['F48.0', 'V'], ['F32.1', 'V'], ['Z73', 'G']],
    medication: ['keine', 'Johanniskraut, selbst gekauft', null],
    tried: ['Krankschreibung, Stufenplan mit dem Betrieb vorbereitet', 'Rehabilitation beantragt', null],
  },
  {
    reason: 'body_complaints', weight: 5, urgencies: ['soon', 'routine'], categories: [...day, ...talk, ...clinic],
    stories: [
      '{who}, seit zwei Jahren wechselnde Schmerzen, umfangreich abgeklärt ohne ausreichenden Befund, acht Fachrichtungen.',
      '{who}, Schwindel und Druck im Kopf, MRT und HNO unauffällig, befürchtet eine übersehene Krankheit.',
    ],
    diagnoses: [['F45.1', 'V'], ['F45.0', 'V'], ['F45.41', 'G']],
    medication: ['Ibuprofen bei Bedarf', 'Amitriptylin 10 mg zur Nacht', 'keine'],
    tried: ['Ein fester Termin alle drei Wochen statt Notfallbesuchen', 'Physiotherapie', null],
  },
  {
    reason: 'unusual_experiences', weight: 4, ages: [18, 60], urgencies: ['very_urgent', 'urgent', 'acute_treatment'], categories: clinic,
    stories: [
      '{who}, hört seit einigen Wochen kommentierende Stimmen, fühlt sich von Nachbarn beobachtet. Nimmt Hilfe an, keine Fremdgefährdung erkennbar.',
      ['{who}, bricht das Studium ab, sehr misstrauisch, schläft am Tag. Mutter hat den Kontakt hergestellt.', 18, 28],
    ],
    diagnoses: [['F20.9', 'V'], ['F23.9', 'V'], ['F22.0', 'V']],
    medication: ['keine', 'Risperidon 1 mg begonnen', null],
    tried: ['Hausbesuch gemeinsam mit dem Sozialpsychiatrischen Dienst', null],
  },
  {
    reason: 'psychosis_aftercare', weight: 5, ages: [20, 75], urgencies: ['urgent', 'acute_treatment', 'soon'], categories: [...clinic, ...social],
    stories: [
      '{who}, nach Klinikaufenthalt stabil, bisherige Fachärztin geht in den Ruhestand. Depotspritze in vier Wochen fällig.',
      ['{who}, Schizophrenie seit 2008, lebt allein, vernachlässigt die Wohnung. Medikamente werden genommen.', 36, 75],
    ],
    diagnoses: [['F20.0', 'G'], ['F20.5', 'G'], ['F25.1', 'G']],
    medication: ['Paliperidon-Depot 100 mg monatlich', 'Olanzapin 10 mg, Gewicht +8 kg', 'Aripiprazol 15 mg'],
    tried: ['Ambulante psychiatrische Pflege beantragt', null],
  },
  {
    reason: 'alcohol', weight: 6, ages: [20, 78], urgencies: ['urgent', 'acute_treatment', 'soon', 'routine'], categories: ['addiction_counselling', ...clinic],
    stories: [
      '{who}, täglich vier bis sechs Bier, Führerschein verloren, möchte aufhören. Leberwerte erhöht.',
      '{who}, nach der Entgiftung vor vier Monaten jetzt seit drei Wochen rückfällig, Familie hält zusammen.',
      '{who}, trinkt heimlich am Abend, spricht es heute zum ersten Mal an.',
    ],
    diagnoses: [['F10.2', 'G'], ['F10.1', 'V'], ['F10.2', 'V']],
    medication: ['keine', 'Thiamin', null],
    tried: ['Körperliche Entgiftung stationär', 'Kurzintervention, Trinktagebuch', null],
  },
  {
    reason: 'other_substances', weight: 3, ages: [16, 75], urgencies: ['acute_treatment', 'soon', 'routine'], categories: ['addiction_counselling', ...clinic],
    stories: [
      ['{who}, täglicher Cannabiskonsum seit der Schulzeit, Antrieb und Gedächtnis leiden, möchte reduzieren.', 16, 40],
      ['{who}, Lorazepam seit vier Jahren, inzwischen 3 mg am Tag. Bitte um Plan zum Ausschleichen.', 26, 75],
    ],
    diagnoses: [['F12.2', 'V'], ['F13.2', 'G'], ['F12.1', 'V']],
    medication: ['Lorazepam 3 mg', 'keine', null],
    tried: ['Dosis in kleinen Schritten vermindert, dann abgebrochen', null],
  },
  {
    reason: 'eating', weight: 3, ages: [16, 45], urgencies: ['urgent', 'acute_treatment', 'soon'], categories: [...talk, ...day],
    stories: [
      '{who}, in sechs Monaten 11 kg abgenommen, BMI 17,1, Labor wöchentlich, Kreislauf stabil.',
      '{who}, Essanfälle mehrmals in der Woche mit Erbrechen, Kalium zuletzt grenzwertig.',
    ],
    diagnoses: [['F50.0', 'V'], ['F50.2', 'G']],
    medication: ['keine', 'Kalium als Brausetablette', null],
    tried: ['Wöchentliches Wiegen und Labor in der Praxis', 'Ernährungsberatung', null],
  },
  {
    reason: 'sleep', weight: 3, ages: [25, 85], urgencies: ['soon', 'routine'], categories: [...talk, ...clinic],
    stories: [
      '{who}, seit einem Jahr höchstens vier Stunden Schlaf, tagsüber gereizt. Schlafapnoe ausgeschlossen.',
      ['{who}, Schichtarbeit, nimmt seit Monaten jede Nacht ein Schlafmittel und möchte davon loskommen.', 25, 64],
      ['{who}, nimmt seit dem Klinikaufenthalt jede Nacht ein Schlafmittel, nachts ein Sturz.', 65, 85],
    ],
    diagnoses: [['F51.0', 'G'], ['F51.0', 'V']],
    medication: ['Zopiclon 7,5 mg jede Nacht', 'Melatonin', 'keine'],
    tried: ['Schlafhygiene besprochen, Schlaftagebuch liegt bei', null],
  },
  {
    reason: 'around_birth', weight: 3, ages: [20, 42], sex: 'female', urgencies: ['very_urgent', 'urgent', 'acute_treatment'], categories: [...clinic, ...talk],
    stories: [
      '{who}, zehn Wochen nach der Geburt, weint viel, Angst, dem Kind nicht gerecht zu werden. Stillt. Hebamme und Partner unterstützen.',
      '{who}, 28. Woche, frühere Depression, möchte Medikation in der Schwangerschaft besprechen.',
    ],
    diagnoses: [['F53.0', 'V'], ['F32.1', 'V']],
    medication: ['keine, stillt', 'Sertralin 50 mg', null],
    tried: ['Frühe Hilfen eingeschaltet', 'Hebamme kommt dreimal in der Woche', null],
  },
  {
    reason: 'self_harm', weight: 4, ages: [16, 45], urgencies: ['urgent', 'acute_treatment', 'soon'], categories: [...clinic, ...talk, ...day],
    stories: [
      '{who}, Selbstverletzungen bei Anspannung, zuletzt vor zwei Wochen. Keine Suizidabsicht, Notfallplan ist besprochen.',
      '{who}, heftige Gefühlsschwankungen, Arbeitsplatz mehrfach verloren, wünscht sich ein Fertigkeitentraining.',
    ],
    diagnoses: [['F60.31', 'V'], ['F60.31', 'G']],
    medication: ['keine', 'Quetiapin 25 mg bei Bedarf', null],
    tried: ['Notfallkoffer erarbeitet', 'Frühere Jugendhilfe bis 2021', null],
  },
  {
    reason: 'memory', weight: 4, ages: [64, 85], urgencies: ['soon', 'routine', 'acute_treatment'], categories: clinic,
    stories: [
      '{who}, verlegt Dinge, findet Wörter nicht, MMST 23. Die Familie führt inzwischen die Finanzen.',
      '{who}, nach Krankenhausaufenthalt verwirrt und nachts unruhig, tagsüber besser. Tochter bittet um Beratung.',
    ],
    diagnoses: [['F03', 'V'], ['F06.7', 'V']],
    medication: ['Ramipril, ASS; keine Psychopharmaka', 'Pipamperon 20 mg zur Nacht', null],
    tried: ['Labor, Schädel-CT unauffällig, Uhrentest auffällig', null],
  },
  {
    reason: 'attention', weight: 4, ages: [18, 50], urgencies: ['routine'], categories: [...clinic, ...talk],
    stories: [
      ['{who}, seit der Schulzeit unaufmerksam und rastlos, Ausbildung zweimal abgebrochen, Zeugnisse liegen vor.', 18, 32],
      ['{who}, Frage nach der eigenen Aufmerksamkeit, seit beim Kind die Diagnose gestellt wurde. Bitte um Abklärung.', 26, 50],
    ],
    diagnoses: [['F90.0', 'V'], ['F98.80', 'V']],
    medication: ['keine', null],
    tried: ['Fragebogen ausgefüllt, liegt bei', null],
  },
  {
    reason: 'autism_question', weight: 2, ages: [16, 40], urgencies: ['routine'], categories: [...clinic, ...talk],
    stories: ['{who}, sehr gute fachliche Leistungen, im Team große Schwierigkeiten, Reizüberflutung. Bitte um Einschätzung, ob eine Diagnostik sinnvoll ist.'],
    diagnoses: [['F84.5', 'V']],
    medication: ['keine', null],
    tried: ['Berufsberatung', null],
  },
  {
    reason: 'aftercare', weight: 5, urgencies: ['urgent', 'acute_treatment', 'soon'], categories: [...clinic, ...social, ...day],
    stories: [
      '{who}, Entlassung nach sieben Wochen stationärer Behandlung, Bericht folgt. Termin innerhalb von zwei Wochen erbeten.',
      '{who}, nach tagesklinischer Behandlung deutlich gebessert, braucht Anschluss, damit der Alltag gelingt.',
    ],
    diagnoses: [['F33.1', 'G'], ['F20.0', 'G'], ['F32.2', 'Z']],
    medication: ['laut Entlassbrief', 'Venlafaxin 225 mg', 'Quetiapin 200 mg'],
    tried: ['Stationäre Behandlung abgeschlossen', null],
  },
  {
    reason: 'social_need', weight: 5, urgencies: ['acute_treatment', 'soon', 'routine'], categories: social,
    stories: [
      ['{who}, Strom abgestellt, Post ungeöffnet, nimmt seit Wochen keine Termine wahr. Hausbesuch erwünscht.', 21, 85],
      ['{who}, geht seit Monaten nicht mehr zur Ausbildung und kaum aus dem Zimmer. Die Familie bittet um einen ersten Besuch.', 16, 21],
      ['{who}, Wohnung gekündigt, seelisch sehr belastet, kommt mit Anträgen nicht zurecht.', 21, 85],
      ['{who}, lebt zurückgezogen im Elternhaus, die Eltern sind beide über 80. Es geht um Hilfe, bevor es schwierig wird.', 40, 62],
    ],
    diagnoses: [['F20.5', 'G'], ['F33.9', 'V'], ['F60.6', 'V']],
    medication: ['unbekannt', 'keine', null],
    tried: ['Schuldnerberatung empfohlen', 'Telefonisch nicht erreicht, Nachbarin hat Kontakt', null],
  },
  {
    reason: 'medication_review', weight: 4, ages: [30, 85], urgencies: ['soon', 'routine'], categories: clinic,
    stories: [
      ['{who}, seit zehn Jahren drei Psychopharmaka, jetzt Stürze. Bitte um Überprüfung der Medikation.', 60, 85],
      '{who}, unter der bisherigen Behandlung müde und 12 kg Gewichtszunahme, möchte umstellen.',
    ],
    diagnoses: [['F33.4', 'G'], ['F20.0', 'G'], ['F31.7', 'G']],
    medication: ['Olanzapin 15 mg, Mirtazapin 30 mg, Lorazepam 1 mg', 'Amitriptylin 75 mg, Citalopram 20 mg (QTc 460 ms)'],
    tried: ['Eigener Absetzversuch führte zu Schlaflosigkeit', null],
  },
];
