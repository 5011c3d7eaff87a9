import { addCalendarDays, calendarDayOf, type BodyInput, type CalendarDay } from '@lotse/kernel';
import type { DataPart, recordReleases } from '@lotse/people/model';

/** An organisation that the person named, and whom inside it. */
export interface NamedRecipient {
  readonly id: string;
  readonly name: string;
  readonly within: string;
}

/** What one types when somebody agreed to something. Nothing is preset that the person has to decide. */
export interface ReleaseDraft {
  readonly recipients: readonly NamedRecipient[];
  readonly purpose: string;
  readonly dataParts: readonly DataPart[];
  readonly direction: string | null;
  readonly form: string | null;
  readonly evidence: string;
  readonly decidedBy: string | null;
  /** Somebody who is kept as the person's representative; `another` for whoever is entered here. */
  readonly representativeId: string | null;
  readonly representativeKind: string | null;
  readonly representativeName: string;
  readonly informedBy: string;
  readonly givenOn: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly agreed: boolean;
}

const oneYear = 365;

export function emptyRelease(today: CalendarDay = calendarDayOf(new Date())): ReleaseDraft {
  return {
    recipients: [],
    purpose: '',
    dataParts: [],
    direction: null,
    form: null,
    evidence: '',
    decidedBy: null,
    representativeId: null,
    representativeKind: null,
    representativeName: '',
    informedBy: '',
    givenOn: today,
    validFrom: today,
    validUntil: addCalendarDays(today, oneYear),
    agreed: false,
  };
}

/** Who is entered here, and not kept already. */
export const anotherRepresentative = 'another';

/** The inputs that are still missing, in the order of the form. Where representatives are kept, one of them is chosen first. */
export function missingOf(draft: ReleaseDraft, hasKept = false): string[] {
  const isChosen = !hasKept || draft.representativeId !== null;
  const isFor = draft.decidedBy === 'representative' && isChosen;
  const missing: Record<string, boolean> = {
    recipients: draft.recipients.length === 0,
    purpose: draft.purpose.trim().length < 3,
    dataParts: draft.dataParts.length === 0,
    direction: draft.direction === null,
    decidedBy: draft.decidedBy === null,
    'representative.id': draft.decidedBy === 'representative' && !isChosen,
    'representative.kind': isFor && draft.representativeKind === null,
    'representative.name': isFor && draft.representativeName.trim().length < 2,
    form: draft.form === null,
    givenOn: draft.givenOn === '',
    validFrom: draft.validFrom === '',
    validUntil: draft.validUntil === '',
    coversHealthData: !draft.agreed,
  };
  return Object.keys(missing).filter((name) => missing[name]);
}

function representativeOf({ representativeId: id, representativeKind, representativeName }: ReleaseDraft) {
  const who = { kind: representativeKind as 'parents', name: representativeName.trim() };
  return id === null || id === anotherRepresentative ? who : { ...who, id };
}

/** What the server is told. */
export function releasesInputOf(draft: ReleaseDraft): BodyInput<typeof recordReleases> {
  const { purpose, dataParts, givenOn, validFrom, validUntil } = draft;
  return {
    recipients: draft.recipients.map(({ id, within }) => ({ organisationId: id, within: within.trim() || null })),
    purpose: purpose.trim(),
    dataParts: [...dataParts],
    coversHealthData: true,
    direction: draft.direction as 'one_way',
    form: draft.form as 'written',
    evidence: draft.evidence.trim() || null,
    representative: draft.decidedBy === 'representative' ? representativeOf(draft) : null,
    ...(draft.informedBy ? { informedBy: draft.informedBy } : {}),
    givenOn,
    validFrom,
    validUntil,
  };
}
