// Draws the icon sprite and the list of its names from @lucide/angular: `node libs/client-kit/ui/icons/make-sprite.mjs`.
// A sprite costs the pages no JavaScript; each of the package's icon components would bring its own template of 3 kB.
import { readFileSync, writeFileSync } from 'node:fs';

const names = readFileSync(new URL('names.txt', import.meta.url), 'utf8')
  .split(/\s+/)
  .filter(Boolean)
  .sort();
const source = readFileSync(new URL('../../../../node_modules/@lucide/angular/fesm2022/lucide-angular.mjs', import.meta.url), 'utf8');

const nodesOf = (name) => {
  const start = source.indexOf(`static icon = {\n        name: '${name}',`);
  if (start < 0) throw new Error(`Lucide has no icon "${name}".`);
  const literal = source.slice(start + 'static icon = '.length, source.indexOf('\n    };', start) + 6);
  return Function(`return ${literal}`)().node;
};
const attribute = ([key, value]) => (key === 'key' ? '' : ` ${key}="${value}"`);
const element = ([tag, attributes]) => `<${tag}${Object.entries(attributes).map(attribute).join('')}/>`;
const symbol = (name) => `<symbol id="${name}" viewBox="0 0 24 24">${nodesOf(name).map(element).join('')}</symbol>`;

writeFileSync(
  new URL('icons.svg', import.meta.url),
  `<svg xmlns="http://www.w3.org/2000/svg"><!-- Lucide, ISC licence, https://lucide.dev/license -->${names.map(symbol).join('')}</svg>\n`,
);
writeFileSync(
  new URL('../src/icon/icon-name.ts', import.meta.url),
  `/** The icons of the sprite; made by icons/make-sprite.mjs. */\nexport type IconName =\n${names.map((name) => `  | '${name}'`).join('\n')};\n`,
);
