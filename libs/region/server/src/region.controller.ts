import type { AnswerOf, BodyOf } from '@lotse/kernel';
import { changeLetterTemplate, readLetterTemplates, readRegion } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves, Version } from '@lotse/server-kit/http';
import { Body, Controller } from '@nestjs/common';
import { LetterTemplates } from './letter-templates/letter-templates';
import { ReadRegion } from './read-region/read-region';

@Controller()
export class RegionController {
  constructor(
    private readonly readRegion: ReadRegion,
    private readonly letterTemplates: LetterTemplates,
  ) {}

  @Serves(readRegion)
  read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readRegion>> {
    return this.readRegion.run(transaction);
  }

  @Serves(readLetterTemplates)
  templates(@Current() transaction: Transaction): Promise<AnswerOf<typeof readLetterTemplates>> {
    return this.letterTemplates.read(transaction);
  }

  @Serves(changeLetterTemplate)
  changeTemplate(
    @Current() transaction: Transaction,
    @Version() version: number,
    @Body({ schema: changeLetterTemplate.body }) body: BodyOf<typeof changeLetterTemplate>,
  ): Promise<AnswerOf<typeof changeLetterTemplate>> {
    return this.letterTemplates.change(transaction, version, body);
  }
}
