import { archive, docx, jpeg, odt, pdf, png } from './files.fixture';
import { lookInto } from './look-into';

/** S12: what is no document or is more than one is refused, every time. */
describe('looking into a file', () => {
  it.each([
    ['Arztbrief.pdf', pdf(), 'application/pdf'],
    ['Arztbrief.PDF', pdf(), 'application/pdf'],
    ['2026.11.22 Befund.pdf', pdf(), 'application/pdf'],
    ['Foto.png', png(), 'image/png'],
    ['Foto.jpeg', jpeg(), 'image/jpeg'],
    ['Brief.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['Brief.odt', odt(), 'application/vnd.oasis.opendocument.text'],
    ['Notiz.txt', Buffer.from('Frau Muster rief an: Größe und Gewicht folgen.\n'), 'text/plain'],
    ['Alt.txt', Buffer.from('Gr\xf6\xdfe in einer alten Kodierung', 'latin1'), 'text/plain'],
  ])('keeps %s', async (name, bytes, kind) => {
    expect(await lookInto(bytes, name)).toEqual({ kind });
  });

  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const bomb = docx({ 'word/media/zero.xml': Buffer.alloc(30 * 1024 * 1024) });
  // @req ASVS 5.0.0-1.3.4, 5.0.0-5.2.2, 5.0.0-5.2.3, 5.0.0-5.2.6, 5.0.0-5.3.3
  it.each([
    ['a drawing that runs a script', 'Bild.svg', Buffer.from(script), 'runs-something'],
    ['a drawing called a picture', 'Bild.png', Buffer.from(script), 'runs-something'],
    ['a page', 'Brief.html', Buffer.from('<!doctype html><p>Guten Tag'), 'runs-something'],
    ['a page called a text', 'Brief.txt', Buffer.from('\n  <html><script>alert(1)</script>'), 'runs-something'],
    ['a program', 'Befund.exe', Buffer.from('MZ\x90\0\x03', 'latin1'), 'runs-something'],
    ['a program called a document', 'Befund.pdf', Buffer.from('MZ\x90\0\x03', 'latin1'), 'not-allowed'],
    ['a shell script called a text', 'Befund.txt', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'not-allowed'],
    ['two endings', 'Befund.exe.pdf', pdf(), 'runs-something'],
    ['two endings, the other way', 'Befund.pdf.exe', pdf(), 'runs-something'],
    ['an ending with a blank behind it', 'Befund.pdf.js ', pdf(), 'runs-something'],
    ['a picture called a document', 'Befund.pdf', png(), 'name-differs'],
    ['a document called a picture', 'Befund.jpg', pdf(), 'name-differs'],
    ['no ending', 'Befund', pdf(), 'name-differs'],
    ['an office file that bursts', 'Brief.docx', bomb, 'bursts'],
    ['an office file that says it is small', 'Brief.docx', docx({}, { size: 2_000_000_000 }), 'not-allowed'],
    ['a locked office file', 'Brief.docx', docx({}, { flags: 1 }), 'locked'],
    ['an office file with a macro', 'Brief.docx', docx({ 'word/vbaProject.bin': 'x' }), 'runs-something'],
    ['an office file that writes elsewhere', 'Brief.docx', docx({ '../../etc/passwd': 'x' }), 'damaged'],
    ['an office file with something behind it', 'Brief.docx', Buffer.concat([docx(), Buffer.from('mehr')]), 'damaged'],
    ['an archive', 'Akte.zip', archive({ 'a.txt': 'a' }), 'not-allowed'],
    ['a document and an archive', 'Brief.pdf', Buffer.concat([pdf(), archive({ 'a.js': 'a' })]), 'two-things'],
    ['a document with much behind it', 'Brief.pdf', Buffer.concat([pdf(), Buffer.alloc(5_000, 32)]), 'two-things'],
    ['a document that begins as a page', 'Brief.pdf', Buffer.concat([Buffer.from('<html><script>1</script>'), pdf()]), 'runs-something'],
    ['a document with a script', 'Brief.pdf', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'runs-something'],
    ['a document that starts a program', 'Brief.pdf', pdf('/OpenAction << /S /Launch >>'), 'runs-something'],
    ['a document with another file in it', 'Brief.pdf', pdf('/Names << /EmbeddedFile 2 0 R >>'), 'runs-something'],
    ['a locked document', 'Brief.pdf', pdf('/Encrypt 3 0 R'), 'locked'],
    ['a document without an end', 'Brief.pdf', Buffer.from('%PDF-1.7\nabgebrochen'), 'damaged'],
    ['a picture and a page', 'Foto.png', Buffer.concat([png(), Buffer.from('<script>alert(1)</script>'.repeat(9))]), 'two-things'],
    ['a picture and an archive', 'Foto.jpg', Buffer.concat([jpeg(), archive({ 'a.js': 'a'.repeat(200) })]), 'two-things'],
    ['a picture of a billion pixels', 'Foto.png', png(60_000, 60_000), 'bursts'],
    ['a huge photograph', 'Foto.jpg', jpeg(65_000, 65_000), 'bursts'],
    ['bytes', 'Befund.txt', Buffer.from([1, 2, 3, 0, 255]), 'not-allowed'],
    ['nothing known', 'Befund.pdf', Buffer.from('nur ein Text'), 'name-differs'],
  ])('refuses %s', async (_, name, bytes, refused) => {
    expect(await lookInto(bytes, name)).toEqual({ refused });
  });
});
