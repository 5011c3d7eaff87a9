import { randomBytes } from 'node:crypto';
import { invitationDays, newAccessMinutes, type SentLink } from '@lotse/identity/model';
import { hashOf } from '@lotse/server-kit/http';
import { MailTransport } from '@lotse/server-kit/mail';
import { LOG, type Logger } from '@lotse/server-kit/telemetry';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';

export type LinkKind = 'invitation' | 'new_access';

const paths: Readonly<Record<LinkKind, string>> = { invitation: 'einladung', new_access: 'neuer-zugang' };

/** What a mail says: what the link is for and how long it is good. No organisation, whose name may say what it treats, and no person. */
const words: Readonly<Record<LinkKind, (link: string) => { subject: string; text: string }>> = {
  invitation: (link) => ({
    subject: 'Lotse: Ihre Einladung / Your invitation',
    text: [
      `Sie sind eingeladen, mit Lotse zu arbeiten. Bitte richten Sie innerhalb von ${invitationDays} Tagen Ihren Zugang ein:`,
      link,
      `You are invited to work with Lotse. Please set up your access within ${invitationDays} days, with the link above.`,
      'Wenn Sie damit nichts anfangen können, brauchen Sie nichts zu tun. / If this means nothing to you, there is nothing to do.',
    ].join('\n\n'),
  }),
  new_access: (link) => ({
    subject: 'Lotse: Neuer Zugang / New access',
    text: [
      `Für diese Adresse wurde ein neues Passwort angefordert. Hier können Sie es innerhalb von ${newAccessMinutes} Minuten wählen:`,
      link,
      `A new password was asked for. You can choose it within ${newAccessMinutes} minutes, with the link above.`,
      'Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt. / If it was not you, there is nothing to do: your password stays.',
    ].join('\n\n'),
  }),
};

/** A link that opens one thing once. The database keeps only the hash of its token. */
export interface NewLink {
  tokenHash: Buffer;
  link: string;
}

/** Makes links and gets them on their way. */
@Injectable()
export class Links implements OnApplicationShutdown {
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly transport: MailTransport,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** The token stands behind `#`: browsers send it to no server, so it is in nobody's log. */
  make(kind: LinkKind): NewLink {
    const token = randomBytes(32).toString('base64url');
    return { tokenHash: hashOf(token), link: `${this.transport.address}/${paths[kind]}#${token}` };
  }

  /** Sends a link by mail; whoever asked for it gets it themselves when that is not possible. */
  async send(kind: LinkKind, to: string, link: string): Promise<SentLink> {
    if (!this.transport.isSetUp) return { sent: 'not_set_up', link };
    try {
      await this.transport.send({ to, ...words[kind](link) });
      return { sent: 'by_mail', link: null };
    } catch (error) {
      this.log.warn({ error: (error as Error).message }, 'a link could not be mailed');
      return { sent: 'mail_failed', link };
    }
  }

  /** Sends without anybody waiting for it: how long a mail server takes would say whether there is somebody to write to. */
  sendLater(kind: LinkKind, to: string, link: string): void {
    const sending: Promise<unknown> = this.send(kind, to, link).finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }
}
