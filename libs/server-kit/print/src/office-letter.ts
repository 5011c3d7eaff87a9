import { encode } from 'uqr';
import { escaped, html, type Html } from './html';

/** A code that a camera reads, and what stands beside it for people. */
export interface Mark {
  /** An address of the installation with a reference, and nothing about anybody. */
  encoded: string;
  label: string;
}

/** A letter of an office (DIN 5008, form B): who writes to whom, about what. */
export interface OfficeLetter {
  language: 'de' | 'en';
  /** In the window of the viewer; says nothing about anybody. */
  title: string;
  /** The head: name, then lines below it. */
  sender: readonly string[];
  /** Small, above the address in the window. */
  returnLine: string;
  addressee: readonly string[];
  /** Names the block of facts for whoever has the letter read aloud. */
  factsLabel: string;
  /** The information block at the right of the window. */
  facts: readonly (readonly [term: string, value: string])[];
  mark?: Mark;
  subject: string;
  body: Html;
  /** At the foot of each page, before the number. */
  foot: string;
}

/** Where things stand is measured from the edge of the sheet: a window envelope, a punch and a folded sheet must fit. */
const style = `
  @page { size: A4; margin: 20mm 0 24mm 0; }
  @page :first { margin-top: 0; }
  * { box-sizing: border-box; }
  body { margin: 0; padding: 0 20mm 0 25mm; font: 10.5pt/1.38 'Source Sans 3', 'Liberation Sans', Arial, sans-serif; color: #000; }
  .head { position: absolute; top: 13mm; left: 25mm; right: 20mm; }
  .head p { margin: 0; font-size: 9pt; }
  .head .name { font-size: 14pt; font-weight: 600; }
  .return { position: absolute; top: 45mm; left: 25mm; width: 80mm; height: 17.7mm; display: flex; align-items: flex-end; margin: 0; font-size: 7pt; line-height: 1.2; }
  .return span { border-bottom: 0.15mm solid #000; }
  .address { position: absolute; top: 63mm; left: 25mm; width: 80mm; height: 27.3mm; margin: 0; font-style: normal; line-height: 1.25; overflow: hidden; }
  .block { position: absolute; top: 50mm; left: 125mm; width: 65mm; }
  .block dl { display: grid; grid-template-columns: auto 1fr; gap: 0.6mm 3mm; margin: 0; font-size: 8.5pt; line-height: 1.25; }
  .block dd { margin: 0; overflow-wrap: anywhere; }
  .mark { position: absolute; top: 13mm; right: 20mm; display: flex; gap: 2mm; align-items: center; font-size: 7.5pt; line-height: 1.2; text-align: right; }
  .mark p { margin: 0; }
  .mark svg { width: 22mm; height: 22mm; }
  .line { position: absolute; left: 5mm; width: 5mm; border-top: 0.15mm solid #000; }
  main { padding-top: 98.5mm; }
  h1 { font-size: 12pt; line-height: 1.3; margin: 0 0 5mm; }
  h2 { font-size: 10.5pt; margin: 5mm 0 1.5mm; break-after: avoid; }
  p { margin: 0 0 3mm; white-space: pre-line; overflow-wrap: anywhere; }
  ul { margin: 0 0 3mm; padding-left: 5mm; }
  table { border-collapse: collapse; width: 100%; margin: 0 0 4mm; font-size: 10pt; }
  tr { break-inside: avoid; }
  th, td { text-align: left; vertical-align: top; border-bottom: 0.15mm solid #777; padding: 1mm 2mm 1mm 0; overflow-wrap: anywhere; white-space: pre-line; }
  th { width: 48mm; font-weight: 600; }
  thead th { width: auto; border-bottom-width: 0.3mm; white-space: normal; }
  thead th:last-child, thead + tbody td:last-child { white-space: nowrap; }
  .sign { display: flex; gap: 12mm; margin-top: 14mm; break-inside: avoid; }
  .sign p { flex: 1; border-top: 0.2mm solid #000; padding-top: 1mm; font-size: 8.5pt; }
  .boxes { list-style: none; padding: 0; }
  .small { font-size: 8.5pt; }
  .code { font-size: 20pt; letter-spacing: 0.12em; font-weight: 600; }`;

/** The squares of a code as one path. */
function pathOf(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const squares = data.flatMap((row, top) => row.flatMap((isDark, left) => (isDark ? [`M${left} ${top}h1v1h-1z`] : [])));
  return { path: squares.join(''), size };
}

function markOf({ encoded, label }: Mark): Html {
  const { path, size } = pathOf(encoded);
  return html`<div class="mark">
    <p>${label}</p>
    <svg role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
      <path d="${path}" fill="#000" />
    </svg>
  </div>`;
}

const lines = (texts: readonly string[]): Html => html`${texts.map((text, index) => (index === 0 ? text : html`<br />${text}`))}`;

const headOf = ({ sender: [name = '', ...below], returnLine, addressee, factsLabel, facts, mark }: OfficeLetter): Html =>
  html`<header class="head">
      <p class="name">${name}</p>
      <p>${lines(below)}</p>
    </header>
    <p class="return"><span>${returnLine}</span></p>
    <address class="address">${lines(addressee)}</address>
    <section class="block" aria-label="${factsLabel}">
      <dl>
        ${facts.map(
          ([term, value]) =>
            html`<dt>${term}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </section>
    ${mark ? markOf(mark) : ''}`;

/** Where the sheet is folded twice, and punched. Ornament: not read aloud. */
const folds = [105, 148.5, 210].map((top) => `<div class="line" role="none" style="top:${top}mm"></div>`).join('');

/** A letter for an envelope with a window: markup with its typeface in it, and nothing that has to be fetched. */
export function officeLetter(document: OfficeLetter, typeface = ''): string {
  const { language, title, subject, body } = document;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${typeface}${style}</style></head>
<body>${headOf(document).text}<main><h1>${escaped(subject)}</h1>${body.text}</main>${folds}</body></html>`;
}
