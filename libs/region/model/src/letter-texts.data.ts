import type { LetterKind, LetterLanguage, LetterText } from './letter-template';

/** The words of letters where a county has none of its own. */
export const usualLetterTexts: Readonly<Record<LetterLanguage, Readonly<Record<LetterKind, LetterText>>>> = {
  de: {
    referral: {
      subject: 'Zuweisung {{reference}}: {{person}}, geboren am {{birthDate}}',
      opening: 'wir bitten Sie um die Mitbehandlung von {{person}}. Die Zuweisung richtet sich an: {{service}}.',
      closing:
        'Bitte bestätigen Sie uns den Eingang und sagen Sie uns, wie es weitergeht. Wir bleiben Ansprechpartner, bis Sie übernommen haben.',
    },
    acknowledgement: {
      subject: 'Eingangsbestätigung zur Zuweisung {{reference}}',
      opening: 'Ihre Zuweisung vom {{sentOn}} für {{person}}, geboren am {{birthDate}}, ist bei uns eingegangen: {{service}}.',
      closing: 'Sie hören von uns, sobald wir entschieden haben. Bis dahin erreichen Sie uns unter der angegebenen Nummer.',
    },
    decline: {
      subject: 'Rückgabe der Zuweisung {{reference}}',
      opening:
        'wir haben Ihre Zuweisung vom {{sentOn}} für {{person}}, geboren am {{birthDate}}, geprüft und können sie nicht übernehmen. Damit die Person trotzdem Hilfe bekommt, nennen wir den Grund und einen Weg, der weiterführt.',
      closing: 'Wenn sich etwas ändert oder Sie Fragen haben, rufen Sie uns bitte an.',
    },
    discharge: {
      subject: 'Entlassnachsorge, Zuweisung {{reference}}: {{person}}, geboren am {{birthDate}}',
      opening: 'wir bitten Sie um die Nachsorge nach der Entlassung von {{person}}. Angefragt ist: {{service}}.',
      closing: 'Bitte sagen Sie uns, wenn ein Termin innerhalb von sieben Tagen nach der Entlassung nicht möglich ist.',
    },
    outcome: {
      subject: 'Rückmeldung zur Zuweisung {{reference}}: {{person}}, geboren am {{birthDate}}',
      opening: 'wir berichten über {{person}}. Sie hatten am {{sentOn}} an uns zugewiesen: {{service}}.',
      closing: 'Bitte bestätigen Sie uns, dass Sie diese Rückmeldung erhalten haben. Für Rückfragen sind wir da.',
    },
    release_form: {
      subject: 'Entbindung von der Schweigepflicht',
      opening:
        'Ich, {{person}}, geboren am {{birthDate}}, entbinde {{sender}} gegenüber den unten genannten Stellen von der Schweigepflicht (§ 203 StGB) und willige ein, dass die genannten Angaben, auch zu meiner Gesundheit, weitergegeben werden (Art. 9 Abs. 2 Buchst. a DSGVO).',
      closing:
        'Diese Erklärung ist freiwillig. Ich kann sie jederzeit ohne Angabe von Gründen widerrufen, ganz oder für einzelne Stellen; ab dann wird nichts mehr weitergegeben. Aus einer Ablehnung entstehen mir keine Nachteile.',
    },
  },
  en: {
    referral: {
      subject: 'Referral {{reference}}: {{person}}, born on {{birthDate}}',
      opening: 'we ask you to see {{person}}. The referral is addressed to: {{service}}.',
      closing: 'Please confirm receipt and tell us how it goes on. We remain the contact until you have taken over.',
    },
    acknowledgement: {
      subject: 'Receipt of referral {{reference}}',
      opening: 'we have received your referral of {{sentOn}} for {{person}}, born on {{birthDate}}: {{service}}.',
      closing: 'You will hear from us as soon as we have decided. Until then you reach us under the number given above.',
    },
    decline: {
      subject: 'Return of referral {{reference}}',
      opening:
        'we have considered your referral of {{sentOn}} for {{person}}, born on {{birthDate}}, and cannot take it over. So that the person gets help all the same, we name the reason and a way forward.',
      closing: 'If anything changes, or if you have questions, please call us.',
    },
    discharge: {
      subject: 'Follow-up after discharge, referral {{reference}}: {{person}}, born on {{birthDate}}',
      opening: 'we ask you for the follow-up of {{person}} after discharge. We have asked for: {{service}}.',
      closing: 'Please tell us if an appointment within seven days of the discharge is not possible.',
    },
    outcome: {
      subject: 'Report on referral {{reference}}: {{person}}, born on {{birthDate}}',
      opening: 'we report on {{person}}. You referred to us on {{sentOn}}: {{service}}.',
      closing: 'Please confirm that you have received this report. We are there for questions.',
    },
    release_form: {
      subject: 'Release from confidentiality',
      opening:
        'I, {{person}}, born on {{birthDate}}, release {{sender}} from its duty of confidentiality (§ 203 StGB) towards the bodies named below, and agree that the information named, including that about my health, is passed on (Art. 9 (2) (a) GDPR).',
      closing:
        'This declaration is voluntary. I can revoke it at any time without giving reasons, as a whole or for single bodies; from then on nothing more is passed on. Refusing it has no disadvantages for me.',
    },
  },
};
