import { holds, type Role } from '@lotse/identity/model';
import { HOLDS, type Holds } from '@lotse/server-kit/http';
import { Global, Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdministrationModule } from './administration.module';
import { DeskController } from './desk.controller';
import { ReadDraftKey } from './draft-key/read-draft-key';
import { OwnSessionsController } from './own-sessions.controller';
import { OwnSessions } from './own-sessions/own-sessions';
import { OwnSignInController } from './own-sign-in.controller';
import { ChangePassword } from './own-sign-in/change-password';
import { ConfirmSession } from './own-sign-in/confirm-session';
import { OwnSession } from './own-sign-in/own-session';
import { ReadOwnSignIn } from './own-sign-in/read-own-sign-in';
import { OrganisationEntity } from './organisation.entity';
import { PasskeysController } from './passkeys.controller';
import { OwnPasskeys } from './passkeys/own-passkeys';
import { PasskeyStrategy } from './passkeys/passkey.strategy';
import { Passkeys } from './passkeys/passkeys';
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
import { Authenticators } from './second-factor/authenticators';
import { RecoveryCodes } from './second-factor/recovery-codes';
import { Seals } from './second-factor/seals';
import { SecondFactors } from './second-factor/second-factors';
import { SecondStep } from './second-factor/second-step';
import { SetUpAuthenticator } from './second-factor/set-up-authenticator';
import { SessionController } from './session.controller';
import { Challenges } from './sign-in/challenges';
import { PasswordStrategy } from './sign-in/password.strategy';
import { RefusedSignIns } from './sign-in/refused-sign-ins';
import { SessionCookies } from './sign-in/session-cookies';
import { SignIn } from './sign-in/sign-in';
import { LinkAccount } from './single-sign-on/link-account';
import { ProviderSecrets } from './single-sign-on/provider-secrets';
import { Providers } from './single-sign-on/providers';
import { SingleSignOn } from './single-sign-on/single-sign-on';
import { SingleSignOnStrategy } from './single-sign-on/single-sign-on.strategy';
import { SingleSignOnController } from './single-sign-on.controller';
import { OwnProvider } from './sign-in-rules/own-provider';
import { SignInRules } from './sign-in-rules/sign-in-rules';
import { SignInRulesController } from './sign-in-rules.controller';
import { StaffEntity } from './staff.entity';

const desk = [Preferences, ReadDraftKey, ReadPresence, TellPresence];
const secondFactor = [Seals, Authenticators, RecoveryCodes, SecondFactors, SecondStep, SetUpAuthenticator];
const passkeys = [Passkeys, PasskeyStrategy, OwnPasskeys];
const singleSignOn = [ProviderSecrets, Providers, LinkAccount, SingleSignOn, SingleSignOnStrategy, SignInRules, OwnProvider];
const ownSignIn = [OwnSession, OwnSessions, ReadOwnSignIn, ConfirmSession, ChangePassword];
const views = [ReadViews, SaveView, ChangeView, DeleteView];

const holdsPermission: Holds = (roles, permission) => holds(roles as Role[], permission);

@Global()
@Module({
  imports: [AdministrationModule, PassportModule, TypeOrmModule.forFeature([OrganisationEntity, StaffEntity])],
  controllers: [
    SessionController,
    OwnSignInController,
    OwnSessionsController,
    PasskeysController,
    SingleSignOnController,
    SignInRulesController,
    DeskController,
    SavedViewsController,
  ],
  providers: [
    SignIn,
    RefusedSignIns,
    SessionCookies,
    ReadSession,
    ReadDemoLogins,
    PasswordStrategy,
    Challenges,
    ...secondFactor,
    ...passkeys,
    ...singleSignOn,
    ...ownSignIn,
    ...desk,
    ...views,
    { provide: HOLDS, useValue: holdsPermission },
  ],
  exports: [HOLDS, AdministrationModule],
})
export class IdentityModule {}
