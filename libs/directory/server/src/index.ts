export { DirectoryModule } from './directory.module';
export { ServiceEntity } from './service.entity';
export { Services, type ServiceFacts } from './services';
export { ServiceFormEntity } from './service-questions/service-form.entity';
export { ServiceForms } from './service-questions/service-forms';
