import { html, Html, escaped } from './html';

/** A document to be printed: whose it is, what it is about, and what it says. */
export interface Letter {
  language: 'de' | 'en';
  /** In the window of outlook and viewer; says nothing about anybody. */
  title: string;
  sender: string;
  senderLine?: string;
  /** Terms and values at the right of the address, such as the day. */
  facts: readonly (readonly [term: string, value: string])[];
  body: Html;
  /** At the foot of each page, before the number. */
  foot: string;
}

const style = `
  @page { size: A4; margin: 20mm 20mm 22mm 25mm; }
  * { box-sizing: border-box; }
  body { margin: 0; font: 10pt/1.4 'Source Sans 3', 'Open Sans', 'Liberation Sans', Arial, sans-serif; color: #16211d; }
  header { display: flex; justify-content: space-between; gap: 10mm; border-bottom: 0.4mm solid #1f5c4a; padding-bottom: 4mm; margin-bottom: 7mm; }
  header p { margin: 0; }
  .sender { font-weight: 600; font-size: 12pt; }
  .small { font-size: 8.5pt; color: #4b5a54; }
  dl.head { display: grid; grid-template-columns: auto auto; gap: 0.5mm 4mm; margin: 0; font-size: 9pt; }
  dl.head dt { color: #4b5a54; }
  dl.head dd { margin: 0; text-align: right; }
  h1 { font-size: 15pt; line-height: 1.25; margin: 0 0 4mm; }
  h2 { font-size: 11.5pt; margin: 7mm 0 2mm; break-after: avoid; }
  p { margin: 0 0 3mm; }
  table { border-collapse: collapse; width: 100%; font-size: 9pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th { text-align: left; font-weight: 600; color: #4b5a54; border-bottom: 0.3mm solid #9db0a8; padding: 1.2mm 2mm 1.2mm 0; }
  td { vertical-align: top; border-bottom: 0.15mm solid #ced8d3; padding: 1.4mm 2mm 1.4mm 0; }
  dl.facts { display: grid; grid-template-columns: 42mm 1fr; gap: 1mm 4mm; margin: 0 0 4mm; }
  dl.facts dt { color: #4b5a54; }
  dl.facts dd { margin: 0; }`;

/** A document that looks like a letter of an office (DIN 5008 in margins and order): markup and nothing that has to be fetched. */
export function letter({ language, title, sender, senderLine, facts, body }: Letter): string {
  const head = html`<header>
    <div>
      <p class="sender">${sender}</p>
      ${senderLine ? html`<p class="small">${senderLine}</p>` : ''}
    </div>
    <dl class="head">
      ${facts.map(
        ([term, value]) =>
          html`<dt>${term}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </header>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body>${head.text}<main>${body.text}</main></body></html>`;
}

const number = { de: ['Seite', 'von'], en: ['Page', 'of'] } as const;

/** What stands at the foot of each page. */
export function foot({ language, foot: text }: Pick<Letter, 'language' | 'foot'>): string {
  const [page, of] = number[language];
  return `<div style="width:100%;margin:0 20mm 0 25mm;display:flex;justify-content:space-between;font:7.5pt 'Open Sans','Liberation Sans',Arial,sans-serif;color:#4b5a54">
<span>${escaped(text)}</span><span>${page} <span class="pageNumber"></span> ${of} <span class="totalPages"></span></span></div>`;
}
