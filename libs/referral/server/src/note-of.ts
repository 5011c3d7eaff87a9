/** A coded reason and what was written besides, as one note of the history. */
export const noteOf = (...parts: (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' · ');
