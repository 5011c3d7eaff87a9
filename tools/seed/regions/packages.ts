import loerrach from './08336-loerrach.json' with { type: 'json' };
import waldshut from './08337-waldshut.json' with { type: 'json' };

/** The packages of the demo counties, unchecked, as the files have them. */
export const loerrachPackage: unknown = loerrach;
export const waldshutPackage: unknown = waldshut;
