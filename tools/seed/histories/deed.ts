import type { ServiceCategory } from '@lotse/directory/model';
import type { CalendarDay } from '@lotse/kernel';
import type { DataPart, PersonInput, Release } from '@lotse/people/model';
import type { ReferralContent } from '@lotse/referral/model';
import type { InventedService } from '../county/services';
import type { offerDeclines, returns, withdrawals } from './phrases';

interface Done {
  /** When it is to have happened. */
  at: Date;
  /** The address of whoever does it. */
  by: string;
}

type OnReferral = { referral: string };

/** One thing somebody does, as it is told to an act. People, referrals, slots and offers are named by keys of the plan. */
export type Deed = Done &
  (
    | { kind: 'enterPerson'; person: string; input: PersonInput }
    | { kind: 'recordRelease'; release: string; person: string; recipient: string; terms: ReleaseTerms }
    | { kind: 'revokeRelease'; release: string }
    | ({ kind: 'draft'; person: string; service: string | null; content: Partial<Omit<ReferralContent, 'serviceId'>> } & OnReferral)
    | ({ kind: 'submit' } & OnReferral)
    | ({ kind: 'acknowledge' } & OnReferral)
    | ({ kind: 'startTriage' } & OnReferral)
    | ({ kind: 'requestInfo'; question: string; dueOn: CalendarDay } & OnReferral)
    | ({ kind: 'provideInfo'; answer: string } & OnReferral)
    | ({ kind: 'accept'; note?: string } & OnReferral)
    | ({ kind: 'waitlist'; note?: string } & OnReferral)
    | ({ kind: 'decline'; returned: (typeof returns)[number] } & OnReferral)
    | ({ kind: 'redirect'; service: string; note: string } & OnReferral)
    | ({ kind: 'addPart'; part: string; service: string; question: string } & OnReferral)
    | ({ kind: 'withdraw'; withdrawal: (typeof withdrawals)[number] } & OnReferral)
    | ({ kind: 'discard'; reason?: string } & OnReferral)
    /** Asks services whether there is room, without a person; the first one answers. */
    | { kind: 'askCapacity'; services: string[]; about: RoomWanted; answer?: { by: string } & RoomAnswer }
    /** Asks a service for advice, without a person or about somebody. */
    | { kind: 'askAdvice'; service: string; question: string; diagnosis: string; age: number; answer?: { by: string; text: string } }
    /** What a service usually asks. */
    | { kind: 'keepQuestions'; service: string; questions: string[] }
    | { kind: 'assign'; referrals: string[]; to: string }
    /** The first few of these that are not due before: when work is due depends on what was done when. */
    | { kind: 'snooze'; referrals: string[]; atMost: number; until: CalendarDay }
    | PlannedSlot
    | { kind: 'cancelSlot'; slot: string; reason: 'clinic_cancelled' | 'staff_absence' }
    | ({ kind: 'offer'; offer: string; slot: string; cascade: boolean; outOfTurn?: string } & OnReferral)
    | { kind: 'acceptOffer'; offer: string }
    | { kind: 'declineOffer'; offer: string; decline: (typeof offerDeclines)[number] }
    | { kind: 'withdrawOffer'; offer: string; reason: string }
  );

export type DeedOf<Kind extends Deed['kind']> = Extract<Deed, { kind: Kind }>;

/** What is looked for, without a word about who it is. */
export interface RoomWanted {
  age: number;
  diagnosis: string;
  certainty: 'V' | 'G';
  category: ServiceCategory;
  postcode: string;
  urgency: 'urgent' | 'soon' | 'routine';
  needs: string | null;
}

export interface RoomAnswer {
  verdict: 'yes' | 'waiting_list' | 'no';
  weeks?: number;
  text?: string;
}

export interface ReleaseTerms {
  purpose: string;
  dataParts: DataPart[];
  form: Release['form'];
  givenOn: CalendarDay;
  validUntil: CalendarDay;
}

export interface PlannedSlot {
  kind: 'openSlot';
  slot: string;
  service: string;
  schedule: string;
  startsAt: Date;
  minutes: number;
  mode: 'on_site' | 'video' | 'phone';
  /** Whether it is opened in the far future first, because its own time, or the notice it gave, has passed. */
  isStaged: boolean;
}

/** A referral of the plan, as far as waiting lists need to know it. */
export interface PlannedReferral {
  key: string;
  person: string;
  /** The organisation that refers. */
  referrer: string;
  service: InventedService | null;
  urgency: ReferralContent['urgency'];
  shortNotice: boolean;
  minimumNoticeHours: number;
  sentAt: Date;
  joinedAt: Date | null;
}

/** Everything that happens in the demo counties, in the order of time. */
export interface Plan {
  /** What has happened up to now; moved into the past after it was done. */
  past: Deed[];
  /** What has happened just now, and is not to ring anybody. */
  today: Deed[];
  /** What has happened just now and is still to be told: the first notices. */
  fresh: Deed[];
}
