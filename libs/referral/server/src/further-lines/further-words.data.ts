import type { Accessibility, Muster6, Ptv11, ReferralContent, Travel } from '@lotse/referral/model';

/** What a referral says besides reason, question and first diagnosis, where each has a line or a column of its own. */
export type FurtherField =
  | 'diagnosisCode'
  | 'certainty'
  | 'furtherDiagnoses'
  | 'risk'
  | 'shortNotice'
  | 'ptv11'
  | 'muster6'
  | 'insurance'
  | 'placementCode'
  | 'interpreter'
  | 'accessibility'
  | 'travel'
  | 'dischargeOn'
  | 'extra';

type Named<Value> = Record<NonNullable<Value> & string, string>;

/** The words of papers and files, which are read without Lotse. */
export interface FurtherWords {
  terms: Record<FurtherField, string>;
  yes: string;
  no: string;
  radius: string;
  companion: string;
  notice: string;
  certainty: Named<ReferralContent['certainty']>;
  ptv11: Record<'date' | 'noDisorder' | 'recommendations' | 'details' | 'next' | 'promptNeeded' | 'copyTo', string> & {
    recommendation: Named<Ptv11['recommendations'][number]>;
    method: Named<Ptv11['methods'][number]>;
    nextIs: Named<Ptv11['next']>;
  };
  muster6: Record<'issuedOn' | 'order' | 'findings', string> & {
    purposeIs: Named<Muster6['purpose']>;
    kindIs: Named<Muster6['kind']>;
  };
  insurance: Named<ReferralContent['insurance']>;
  means: Named<Travel['means']>;
  need: Named<Accessibility['needs'][number]>;
}

export const furtherWords: Record<'de' | 'en', FurtherWords> = {
  de: {
    terms: {
      diagnosisCode: 'ICD-10-Code',
      certainty: 'Diagnosesicherheit',
      furtherDiagnoses: 'Weitere Diagnosen',
      risk: 'Gefährdung',
      shortNotice: 'Kurzfristig',
      ptv11: 'Patienteninformation (PTV 11)',
      muster6: 'Überweisung (Muster 6)',
      insurance: 'Versicherung',
      placementCode: 'Vermittlungscode',
      interpreter: 'Dolmetschen',
      accessibility: 'Vor Ort nötig',
      travel: 'Anreise',
      dischargeOn: 'Entlassung geplant am',
      extra: 'Weitere Angaben',
    },
    yes: 'Ja',
    no: 'Nein',
    radius: 'bis {{km}} km',
    companion: 'Kommt in Begleitung',
    notice: 'Kann kommen, mit {{count}} Stunden Vorlauf',
    certainty: {
      A: 'Ausschluss',
      V: 'Verdacht',
      G: 'gesichert',
      Z: 'Zustand nach',
    },
    ptv11: {
      date: 'Sprechstunde am',
      noDisorder: 'Kein Anhalt für eine behandlungsbedürftige Störung',
      recommendations: 'Empfehlungen',
      recommendation: {
        none: 'Keine Maßnahme',
        prevention: 'Prävention',
        outpatient_psychotherapy: 'Ambulante Psychotherapie',
        acute_treatment: 'Akutbehandlung',
        hospital: 'Stationäre Behandlung',
        rehabilitation: 'Rehabilitation',
        gp_clarification: 'Hausärztliche Abklärung',
        specialist_clarification: 'Fachärztliche Abklärung',
        outside_insurance: 'Hilfen außerhalb der Krankenversicherung',
      },
      method: {
        analytic: 'Analytisch',
        psychodynamic: 'Tiefenpsychologisch',
        systemic: 'Systemisch',
        behavioural: 'Verhaltenstherapie',
      },
      details: 'Nähere Angaben',
      next: 'Wie geht es weiter?',
      nextIs: {
        own_practice: 'In der eigenen Praxis',
        referred_on: 'Weitervermittlung',
      },
      promptNeeded: 'Zeitnah erforderlich?',
      copyTo: 'Kopie an die Hausarztpraxis',
    },
    muster6: {
      purposeIs: {
        curative: 'Kurativ',
        preventive: 'Präventiv',
        asv: 'Spezialfachärztlich (§ 116b)',
        attending: 'Belegärztlich',
      },
      kindIs: {
        co_treatment: 'Mit- oder Weiterbehandlung',
        commissioned: 'Auftragsleistung',
        consultation: 'Konsiliaruntersuchung',
      },
      issuedOn: 'Ausgestellt am',
      order: 'Auftrag',
      findings: 'Befunde',
    },
    insurance: {
      statutory: 'Gesetzlich',
      private: 'Privat',
      accident: 'Unfallversicherung (BG)',
      social_office: 'Sozialamt',
      asylum: 'Asylbewerberleistungen',
      self_payer: 'Zahlt selbst',
      other: 'Andere',
    },
    means: {
      on_foot: 'Zu Fuß',
      public_transport: 'Bus und Bahn',
      car: 'Mit dem Auto',
      is_driven: 'Wird gefahren',
      cannot_travel: 'Kann nicht kommen',
    },
    need: {
      step_free: 'Ohne Stufen',
      hearing: 'Hört schlecht',
      sign_language: 'Gebärdensprache',
      vision: 'Sieht schlecht',
      plain_language: 'Leichte Sprache',
      quiet_place: 'Ruhiger Warteplatz',
      assistance_dog: 'Assistenzhund',
    },
  },
  en: {
    terms: {
      diagnosisCode: 'ICD-10 code',
      certainty: 'Certainty of the diagnosis',
      furtherDiagnoses: 'Further diagnoses',
      risk: 'Risk',
      shortNotice: 'Short notice',
      ptv11: 'Patient information (PTV 11)',
      muster6: 'Referral form (Muster 6)',
      insurance: 'Insurance',
      placementCode: 'Placement code',
      interpreter: 'Interpreter',
      accessibility: 'Needed on site',
      travel: 'Travel',
      dischargeOn: 'Discharge planned on',
      extra: 'Further details',
    },
    yes: 'Yes',
    no: 'No',
    radius: 'up to {{km}} km',
    companion: 'Comes with somebody',
    notice: 'Can come with {{count}} hours’ notice',
    certainty: {
      A: 'excluded',
      V: 'suspected',
      G: 'confirmed',
      Z: 'state after',
    },
    ptv11: {
      date: 'First consultation on',
      noDisorder: 'No sign of a disorder that needs treatment',
      recommendations: 'Recommendations',
      recommendation: {
        none: 'No measure',
        prevention: 'Prevention',
        outpatient_psychotherapy: 'Outpatient psychotherapy',
        acute_treatment: 'Acute treatment',
        hospital: 'Treatment in hospital',
        rehabilitation: 'Rehabilitation',
        gp_clarification: 'Clarification by a GP',
        specialist_clarification: 'Clarification by a specialist',
        outside_insurance: 'Help outside of health insurance',
      },
      method: {
        analytic: 'Analytic',
        psychodynamic: 'Psychodynamic',
        systemic: 'Systemic',
        behavioural: 'Behavioural',
      },
      details: 'Details',
      next: 'What comes next?',
      nextIs: {
        own_practice: 'In the own practice',
        referred_on: 'Referred on',
      },
      promptNeeded: 'Needed promptly?',
      copyTo: 'Copy to the GP practice',
    },
    muster6: {
      purposeIs: {
        curative: 'Curative',
        preventive: 'Preventive',
        asv: 'Specialised outpatient care',
        attending: 'Attending doctor',
      },
      kindIs: {
        co_treatment: 'Shared or further treatment',
        commissioned: 'Commissioned service',
        consultation: 'Consultation',
      },
      issuedOn: 'Issued on',
      order: 'Commission',
      findings: 'Findings',
    },
    insurance: {
      statutory: 'Statutory',
      private: 'Private',
      accident: 'Accident insurance',
      social_office: 'Social welfare office',
      asylum: 'Asylum seekers’ benefits',
      self_payer: 'Pays themselves',
      other: 'Other',
    },
    means: {
      on_foot: 'On foot',
      public_transport: 'Bus and train',
      car: 'By car',
      is_driven: 'Is driven',
      cannot_travel: 'Cannot travel',
    },
    need: {
      step_free: 'Step-free',
      hearing: 'Hard of hearing',
      sign_language: 'Sign language',
      vision: 'Sees badly',
      plain_language: 'Plain language',
      quiet_place: 'Quiet place to wait',
      assistance_dog: 'Assistance dog',
    },
  },
};
