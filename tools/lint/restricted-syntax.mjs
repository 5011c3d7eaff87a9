// What the grammar allows and this house does not. Each entry is an AST selector with the way out.

const routes = {
  selector: 'Decorator[expression.callee.name=/^(Get|Post|Put|Patch|Delete|Head|Options|Search|All)$/]',
  message: 'A route is declared in its contract; bind it with @Serves(contract).',
};

const states = [
  {
    selector: 'AssignmentExpression[left.property.name=/^(state|status)$/][right.type="Literal"]',
    message: 'A state changes only through its lifecycle: use lifecycle.next(state, act).',
  },
  {
    selector: 'CallExpression[callee.property.name="update"] > ObjectExpression > Property[key.name="state"][value.type="Literal"]',
    message: 'A state changes only through its lifecycle: use lifecycle.next(state, act).',
  },
];

const enums = { selector: 'TSEnumDeclaration', message: 'Use an as-const object, a lifecycle or a zod enum.' };

const exportStars = { selector: 'ExportAllDeclaration', message: 'Name what the room shows.' };

const defaultExports = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a thing is called the same everywhere.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Export by name, so that a thing is called the same everywhere.' },
];

/** For code. */
export const restrictedSyntax = ['error', routes, ...states, enums, exportStars, ...defaultExports];

/** For the kits and tools, which know no domain: the state of a connection has no life that the model draws. */
export const restrictedSyntaxOfKits = ['error', routes, enums, exportStars, ...defaultExports];

/** For configuration files, whose readers insist on a default export. */
export const restrictedSyntaxOfConfigs = ['error', routes, enums, exportStars];
