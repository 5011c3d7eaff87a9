import { MailModule } from '@lotse/server-kit/mail';
import { Module } from '@nestjs/common';
import { ReadColleagues } from './colleagues/read-colleagues';
import { DeputyshipController } from './deputyship.controller';
import { Deputyships } from './deputyships/deputyships';
import { PossibleDeputies } from './deputyships/possible-deputies';
import { HandOver } from './hand-over/hand-over';
import { InvitationController } from './invitation.controller';
import { AcceptInvitation } from './invitations/accept-invitation';
import { Invitations } from './invitations/invitations';
import { InviteStaff } from './invitations/invite-staff';
import { Links } from './invitations/links';
import { NewAccess } from './new-access/new-access';
import { OutsideOrganisationController } from './outside-organisation.controller';
import { OutsideOrganisations } from './outside-organisations/outside-organisations';
import { OrganisationController } from './organisation.controller';
import { Organisations } from './organisations/organisations';
import { OwnOrganisationSettings } from './organisations/own-organisation';
import { KnownDevices } from './sign-in/known-device';
import { Throttle } from './sign-in/throttle';
import { StaffController } from './staff.controller';
import { ChangeStaff } from './staff/change-staff';
import { DisableStaff } from './staff/disable-staff';
import { Members } from './staff/members';
import { ReactivateStaff } from './staff/reactivate-staff';
import { ReadOpenWork } from './staff/read-open-work';
import { ReadStaff } from './staff/read-staff';
import { ResetSecondFactor } from './staff/reset-second-factor';

const staff = [Members, ReadStaff, ChangeStaff, ReadOpenWork, DisableStaff, ReactivateStaff, ResetSecondFactor];
const waysIn = [Links, Invitations, InviteStaff, AcceptInvitation, NewAccess];

/** Who works where, who lets whom in, and who stands in for whom. Nothing here leads to a person. */
@Module({
  imports: [MailModule],
  controllers: [StaffController, InvitationController, DeputyshipController, OrganisationController, OutsideOrganisationController],
  providers: [
    ReadColleagues,
    KnownDevices,
    Throttle,
    HandOver,
    ...staff,
    ...waysIn,
    Deputyships,
    PossibleDeputies,
    Organisations,
    OwnOrganisationSettings,
    OutsideOrganisations,
  ],
  exports: [HandOver, KnownDevices, ReadColleagues, Throttle],
})
export class AdministrationModule {}
