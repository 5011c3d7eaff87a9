export { DirectoryModule } from './directory.module';
export { ServiceEntity } from './service.entity';
export { Services, type ServiceFacts } from './services';
