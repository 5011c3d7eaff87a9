import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryController } from './directory.controller';
import { FindPublicServices } from './find-services/find-public-services';
import { FindServices } from './find-services/find-services';
import { ReadService } from './read-service/read-service';
import { ServiceEntity } from './service.entity';
import { Services } from './services';

@Module({
  imports: [TypeOrmModule.forFeature([ServiceEntity])],
  controllers: [DirectoryController],
  providers: [FindServices, FindPublicServices, ReadService, Services],
  exports: [Services],
})
export class DirectoryModule {}
