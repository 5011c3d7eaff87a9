import { holds, type Role } from '@lotse/identity/model';
import { HOLDS, type Holds } from '@lotse/server-kit/http';
import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReadColleagues } from './colleagues/read-colleagues';
import { DeskController } from './desk.controller';
import { ReadDraftKey } from './draft-key/read-draft-key';
import { OrganisationEntity } from './organisation.entity';
import { Preferences } from './preferences/preferences';
import { ReadPresence } from './presence/read-presence';
import { TellPresence } from './presence/tell-presence';
import { ReadDemoLogins } from './read-demo-logins/read-demo-logins';
import { ReadSession } from './read-session/read-session';
import { SavedViewsController } from './saved-views.controller';
import { ChangeView } from './saved-views/change-view';
import { DeleteView } from './saved-views/delete-view';
import { ReadViews } from './saved-views/read-views';
import { SaveView } from './saved-views/save-view';
import { SessionController } from './session.controller';
import { PasswordStrategy } from './sign-in/password.strategy';
import { SignIn } from './sign-in/sign-in';
import { ReadStaff } from './staff/read-staff';
import { StaffController } from './staff.controller';
import { StaffEntity } from './staff.entity';

const desk = [Preferences, ReadColleagues, ReadDraftKey, ReadPresence, TellPresence];
const views = [ReadViews, SaveView, ChangeView, DeleteView];
const administration = [ReadStaff];

const holdsPermission: Holds = (roles, permission) => holds(roles as Role[], permission);

@Global()
@Module({
  imports: [PassportModule, TypeOrmModule.forFeature([OrganisationEntity, StaffEntity])],
  controllers: [SessionController, DeskController, SavedViewsController, StaffController],
  providers: [
    SignIn,
    ReadSession,
    ReadDemoLogins,
    PasswordStrategy,
    ...desk,
    ...views,
    ...administration,
    { provide: HOLDS, useValue: holdsPermission },
  ],
  exports: [HOLDS],
})
export class IdentityModule {}
