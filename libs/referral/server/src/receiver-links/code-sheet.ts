import { timeZone } from '@lotse/kernel';
import { html, type OfficeLetter } from '@lotse/server-kit/print';
import type { Party } from '../letters/compose-letter';

/** What a sheet with a code says: who writes to whom, where to go, until when. Nothing about anybody who is helped. */
export interface CodeSheet {
  sender: Party;
  addressee: Party;
  reference: string;
  code: string;
  address: string;
  staffName: string;
  expiresAt: Date;
  now: Date;
}

const linesOf = ({ name, street, postcode, place }: Party): string[] =>
  [name, street, [postcode, place].filter(Boolean).join(' ')].filter((line): line is string => Boolean(line));
const dayOf = (at: Date): string => new Intl.DateTimeFormat('de-DE', { timeZone, dateStyle: 'medium' }).format(at);

/** The code on paper, to be sent by fax or post or read out; the link goes by mail. */
export function codeSheet({ sender, addressee, reference, code, address, staffName, expiresAt, now }: CodeSheet): OfficeLetter {
  // One line: where markup is broken, the letter would be too.
  const validity = `Der Link beginnt mit ${address} und gilt bis ${dayOf(expiresAt)}. Nach fünf falschen Codes ist er gesperrt; dann geben wir Ihnen einen neuen. Geben Sie den Code nicht zusammen mit der E-Mail weiter.`;
  return {
    language: 'de',
    title: `Zugang ${reference}`,
    sender: linesOf(sender),
    returnLine: linesOf(sender).join(' · '),
    addressee: linesOf(addressee),
    factsLabel: 'Angaben zum Schreiben',
    facts: [
      ['Unser Zeichen', reference],
      ['Datum', dayOf(now)],
      ['Ansprechperson', staffName],
      ...(sender.phone ? [['Telefon', sender.phone] as const] : []),
    ],
    subject: `Ihr Code zum Zeichen ${reference}`,
    body: html`<p>Sehr geehrte Damen und Herren,</p>
      <p>Sie erhalten von uns eine E-Mail mit einem Link. Er öffnet sich nur mit diesem Code:</p>
      <p class="code">${code}</p>
      <p>${validity}</p>
      <h2>In English</h2>
      <p>You receive a link by e-mail. It opens with the code above only, and until the day named above.</p>
      <p>Mit freundlichen Grüßen</p>
      <p>${staffName}<br />${sender.name}</p>`,
    foot: reference,
  };
}
