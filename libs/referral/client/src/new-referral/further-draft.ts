import type { Answers } from '@lotse/directory/model';
import { answersIn, icdCodeSchema, type Muster6, type Ptv11, type ReferralContent } from '@lotse/referral/model';

/** A diagnosis as it is typed. */
export interface TypedDiagnosis {
  readonly text: string;
  readonly code: string;
  readonly certainty: string;
}

/** What only some referrals say, as it is typed. */
export interface FurtherPart {
  readonly diagnosisCode: string;
  readonly furtherDiagnoses: readonly TypedDiagnosis[];
  readonly risk: string;
  readonly placementCode: string;
  readonly insurance: string;
  readonly interpreter: string;
  readonly needs: readonly string[];
  readonly needsNote: string;
  readonly travelMeans: string;
  readonly travelRadius: string;
  readonly travelCompanion: boolean;
  readonly dischargeOn: string;
  readonly ptv11: Ptv11 | null;
  readonly muster6: Muster6 | null;
  /** Answers to what the service asks, by question. */
  readonly extra: Answers;
  /** The answers that the server keeps, and to whose questions. */
  readonly kept: { readonly serviceId: string; readonly extra: ReferralContent['extra'] } | null;
}

export const emptyFurther: FurtherPart = {
  diagnosisCode: '',
  furtherDiagnoses: [],
  risk: '',
  placementCode: '',
  insurance: '',
  interpreter: '',
  needs: [],
  needsNote: '',
  travelMeans: '',
  travelRadius: '',
  travelCompanion: false,
  dischargeOn: '',
  ptv11: null,
  muster6: null,
  extra: {},
  kept: null,
};

export const emptyPtv11: Ptv11 = {
  dates: [],
  noDisorder: false,
  recommendations: [],
  methods: [],
  details: null,
  next: null,
  promptNeeded: null,
  copyTo: null,
};

export const emptyMuster6: Muster6 = { purpose: null, kind: null, issuedOn: null, order: null, findings: null };

/** What the server keeps, as it stands in the form. */
export function furtherOf(content: ReferralContent): FurtherPart {
  const { accessibility, extra, serviceId } = content;
  return {
    diagnosisCode: typed(content.diagnosisCode),
    furtherDiagnoses: content.furtherDiagnoses.map(({ text, code, certainty }) => ({
      text,
      code: typed(code),
      certainty: typed(certainty),
    })),
    risk: typed(content.risk),
    placementCode: typed(content.placementCode),
    insurance: typed(content.insurance),
    interpreter: typed(content.interpreter),
    needs: accessibility?.needs ?? [],
    needsNote: typed(accessibility?.note),
    ...travelOf(content.travel),
    dischargeOn: typed(content.dischargeOn),
    ptv11: content.ptv11,
    muster6: content.muster6,
    extra: answersIn(extra),
    kept: extra && serviceId ? { serviceId, extra } : null,
  };
}

const typed = (text: string | null | undefined): string => text ?? '';

const travelOf = (travel: ReferralContent['travel']): Pick<FurtherPart, 'travelMeans' | 'travelRadius' | 'travelCompanion'> => ({
  travelMeans: travel?.means ?? '',
  travelRadius: travel?.radiusKm ? String(travel.radiusKm) : '',
  travelCompanion: travel?.companion ?? false,
});

const orNull = (text: string): string | null => text.trim() || null;
const codeOrNull = (text: string): string | null => (icdCodeSchema.safeParse(text).success ? text.trim().toUpperCase() : null);
const radiusOf = (text: string): number | null => {
  const radius = Math.round(Number(text));
  return radius >= 1 && radius <= 300 ? radius : null;
};

/** A form of which nothing was filled in is none. */
const isFilled = (form: object): boolean => Object.values(form).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));

type FurtherField =
  | 'diagnosisCode'
  | 'furtherDiagnoses'
  | 'risk'
  | 'placementCode'
  | 'insurance'
  | 'interpreter'
  | 'accessibility'
  | 'travel'
  | 'dischargeOn'
  | 'ptv11'
  | 'muster6';

/** What the server is told; a code that is none yet stays in the form until it is one. */
export function furtherContentOf(further: FurtherPart): Pick<ReferralContent, FurtherField> {
  const travel = { means: orNull(further.travelMeans), radiusKm: radiusOf(further.travelRadius), companion: further.travelCompanion };
  const accessibility = { needs: [...further.needs], note: orNull(further.needsNote) };
  return {
    diagnosisCode: codeOrNull(further.diagnosisCode),
    furtherDiagnoses: further.furtherDiagnoses
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, code, certainty }) => ({ text: text.trim(), code: codeOrNull(code), certainty: orNull(certainty) as 'V' | null })),
    risk: orNull(further.risk),
    placementCode: orNull(
      further.placementCode
        .replace(/[^A-Za-z0-9]/g, '')
        .toUpperCase()
        .slice(0, 20),
    ),
    insurance: orNull(further.insurance) as ReferralContent['insurance'],
    interpreter: orNull(further.interpreter),
    accessibility: isFilled(accessibility) ? (accessibility as ReferralContent['accessibility']) : null,
    travel: isFilled(travel) ? (travel as ReferralContent['travel']) : null,
    dischargeOn: orNull(further.dischargeOn),
    ptv11: further.ptv11 && isFilled(further.ptv11) ? further.ptv11 : null,
    muster6: further.muster6 && isFilled(further.muster6) ? further.muster6 : null,
  };
}
