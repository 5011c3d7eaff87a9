import { calendarDayOf, refuse, Refusal, versionStale, type AnswerOf, type BodyOf } from '@lotse/kernel';
import {
  effectiveInPast,
  letterKinds,
  letterLanguages,
  letterPlaceholders,
  placeholderProblems,
  templateOn,
  unknownPlaceholder,
  usualLetterTexts,
  type changeLetterTemplate,
  type LetterTemplate,
  type readLetterTemplates,
} from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { Regions } from '../regions';

const read = `
  select settings_version as version, coalesce(settings -> 'letterTemplates', '[]') as templates from region where id = current_region()`;
/** Only in the version that was looked at, and only by somebody who administers the county. */
const put = 'select put_letter_templates($1, $2) as version';

interface Kept {
  version: number;
  templates: LetterTemplate[];
}

/** The words of a county's letters. A version is added and never changed: what was printed can be read as it was. */
@Injectable()
export class LetterTemplates {
  constructor(private readonly regions: Regions) {}

  async read(transaction: Transaction): Promise<AnswerOf<typeof readLetterTemplates>> {
    const { version, templates } = await this.kept(transaction);
    const today = calendarDayOf(new Date());
    const items = letterKinds.flatMap((kind) =>
      letterLanguages.map((language) => {
        const usual = usualLetterTexts[language][kind];
        const own = templateOn(templates, kind, language, today)?.text;
        const versions = templates.filter((one) => one.kind === kind && one.language === language).reverse();
        return { kind, language, text: own ?? usual, usual, isUsual: !own, versions };
      }),
    );
    return { version, placeholders: [...letterPlaceholders], items };
  }

  async change(
    transaction: Transaction,
    version: number,
    { kind, language, effectiveFrom, text }: BodyOf<typeof changeLetterTemplate>,
  ): Promise<AnswerOf<typeof changeLetterTemplate>> {
    const fields = text ? placeholderProblems(text) : [];
    refuse(fields.length > 0 ? unknownPlaceholder({ fields }) : undefined);
    refuse(effectiveFrom < calendarDayOf(new Date()) ? effectiveInPast() : undefined);
    const { version: current, templates } = await this.kept(transaction);
    if (current !== version) throw new Refusal(versionStale({ context: { version: current } }));
    const earlier = templates.filter((one) => one.kind === kind && one.language === language);
    const added: LetterTemplate = { kind, language, version: earlier.length + 1, effectiveFrom, text };
    const done = await transaction.row<{ version: number | null }>('letter-templates.put', put, [
      JSON.stringify([...templates, added]),
      version,
    ]);
    if (!done?.version) throw new Refusal(versionStale());
    const { regionId } = transaction.actor;
    transaction.record({ kind: 'act', verb: 'letterTemplate.change', subject: 'region', subjectId: regionId, basis: 'administration' });
    this.regions.forget(regionId);
    return { version: done.version };
  }

  private async kept(transaction: Transaction): Promise<Kept> {
    return (await transaction.row<Kept>('letter-templates.read', read))!;
  }
}
