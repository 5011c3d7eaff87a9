export { CountyRuleVersionEntity } from './county-rules/county-rule-version.entity';
export { MunicipalityEntity } from './municipality.entity';
export { RegionEntity } from './region.entity';
export { RegionModule } from './region.module';
export { TravelTableVersionEntity } from './travel/travel-table-version.entity';
export { TravelTimeEntity } from './travel/travel-time.entity';
export { Regions } from './regions';
