/** Marks an act that leads back to the state the thing was in before it was interrupted. */
export const history = '*history*';

type States<Name extends string> = Record<Name, Record<string, Name | typeof history>>;

/**
 * A life as a literal: the initial state, and per state the acts that may happen in it and where each leads.
 * Types, the zod enum, the CHECK constraint, the server's moves and the client's buttons all derive from this one value.
 */
export function lifecycle<const Table extends Record<string, Record<string, NoInfer<keyof Table & string> | typeof history>>>(
  initial: keyof Table & string,
  table: Table & States<keyof Table & string>,
) {
  type State = keyof Table & string;
  type Act = { [S in State]: keyof Table[S] & string }[State];

  const states = Object.keys(table) as [State, ...State[]];
  const acts = [...new Set(states.flatMap((state) => Object.keys(table[state])))] as [Act, ...Act[]];
  const target = (from: State, act: Act) => (table[from] as Record<string, State | typeof history>)[act];

  return {
    initial,
    states,
    acts,
    /** States nothing leads out of, or only acts that lead nowhere new. */
    isFinal: (state: State): boolean => Object.keys(table[state]).length === 0,
    /** The acts that the life itself permits in a state; rules and permissions may still refuse. */
    actsFrom: (state: State): Act[] => Object.keys(table[state]) as Act[],
    /** The states an act may start from. */
    statesBefore: (act: Act): State[] => states.filter((state) => act in table[state]),
    allows: (from: State, act: Act): boolean => act in table[from],
    /**
     * Where an act leads. `before` is the state that was remembered when the life was interrupted; it is needed only for
     * acts that lead back to it. Answers undefined when the life does not permit the act.
     */
    next: (from: State, act: Act, before?: State): State | undefined => {
      const to = target(from, act);
      return to === history ? before : to;
    },
    /** All states that can be reached from the initial one; anything missing here is dead. */
    reachable: (): Set<State> => {
      const seen = new Set<State>([initial]);
      for (const state of seen) {
        for (const act of Object.keys(table[state]) as Act[]) {
          const to = target(state, act);
          if (to !== undefined && to !== history) seen.add(to);
        }
      }
      return seen;
    },
  };
}

/** The states of a life, as a type. */
export type StateOf<Life extends { states: readonly string[] }> = Life['states'][number];
/** The acts of a life, as a type. */
export type ActOf<Life extends { acts: readonly string[] }> = Life['acts'][number];
