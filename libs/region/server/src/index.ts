export { CountyRuleVersionEntity } from './county-rules/county-rule-version.entity';
export { MunicipalityEntity } from './municipality.entity';
export { RegionEntity } from './region.entity';
export { RegionModule } from './region.module';
export { Regions } from './regions';
