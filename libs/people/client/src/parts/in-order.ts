import { dataPartSchema, type DataPart } from '@lotse/people/model';

/** Parts as they are always listed, whatever order they were ticked in. */
export const inOrder = (parts: readonly DataPart[]): DataPart[] => dataPartSchema.options.filter((part) => parts.includes(part));
