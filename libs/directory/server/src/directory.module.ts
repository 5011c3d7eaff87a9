import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryController } from './directory.controller';
import { FindPublicServices } from './find-services/find-public-services';
import { FindServices } from './find-services/find-services';
import { ReadService } from './read-service/read-service';
import { ServiceEntity } from './service.entity';
import { ServiceFormEntity } from './service-questions/service-form.entity';
import { ServiceForms } from './service-questions/service-forms';
import { ServiceInsurances } from './service-insurances/service-insurances';
import { ServiceInsurancesController } from './service-insurances.controller';
import { ServiceQuestionsController } from './service-questions.controller';
import { Services } from './services';

@Module({
  imports: [TypeOrmModule.forFeature([ServiceEntity, ServiceFormEntity])],
  controllers: [DirectoryController, ServiceQuestionsController, ServiceInsurancesController],
  providers: [FindServices, FindPublicServices, ReadService, Services, ServiceForms, ServiceInsurances],
  exports: [Services, ServiceForms],
})
export class DirectoryModule {}
