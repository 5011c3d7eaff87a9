import type { AnswerOf, BodyOf, ParamsOf } from '@lotse/kernel';
import {
  actThroughLink,
  lookThroughLink,
  makeReceiverLink,
  openReceiverLink,
  printThroughLink,
  readReceiverLinks,
  revokeReceiverLink,
  type MovedReferral,
} from '@lotse/referral/model';
import type { Transaction } from '@lotse/server-kit/database';
import { Current, Serves } from '@lotse/server-kit/http';
import { Body, Controller, Param } from '@nestjs/common';
import { MakeReceiverLink } from './make-receiver-link';
import { ReceiverLinks } from './read-receiver-links';
import { ThroughLink } from './through-link';

/** Links for receivers without an account: made by the sender, used by whoever has the code. */
@Controller()
export class ReceiverLinksController {
  constructor(
    private readonly makeLink: MakeReceiverLink,
    private readonly links: ReceiverLinks,
    private readonly through: ThroughLink,
  ) {}

  @Serves(makeReceiverLink)
  make(
    @Current() transaction: Transaction,
    @Param({ schema: makeReceiverLink.params }) { id }: ParamsOf<typeof makeReceiverLink>,
    @Body({ schema: makeReceiverLink.body }) { email }: BodyOf<typeof makeReceiverLink>,
  ): Promise<AnswerOf<typeof makeReceiverLink>> {
    return this.makeLink.run(transaction, id, email);
  }

  @Serves(readReceiverLinks)
  read(
    @Current() transaction: Transaction,
    @Param({ schema: readReceiverLinks.params }) { id }: ParamsOf<typeof readReceiverLinks>,
  ): Promise<AnswerOf<typeof readReceiverLinks>> {
    return this.links.read(transaction, id);
  }

  @Serves(revokeReceiverLink)
  revoke(
    @Current() transaction: Transaction,
    @Param({ schema: revokeReceiverLink.params }) { id }: ParamsOf<typeof revokeReceiverLink>,
    @Body({ schema: revokeReceiverLink.body }) { linkId }: BodyOf<typeof revokeReceiverLink>,
  ): Promise<AnswerOf<typeof revokeReceiverLink>> {
    return this.links.revoke(transaction, id, linkId);
  }

  @Serves(openReceiverLink)
  open(@Body({ schema: openReceiverLink.body }) body: BodyOf<typeof openReceiverLink>): Promise<AnswerOf<typeof openReceiverLink>> {
    return this.through.open(body);
  }

  @Serves(lookThroughLink)
  look(@Body({ schema: lookThroughLink.body }) { session }: BodyOf<typeof lookThroughLink>): Promise<AnswerOf<typeof lookThroughLink>> {
    return this.through.look(session);
  }

  @Serves(printThroughLink)
  print(
    @Body({ schema: printThroughLink.body }) { session, language }: BodyOf<typeof printThroughLink>,
  ): Promise<AnswerOf<typeof printThroughLink>> {
    return this.through.print(session, language);
  }

  @Serves(actThroughLink)
  act(@Body({ schema: actThroughLink.body }) body: BodyOf<typeof actThroughLink>): Promise<MovedReferral> {
    return this.through.act(body);
  }
}
