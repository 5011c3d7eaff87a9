// A file is named after the one thing it does. These words say nothing about that thing, so a folder or file that
// needs one of them has no idea of its own yet.
const emptyWords = ['manager', 'helper', 'util', 'utility', 'common', 'shared', 'core', 'misc', 'dto', 'impl', 'component'];

/** In the field's language a service is a help offer, so the word may stand in a name; as the kind of a file it is filler. */
const emptyKinds = ['service'];

const singularOf = (word) => word.replace(/ies$/, 'y').replace(/s$/, '');
const isIn = (words, word) => words.includes(word) || words.includes(singularOf(word));

/** The path below the app, lib or tool it belongs to: where the work tree lies is nobody's fault. */
const belowRoot = (path) => /(?:^|\/)(?:apps|libs|tools)\/(.+)$/.exec(path)?.[1] ?? path.split('/').at(-1);

/** The first word in a path that names nothing, or undefined. */
export function emptyWordIn(path) {
  const plain = belowRoot(path.replaceAll('\\', '/')).toLowerCase();
  const kinds = plain.split('/').at(-1).split('.').slice(1);
  return plain.split(/[/.-]/).find((word) => isIn(emptyWords, word)) ?? kinds.find((kind) => isIn(emptyKinds, kind));
}

export const plainFileNames = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Folders and files are named after what they do.' },
    schema: [],
    messages: { empty: '"{{word}}" says nothing about what is inside; name the folder or file after what it does.' },
  },
  create: (context) => ({
    Program(node) {
      const path = context.filename.startsWith(context.cwd) ? context.filename.slice(context.cwd.length + 1) : context.filename;
      const word = emptyWordIn(path);
      if (word !== undefined) context.report({ node, messageId: 'empty', data: { word } });
    },
  }),
};
