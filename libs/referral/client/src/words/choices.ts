/** Values with their words, for lists to choose from. */
export const choicesOf = (t: (key: string) => string, values: readonly string[], words: string): { value: string; label: string }[] =>
  values.map((value) => ({ value, label: t(`${words}.${value}`) }));
