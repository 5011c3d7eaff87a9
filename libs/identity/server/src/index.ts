export { HandOver, type WorkInHand } from './hand-over/hand-over';
export { IdentityModule } from './identity.module';
export { OrganisationEntity } from './organisation.entity';
export { StaffEntity } from './staff.entity';
export { hashPassword } from './sign-in/password';
export { demoPassword } from './read-demo-logins/read-demo-logins';
