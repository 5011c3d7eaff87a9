/** What a command was given. */
export interface Given {
  /** What stands there without dashes. */
  readonly words: readonly string[];
  text(option: string): string | undefined;
  /** Of an option that may be said more than once; undefined when it was not said. */
  all(option: string): string[] | undefined;
  has(option: string): boolean;
  refuse(sentence: string): never;
}

export declare function usageOf(name: string): string;
export declare function readGiven(
  name: string,
  argv: readonly string[],
): { isAskedFor?: true; wrong?: string; values?: Record<string, unknown>; words?: string[] };
export declare function refuseCommandLine(name: string, sentence: string): never;
export declare function readCommandLine(name: string, argv?: readonly string[]): Given;
