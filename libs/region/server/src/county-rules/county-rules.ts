import { calendarDayOf, refuse, Refusal, versionStale, type AnswerOf, type BodyOf, type Problem } from '@lotse/kernel';
import {
  codeTaken,
  deadlinesOf,
  deadlineVersions,
  endsBeforeItBegins,
  nothingChanged,
  reasonsOf,
  reasonVersions,
  unknownRule,
  validFromInPast,
  usualRankOrder,
  type changeDeadlineRule,
  type changeRankRule,
  type changeReasonRule,
  type readDeadlineRules,
  type readReasonRules,
  type RankRule,
  type RegionSettings,
  type VersionedRule,
} from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Regions } from '../regions';

const settled = 'select settings_version as version, settings_of(r) as settings from region r where r.id = current_region()';
const authors = `
  select v.list, v.code, v.version, v.at, v.why, v.restores, s.display_name as "byName"
  from county_rule_version v left join staff s on s.id = v.staff_id where v.region_id = current_region() and v.kind = $1`;
/** Only in the version that was looked at, and only by somebody who administers the county. */
const put = 'select version, rule_version as "ruleVersion" from put_county_rule($1, $2, $3, $4, $5, $6, $7, $8)';

interface Author {
  list: string;
  code: string;
  version: number;
  at: Date;
  why: string;
  restores: number | null;
  byName: string | null;
}

/** A rule as it is written, whichever it is. */
interface Written {
  code: string;
  from: string | null;
  until: string | null;
}

interface Change {
  kind: 'deadline' | 'reason' | 'rank' | 'offering';
  verb: 'countyRule.changeDeadline' | 'countyRule.changeReason' | 'rankRule.change' | 'countyRule.changeOffering';
  list: string;
  /** Every version of it that there is. */
  known: readonly (Written & VersionedRule)[];
  said: { isNew: boolean; validFrom: string; why: string; restores?: number; rule: Written };
}

type Changed = AnswerOf<typeof changeDeadlineRule>;

/** Deadlines, reasons and the order of waiting lists of a county. A version is added and never changed: what was begun under one can be read as it was. */
@Injectable()
export class CountyRules {
  constructor(private readonly regions: Regions) {}

  async deadlines(transaction: Transaction): Promise<AnswerOf<typeof readDeadlineRules>> {
    const { version, settings } = await this.settled(transaction);
    const writtenBy = await this.authors(transaction, 'deadline');
    const all = deadlineVersions(settings);
    const held = deadlinesOf(settings, calendarDayOf(new Date()));
    const items = deadlinesOf(settings).map(({ code }) => ({
      code,
      inForce: versionIn(held.find((rule) => rule.code === code)),
      versions: versionsOf(
        all.filter((rule) => rule.code === code),
        (number) => writtenBy.get(` ${code} ${number}`),
      ),
    }));
    return { version, items };
  }

  async reasons(transaction: Transaction): Promise<AnswerOf<typeof readReasonRules>> {
    const { version, settings } = await this.settled(transaction);
    const writtenBy = await this.authors(transaction, 'reason');
    const all = reasonVersions(settings);
    const held = reasonsOf(settings, calendarDayOf(new Date()));
    const items = reasonsOf(settings).map(({ list, code }) => ({
      list,
      code,
      inForce: versionIn(held.find((rule) => rule.list === list && rule.code === code)),
      versions: versionsOf(
        all.filter((rule) => rule.list === list && rule.code === code),
        (number) => writtenBy.get(`${list} ${code} ${number}`),
      ),
    }));
    return { version, items };
  }

  async changeDeadline(transaction: Transaction, version: number, said: BodyOf<typeof changeDeadlineRule>): Promise<Changed> {
    const { settings } = await this.settled(transaction);
    const known = deadlineVersions(settings).filter(({ code }) => code === said.rule.code);
    return this.change(transaction, version, { kind: 'deadline', verb: 'countyRule.changeDeadline', list: '', known, said });
  }

  async changeReason(transaction: Transaction, version: number, said: BodyOf<typeof changeReasonRule>): Promise<Changed> {
    const { settings } = await this.settled(transaction);
    const { list } = said.rule;
    const known = reasonVersions(settings).filter((one) => one.list === list && one.code === said.rule.code);
    return this.change(transaction, version, { kind: 'reason', verb: 'countyRule.changeReason', list, known, said });
  }

  /** The order of waiting lists, of the county or of a service of one's own: who may is for the database to say. */
  async changeRank(transaction: Transaction, version: number, body: BodyOf<typeof changeRankRule>): Promise<Changed> {
    const { serviceId, order, ...rest } = body;
    if (serviceId === null && order === null) throw new Refusal(unknownRule());
    const { settings } = await this.settled(transaction);
    const asWritten = (rule: Pick<RankRule, 'serviceId' | 'order'>) => ({ ...rule, code: 'order', from: null, until: null });
    const usual = { serviceId, order: serviceId === null ? usualRankOrder : null };
    const known = [usual, ...(settings.ranks ?? []).filter((one) => one.serviceId === serviceId)].map(asWritten);
    const said = { ...rest, isNew: false, rule: asWritten({ serviceId, order }) };
    return this.change(transaction, version, { kind: 'rank', verb: 'rankRule.change', list: serviceId ?? '', known, said });
  }

  /** Writes a version, unless it may not be. */
  async change(transaction: Transaction, version: number, { kind, verb, list, known, said }: Change): Promise<Changed> {
    refuse(refusedChange(known, said));
    const { rule, validFrom, why, restores } = said;
    const written = [kind, list, rule.code, validFrom, JSON.stringify(rule), why, restores ?? null, version];
    const done = await transaction.row<Changed>('county-rules.put', put, written);
    if (!done) throw new Refusal(versionStale());
    const { regionId } = transaction.actor;
    transaction.record({ kind: 'act', verb, subject: 'region', subjectId: regionId, basis: 'administration' });
    this.regions.forget(regionId);
    return done;
  }

  async settled(transaction: Transaction): Promise<{ version: number; settings: RegionSettings }> {
    return (await transaction.row<{ version: number; settings: RegionSettings }>('county-rules.settled', settled))!;
  }

  async authors(transaction: Transaction, kind: Change['kind']): Promise<Map<string, Author>> {
    const found = await transaction.rows<Author>('county-rules.authors', authors, [kind]);
    return new Map(found.map((one) => [`${one.list} ${one.code} ${one.version}`, one]));
  }
}

/** Why a version is not taken. */
function refusedChange(known: Change['known'], { rule, isNew, validFrom }: Change['said']): Problem | undefined {
  if (isNew !== (known.length === 0)) return isNew ? codeTaken() : unknownRule();
  if (validFrom < calendarDayOf(new Date())) return validFromInPast();
  if (rule.from && rule.until && rule.until < rule.from) return endsBeforeItBegins();
  const held = heldOn(known, validFrom);
  return held && isDeepStrictEqual(asKept(withoutVersion(held)), asKept(rule)) ? nothingChanged() : undefined;
}

const versionIn = (rule: VersionedRule | undefined): number | null => (rule ? (rule.version ?? 0) : null);

/** The version that would hold on a day if nothing were said now. */
const heldOn = (known: readonly (Written & VersionedRule)[], day: string) =>
  known
    .filter(({ validFrom = '' }) => validFrom <= day)
    .sort((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? '') || (one.version ?? 0) - (other.version ?? 0))
    .at(-1);

function withoutVersion<Rule extends VersionedRule>({ version: _version, validFrom: _validFrom, ...rule }: Rule): object {
  return rule;
}

/** As it is kept: what was left open is not there. */
const asKept = (rule: object): unknown => JSON.parse(JSON.stringify(rule));

/** All versions of one rule with whoever wrote them, the newest first. What is usual stands behind what the county came with. */
export function versionsOf<Rule extends VersionedRule>(rules: readonly Rule[], authorOf: (version: number) => Author | undefined) {
  const latest = new Map(rules.map((rule) => [rule.version ?? 0, rule]));
  return [...latest]
    .sort(([one], [other]) => other - one)
    .map(([version, rule]) => {
      const author = authorOf(version);
      return {
        version,
        validFrom: rule.validFrom ?? null,
        at: author?.at.toISOString() ?? null,
        byName: author?.byName ?? null,
        why: author?.why ?? null,
        restores: author?.restores ?? null,
        rule,
      };
    });
}
