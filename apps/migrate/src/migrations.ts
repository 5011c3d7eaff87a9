import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foundations } from './0001-foundations';
import { chronicleAndOutbox } from './0002-chronicle-and-outbox';
import { directory } from './0003-directory';
import { people } from './0004-people';
import { referral } from './0005-referral';
import { calendar } from './0006-calendar';
import { waitingList } from './0007-waiting-list';
import { notification } from './0008-notification';
import { desk } from './0009-desk';
import { triageDesk } from './0010-triage-desk';
import { worklistsInOrder } from './0011-worklists-in-order';
import { releasesWhole } from './0012-releases-whole';
import { waysToSignIn } from './0014-ways-to-sign-in';
import { administration } from './0015-administration';
import { fullerChronicle } from './0016-fuller-chronicle';
import { completeSeals } from './0017-complete-seals';
import { limits } from './0018-limits';
import { retention } from './0019-retention';
import { breakGlass } from './0021-break-glass';
import { referralImports } from './0022-referral-imports';
import { lostKeys } from './0024-lost-keys';
import { attachments } from './0025-attachments';
import { tasks } from './0026-tasks';
import { wholeLife } from './0027-whole-life';
import { deadlines } from './0028-deadlines';
import { questions } from './0031-questions';
import { advice } from './0032-advice';
import { legs } from './0033-legs';
import { lettersAndPaper } from './0035-letters-and-paper';
import { paperInListsAndLinks } from './0036-paper-in-lists-and-links';
import { linesOfSigningIn } from './0037-lines-of-signing-in';
import { whoseItIs } from './0038-whose-it-is';
import { countyRules } from './0039-county-rules';
import { changedSince } from './0040-changed-since';
import { onePerson } from './0029-one-person';
import { wholeForm } from './0030-whole-form';
import { bornInAYear } from './0041-born-in-a-year';
import { line } from './0043-line';
import { riskInEmergencies } from './0044-risk-in-emergencies';
import { timeThatIsTaken } from './0045-time-that-is-taken';
import { wishes } from './0047-wishes';
import { travelTimes } from './0048-travel-times';
import { roundsOfOffers } from './0049-rounds-of-offers';
import { slotsThatFitNobody } from './0050-slots-that-fit-nobody';
import { afterBooking } from './0051-after-booking';
import { careOfLists } from './0052-care-of-lists';
import { rankRules } from './0053-rank-rules';
import { emergencyCalls } from './0055-emergency-calls';
import { answersAsGiven } from './0057-answers-as-given';
import { listsInOtherOrders } from './0058-lists-in-other-orders';
import { offeringInVersions } from './0059-offering-in-versions';
import { datesThatStay } from './0060-dates-that-stay';
import { roundsDecidedAgain } from './0065-rounds-decided-again';
import { changesInOneStatement } from './0062-changes-in-one-statement';
import { rulesTriedOut } from './0054-rules-tried-out';
import { changedPerson } from './0056-changed-person';
import { recurringTimes } from './0046-recurring-times';
import { releasesThatEnd } from './0063-releases-that-end';
import { strongSessions } from './0064-strong-sessions';
import { nothingForWhoHasLeft } from './0066-nothing-for-who-has-left';
import { sentByUrgency } from './0067-sent-by-urgency';
import { ordersWithoutLeaks } from './0068-orders-without-leaks';
import { opennessPlannedOnce } from './0069-openness-planned-once';
import { releasesThatEnded } from './0070-releases-that-ended';
import { nothingWithNobody } from './0075-nothing-with-nobody';
import { whereOneMeets } from './0080-where-one-meets';
import { secondDates } from './0081-second-dates';
import { numbersForWhoCoordinates } from './0082-numbers-for-who-coordinates';
import { beyondTheOwnList } from './0083-beyond-the-own-list';
import { picturesOfTheCounty } from './0084-pictures-of-the-county';
import { daysAfterDecline } from './0089-days-after-a-decline';
import { whyOffersWereOvertaken } from './0090-why-offers-were-overtaken';
import { foundByName } from './0092-found-by-name';
import { entriesOfPerson } from './0093-entries-of-a-person';
import { namesAsCompared } from './0094-names-as-compared';
import { timeInOneOrder } from './0095-time-in-one-order';

/** TypeORM orders migrations by the last thirteen digits of their name. */
const numbered = (number: number) => `Lotse${String(1_000_000_000_000 + number)}`;

function migration(number: number, sql: string): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = numbered(number);
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }
    /** Forward only: what went wrong is mended by the next migration. */
    async down(): Promise<void> {
      throw new Error('Migrations run forward only.');
    }
  };
}

/** By number, not by place: a gap is a migration that has not landed yet. */
const byNumber: readonly (readonly [number: number, sql: string])[] = [
  [1, foundations],
  [2, chronicleAndOutbox],
  [3, directory],
  [4, people],
  [5, referral],
  [6, calendar],
  [7, waitingList],
  [8, notification],
  [9, desk],
  [10, triageDesk],
  [11, worklistsInOrder],
  [12, releasesWhole],
  [14, waysToSignIn],
  [15, administration],
  [16, fullerChronicle],
  [17, completeSeals],
  [18, limits],
  [19, retention],
  [21, breakGlass],
  [22, referralImports],
  [24, lostKeys],
  [25, attachments],
  [26, tasks],
  [27, wholeLife],
  [28, deadlines],
  [31, questions],
  [32, advice],
  [33, legs],
  [35, lettersAndPaper],
  [36, paperInListsAndLinks],
  [37, linesOfSigningIn],
  [38, whoseItIs],
  [29, onePerson],
  [30, wholeForm],
  [41, bornInAYear],
  [39, countyRules],
  [40, changedSince],
  [43, line],
  [44, riskInEmergencies],
  [45, timeThatIsTaken],
  [47, wishes],
  [48, travelTimes],
  [49, roundsOfOffers],
  [50, slotsThatFitNobody],
  [51, afterBooking],
  [52, careOfLists],
  [53, rankRules],
  [55, emergencyCalls],
  [57, answersAsGiven],
  [58, listsInOtherOrders],
  [59, offeringInVersions],
  [54, rulesTriedOut],
  [56, changedPerson],
  [46, recurringTimes],
  [62, changesInOneStatement],
  [60, datesThatStay],
  [63, releasesThatEnd],
  [64, strongSessions],
  [65, roundsDecidedAgain],
  [66, nothingForWhoHasLeft],
  [67, sentByUrgency],
  [68, ordersWithoutLeaks],
  [69, opennessPlannedOnce],
  [70, releasesThatEnded],
  [75, nothingWithNobody],
  [80, whereOneMeets],
  [81, secondDates],
  [82, numbersForWhoCoordinates],
  [83, beyondTheOwnList],
  [84, picturesOfTheCounty],
  [89, daysAfterDecline],
  [90, whyOffersWereOvertaken],
  [92, foundByName],
  [93, entriesOfPerson],
  [94, namesAsCompared],
  [95, timeInOneOrder],
];

/** Every migration, in order. A number is never reused, a migration that has landed is never changed. */
export const migrations = byNumber.map(([number, sql]) => migration(number, sql));
