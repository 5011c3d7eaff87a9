import { inBatches, rowsOf } from './bring-rows';
import { decoded, fileOf, tableFrom } from './read-table';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('reading a table in the browser', () => {
  it('finds delimiter and encoding as German Excel writes them', () => {
    const marked = tableFrom('a.csv', utf8('\uFEFFNachname;Vorname\r\n"Müller; jun.";Ida\r\n\r\n'))!;
    expect(marked).toMatchObject({ headers: ['Nachname', 'Vorname'], rows: [['Müller; jun.', 'Ida']], delimiter: ';', encoding: 'UTF-8' });
    const old = new Uint8Array([...'Name,Ort\nM'].map((letter) => letter.charCodeAt(0)).concat([0xfc, 0x6c, 0x2c, 0x58]));
    expect(tableFrom('b.csv', old)).toMatchObject({ rows: [['Mül', 'X']], delimiter: ',', encoding: 'Windows-1252' });
    expect(decoded(new Uint8Array([0xff, 0xfe, 0x41, 0]))).toEqual({ encoding: 'UTF-16', text: 'A' });
    expect(tableFrom('c.csv', utf8('sep=|\nName|Ort\nA|B'))).toMatchObject({ rows: [['A', 'B']], delimiter: '|' });
    expect(tableFrom('d.csv', utf8('Nur Überschriften;sonst nichts\n'))).toBeUndefined();
  });

  it('only chosen columns leave the browser, in pieces that are not too heavy', () => {
    const rows = Array.from({ length: 450 }, (_, index) => [`N${index}`, 'geheim', index === 5 ? 'x'.repeat(140_000) : ' ']);
    const table = tableFrom('a.csv', utf8(['Name;Notiz;Frage', ...rows.map((row) => row.join(';'))].join('\n')))!;
    const read = rowsOf(table, ['familyName', undefined, 'question']);
    expect(read[0]).toEqual({ number: 1, cells: { familyName: 'N0' } });
    expect(JSON.stringify(read)).not.toContain('geheim');
    const batches = inBatches(read);
    expect(batches.flat()).toEqual(read);
    expect(batches.every((batch) => batch.length <= 200 && JSON.stringify(batch).length < 200_000)).toBe(true);
  });

  it('what is saved has no cell that a spreadsheet would run', () => {
    expect(fileOf(['Spalte'], [['=1+1']])).toBe('\uFEFFSpalte\r\n"\'=1+1"');
  });
});
