// Writes licences.json beside the client: what the build really put into the scripts, and the font and the icons.
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** Shipped as files of their own, so that no bundler counts them. */
const besideTheScripts = ['@fontsource-variable/source-sans-3', '@lucide/angular'];

export async function listLicences(client) {
  const bundled = parse(await readFile(join(client, '3rdpartylicenses.txt'), 'utf8'));
  const found = [...bundled, ...besideTheScripts.map(ofPackage)].map((one) =>
    one.text === '' ? { ...ofPackage(one.name), licence: one.licence } : one,
  );
  found.sort((first, second) => first.name.localeCompare(second.name));
  const without = found.filter(({ licence }) => !licence);
  if (without.length > 0) throw new Error(`Without a licence: ${without.map(({ name }) => name).join(', ')}`);
  await writeFile(join(client, 'browser/licences.json'), JSON.stringify(found));
}

/** The list that Angular's build writes: parts between lines of dashes, each with package, licence and text. */
function parse(text) {
  return text.split(/^-{80}$/m).flatMap((part) => {
    const [, name, licence, rest] = /^Package: (.+)\nLicense: "?([^"\n]*)"?\n([\s\S]*)$/.exec(part.trim() + '\n') ?? [];
    return name ? [{ name, licence, text: rest.trim() }] : [];
  });
}

function ofPackage(name) {
  const folder = join(root, 'node_modules', name);
  const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'OFL.txt', 'README.md']) {
    try {
      return { name, licence: license, text: readFileSync(join(folder, file), 'utf8').trim() };
    } catch {
      // The next name.
    }
  }
  return { name, licence: license, text: license };
}
