import type { Rule } from 'eslint';

export declare function emptyWordIn(path: string): string | undefined;
export declare const plainFileNames: Rule.RuleModule;
