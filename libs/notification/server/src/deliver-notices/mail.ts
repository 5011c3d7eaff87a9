import { MailTransport } from '@lotse/server-kit/mail';
import { Injectable } from '@nestjs/common';

/** What a mail may say: that there is something, and its reference. */
export interface Bell {
  deliveryId: string;
  address: string;
  reference: string | null;
}

/** The one text of all mails. It carries a bell and a reference: no name, no diagnosis, no field of medicine. */
const wordsOf = (reference: string | null, link: string) => ({
  subject: `Lotse: Neue Mitteilung / New notice${reference ? ` (${reference})` : ''}`,
  text: [
    `In Lotse gibt es etwas Neues${reference ? ` zu ${reference}` : ''}. Bitte melden Sie sich an: ${link}`,
    `There is something new in Lotse${reference ? ` about ${reference}` : ''}. Please sign in: ${link}`,
    'Diese Nachricht wurde automatisch versandt. / This message was sent automatically.',
  ].join('\n\n'),
});

/** Rings by e-mail. */
@Injectable()
export class Mail {
  constructor(private readonly transport: MailTransport) {}

  get isSetUp(): boolean {
    return this.transport.isSetUp;
  }

  /** The Message-ID is the delivery's own, so that a mail server recognises a second copy. */
  async ring({ deliveryId, address, reference }: Bell): Promise<void> {
    const words = wordsOf(reference, this.transport.address);
    await this.transport.send({ to: address, messageId: `<${deliveryId}@lotse>`, ...words });
  }
}
