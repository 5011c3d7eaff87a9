const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

/** A page with a few lines, as small as a PDF can be: made while the demo is made, so that nothing has to be kept beside the code. */
export function smallPdf(title: string, lines: readonly string[]): Buffer {
  const text = [title, '', ...lines].map((line) => `(${escaped(line)}) Tj T*`).join('\n');
  const stream = `BT /F1 12 Tf 72 760 Td 18 TL\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  const begun: { file: string; places: number[] } = { file: '%PDF-1.4\n', places: [] };
  const { file, places } = objects.reduce(
    (made, object, index) => ({
      file: `${made.file}${index + 1} 0 obj\n${object}\nendobj\n`,
      places: [...made.places, Buffer.byteLength(made.file, 'latin1')],
    }),
    begun,
  );
  const table = ['0000000000 65535 f ', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n `)].join('\n');
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${Buffer.byteLength(file, 'latin1')}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n${table}\n${end}`, 'latin1');
}
