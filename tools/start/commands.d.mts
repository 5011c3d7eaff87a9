export interface OptionTaken {
  what: string;
  takes?: string;
  usual?: string;
  often?: true;
}

export interface Command {
  call: string;
  what: string;
  options?: Readonly<Record<string, OptionTaken>>;
  words?: { takes: string; least?: number; most: number; among?: readonly string[] };
}

export declare const commands: Readonly<Record<string, Command>>;
