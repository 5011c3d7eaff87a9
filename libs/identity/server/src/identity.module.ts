import { holds, type Role } from '@lotse/identity/model';
import { HOLDS, type Holds } from '@lotse/server-kit/http';
import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationEntity } from './organisation.entity';
import { ReadDemoLogins } from './read-demo-logins/read-demo-logins';
import { ReadSession } from './read-session/read-session';
import { SessionController } from './session.controller';
import { PasswordStrategy } from './sign-in/password.strategy';
import { SignIn } from './sign-in/sign-in';
import { StaffEntity } from './staff.entity';

const holdsPermission: Holds = (roles, permission) => holds(roles as Role[], permission);

@Global()
@Module({
  imports: [PassportModule, TypeOrmModule.forFeature([OrganisationEntity, StaffEntity])],
  controllers: [SessionController],
  providers: [SignIn, ReadSession, ReadDemoLogins, PasswordStrategy, { provide: HOLDS, useValue: holdsPermission }],
  exports: [HOLDS],
})
export class IdentityModule {}
