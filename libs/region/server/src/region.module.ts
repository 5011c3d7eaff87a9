import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LetterTemplates } from './letter-templates/letter-templates';
import { MunicipalityEntity } from './municipality.entity';
import { ReadRegion } from './read-region/read-region';
import { RegionController } from './region.controller';
import { RegionEntity } from './region.entity';
import { Regions } from './regions';

@Module({
  imports: [TypeOrmModule.forFeature([RegionEntity, MunicipalityEntity])],
  controllers: [RegionController],
  providers: [ReadRegion, Regions, LetterTemplates],
  exports: [Regions],
})
export class RegionModule {}
