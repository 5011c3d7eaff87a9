import { TypeOrmModule } from '@nestjs/typeorm';
import { CheckImportRows } from './check-import-rows';
import { ImportController } from './import.controller';
import { Imports } from './imports';
import { KnownPeople } from './known-people';
import { ReferralImportEntity, ReferralImportRowEntity } from './referral-import.entities';
import { RunImport } from './run-import';

/** Tables that are taken over: parts of the module, kept together. */
export const importParts = {
  imports: [TypeOrmModule.forFeature([ReferralImportEntity, ReferralImportRowEntity])],
  controllers: [ImportController],
  providers: [Imports, KnownPeople, CheckImportRows, RunImport],
  shared: [Imports, RunImport],
  tables: ['referral_import_row'],
};
