import type { AnswerOf } from '@lotse/kernel';
import { readRegion } from '@lotse/region/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Controller } from '@nestjs/common';
import { ReadRegion } from './read-region/read-region';

@Controller()
export class RegionController {
  constructor(private readonly readRegion: ReadRegion) {}

  @Serves(readRegion)
  read(@Current() transaction: Transaction): Promise<AnswerOf<typeof readRegion>> {
    return this.readRegion.run(transaction);
  }
}
