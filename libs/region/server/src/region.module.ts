import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CountyRuleVersionEntity } from './county-rules/county-rule-version.entity';
import { CountyRules } from './county-rules/county-rules';
import { OfferingRulesOfCounty } from './county-rules/offering-rules';
import { LetterTemplates } from './letter-templates/letter-templates';
import { MunicipalityEntity } from './municipality.entity';
import { ReadRegion } from './read-region/read-region';
import { RegionController } from './region.controller';
import { RegionEntity } from './region.entity';
import { Regions } from './regions';
import { TravelController } from './travel/travel.controller';
import { TravelTimes } from './travel/travel-times';
import { TravelTableVersionEntity } from './travel/travel-table-version.entity';
import { TravelTimeEntity } from './travel/travel-time.entity';

@Module({
  imports: [
    TypeOrmModule.forFeature([RegionEntity, MunicipalityEntity, CountyRuleVersionEntity, TravelTableVersionEntity, TravelTimeEntity]),
  ],
  controllers: [RegionController, TravelController],
  providers: [ReadRegion, Regions, LetterTemplates, CountyRules, OfferingRulesOfCounty, TravelTimes],
  exports: [Regions],
})
export class RegionModule {}
