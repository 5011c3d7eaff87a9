import type { ServiceQuestion } from '@lotse/directory/model';
import { ServiceForms } from '@lotse/directory/server';
import { shownTo, type DataPart, type ReleasedParts } from '@lotse/people/model';
import { partsFrom, partsOfReferral } from '@lotse/people/server';
import { answersIn, referralContentSchema, type ReferralContent } from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Injectable } from '@nestjs/common';
import { contentObject } from '../content-columns';
import { furtherText, partOf } from '../further-lines/further-lines';
import type { FurtherField } from '../further-lines/further-words.data';
import { words, type ContentColumn, type ExportLanguage } from './words.data';

const contents = `
  select r.id, ${contentObject('r')} as content, ${partsOfReferral('r')} as parts from referral r where r.id = any ($1::uuid[])`;

interface Row {
  id: string;
  content: ReferralContent;
  parts: string | null;
}

/** The cells of a row that come of what was written. */
export type ContentCells = Record<ContentColumn, string>;

const plainColumns = { question: 'diagnosis', diagnosis: 'diagnosis', medication: 'medication', triedSoFar: 'notes' } as const;

/** What was written in referrals, as cells of a file: cut by what was released, like everything else. */
@Injectable()
export class ExportedContents {
  constructor(private readonly forms: ServiceForms) {}

  async of(transaction: Transaction, ids: readonly string[], language: ExportLanguage): Promise<ReadonlyMap<string, ContentCells>> {
    const rows = await transaction.rows<Row>('export.contents', contents, [ids]);
    const asked = await this.askedIn(transaction, rows);
    return new Map(rows.map((row) => [row.id, cellsOf(row, asked.get(keyOf(row.content)) ?? [], language)]));
  }

  /** The questions of each service once, in each version that was answered. */
  private async askedIn(transaction: Transaction, rows: readonly Row[]): Promise<ReadonlyMap<string, readonly ServiceQuestion[]>> {
    const answered = new Map(
      rows.flatMap(({ content }) => (content.serviceId && content.extra ? [[keyOf(content), content] as const] : [])),
    );
    const found = await Promise.all(
      [...answered].map(async ([key, { serviceId, extra }]) => {
        const { questions } = await this.forms.questions(transaction, serviceId!, extra!.version);
        return [key, questions] as const;
      }),
    );
    return new Map(found);
  }
}

const keyOf = ({ serviceId, extra }: ReferralContent): string => `${serviceId} ${extra?.version}`;

function cellsOf({ content, parts }: Row, questions: readonly ServiceQuestion[], language: ExportLanguage): ContentCells {
  const released = partsFrom(parts);
  const shown = shownTo(referralContentSchema, content, released) as ReferralContent;
  const cut = (part: DataPart, text: string): string => (isReleased(released, part) ? text : words[language].hidden);
  const written = Object.entries(plainColumns).map(([column, part]) => [column, cut(part, shown[column as 'question'] ?? '')]);
  const further = Object.entries(partOf).map(([field, part]) => [field, cut(part, furtherText(field as FurtherField, shown, language))]);
  return {
    ...Object.fromEntries([...written, ...further]),
    shortNotice: furtherText('shortNotice', shown, language),
    extra: answersText(content, shown, questions, language),
  } as ContentCells;
}

const isReleased = (released: ReleasedParts, part: DataPart): boolean => released === null || released.includes(part);

/** Some of the answers may be released and others not. */
function answersText(
  content: ReferralContent,
  shown: ReferralContent,
  questions: readonly ServiceQuestion[],
  language: ExportLanguage,
): string {
  const isCut = Object.keys(answersIn(shown.extra)).length < Object.keys(answersIn(content.extra)).length;
  return [furtherText('extra', shown, language, questions), isCut ? words[language].hidden : ''].filter(Boolean).join('\n');
}
