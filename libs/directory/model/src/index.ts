export { capacitySchema, serviceCategorySchema, serviceSchema, type Service, type ServiceCategory } from './help-offer';
export { directoryPermissions, findPublicServices, findServices, readService } from './directory.contracts';
