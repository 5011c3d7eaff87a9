import * as z from 'zod';

/** The kinds of information a person can release, each on its own (§ 203 StGB, Art. 9 DSGVO). */
export const dataPartSchema = z.enum(['identity', 'contact', 'diagnosis', 'medication', 'risk', 'letters', 'appointments', 'notes']);
export type DataPart = z.output<typeof dataPartSchema>;

/** Where a field of a contract carries its label; OpenAPI shows it too. */
const label = 'x-data-part';
/** For what says nothing about the person: names of organisations and staff, references, codes of the process. */
const open = 'open';

type Label = DataPart | typeof open;

/** Labels a field of a contract with the kind of information it is. What leads to a person has a label, or a test fails. */
export const ofPart = <Schema extends z.ZodType>(part: DataPart, schema: Schema): Schema => schema.meta({ [label]: part }) as Schema;

/** Labels a text that says nothing about the person. Identifiers, days, numbers and choices of the process need no label. */
export const notAboutThePerson = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ [label]: open }) as Schema;

/** Labels what only the organisation reads whose record it is: there is nothing to hide from it, and nobody else gets the answer. */
export const ofOwnRecord = notAboutThePerson;

/** The parts that are hidden from the reader of an answer; every answer that has labelled fields says it. Never silently empty. */
export const hiddenPartsSchema = z.array(dataPartSchema);

/** What of an answer belongs to which part. */
interface LabelPlan {
  readonly part?: Label;
  readonly fields: readonly (readonly [name: string, plan: LabelPlan])[];
  readonly items?: LabelPlan;
  readonly isText?: boolean;
}

/** What zod says of a schema that contains others. */
type Containing = z.ZodType & { def: { innerType?: z.ZodType; shape?: Record<string, z.ZodType>; element?: z.ZodType } };

const plans = new WeakMap<z.ZodType, LabelPlan>();

/** The labels of a schema, worked out once. */
function labelsOf(schema: z.ZodType): LabelPlan {
  const known = plans.get(schema);
  if (known) return known;
  const plan = planOf(schema);
  plans.set(schema, plan);
  return plan;
}

function planOf(schema: z.ZodType): LabelPlan {
  const { innerType, shape, element } = (schema as Containing).def;
  const part = schema.meta()?.[label] as Label | undefined;
  if (innerType) return { ...labelsOf(innerType), ...(part ? { part } : {}) };
  if (element) return { part, fields: [], items: labelsOf(element) };
  const fields = Object.entries(shape ?? {}).map(([name, field]) => [name, labelsOf(field)] as const);
  return { part, fields, isText: isFreeText(schema) };
}

/** Texts without a format: names, words, notes; and whatever may contain one. */
function isFreeText(schema: z.ZodType): boolean {
  const { type, format } = schema.def as { type: string; format?: string };
  return ['any', 'unknown', 'record', 'union'].includes(type) || (type === 'string' && format === undefined);
}

/** All parts a plan names. */
function partsIn(plan: LabelPlan): DataPart[] {
  const below = [...plan.fields.map(([, field]) => field), ...(plan.items ? [plan.items] : [])].flatMap(partsIn);
  return plan.part && plan.part !== open ? [plan.part, ...below] : below;
}

/** What stands in the place of something hidden: a list without entries, or nothing. */
const blank = (value: unknown): unknown => (Array.isArray(value) ? [] : null);

/** Takes out of a value what is hidden. */
type Cut = (value: unknown) => unknown;

/** How a plan is cut, worked out once; undefined where nothing in it is hidden, so that it can stay as it is. */
function cutOf(plan: LabelPlan, hidden: ReadonlySet<string>): Cut | undefined {
  if (plan.part && hidden.has(plan.part)) return blank;
  if (plan.items) return cutEach(cutOf(plan.items, hidden));
  const cuts = plan.fields.flatMap(([name, field]) => {
    const cut = cutOf(field, hidden);
    return cut ? [[name, cut] as const] : [];
  });
  return cuts.length > 0 ? cutFields(cuts) : undefined;
}

const cutEach = (cut: Cut | undefined): Cut | undefined =>
  cut && ((value) => (Array.isArray(value) ? value.map((item) => cut(item)) : value));

const cutFields =
  (cuts: readonly (readonly [name: string, cut: Cut])[]): Cut =>
  (value) => {
    if (typeof value !== 'object' || value === null) return value;
    const shown: Record<string, unknown> = { ...value };
    for (const [name, cut] of cuts) if (name in shown) shown[name] = cut(shown[name]);
    return shown;
  };

/** What a reader may see: the parts that were released to them, or everything (null) of what is their own. */
export type ReleasedParts = readonly DataPart[] | null;

/** What is hidden of a kind of answer from whoever was released so much, and how it is taken out. */
interface Cutter {
  readonly hidden: readonly DataPart[];
  readonly cut?: Cut;
}

/** One for each kind of answer and what was released: 256 at most, and a handful in fact. */
const cutters = new WeakMap<z.ZodType, Map<string, Cutter>>();

function cutterOf(schema: z.ZodType, released: readonly DataPart[]): Cutter {
  let known = cutters.get(schema);
  if (!known) cutters.set(schema, (known = new Map()));
  const key = dataPartSchema.options.filter((part) => released.includes(part)).join();
  const cutter = known.get(key) ?? makeCutter(schema, released);
  known.set(key, cutter);
  return cutter;
}

function makeCutter(schema: z.ZodType, released: readonly DataPart[]): Cutter {
  const plan = labelsOf(schema);
  const named = new Set(partsIn(plan));
  const hidden = dataPartSchema.options.filter((part) => named.has(part) && !released.includes(part));
  return { hidden, cut: cutOf(plan, new Set(hidden)) };
}

/** The parts of a kind of answer that a reader does not get, whether there is anything in them or not. */
export const hiddenParts = (schema: z.ZodType, released: ReleasedParts): DataPart[] =>
  released === null ? [] : [...cutterOf(schema, released).hidden];

/**
 * The one rule that cuts by data part: what was not released is taken out, and the answer says which parts are hidden. Screens, lists,
 * files and previews all go through it, so that they cannot differ.
 */
export function shownTo<Value extends object>(schema: z.ZodType, value: Value, released: ReleasedParts): Value & { hidden: DataPart[] } {
  if (released === null) return { ...value, hidden: [] };
  const { hidden, cut } = cutterOf(schema, released);
  const shown = (cut ? cut(value) : { ...value }) as Value;
  return Object.assign(shown, { hidden: [...hidden] });
}

/** Where an answer has a text that nobody has labelled, or labels without a list of what is hidden; empty when it is in order. */
export const unlabelledIn = (schema: z.ZodType): string[] => unlabelled(labelsOf(schema), 'answer', false);

function unlabelled(plan: LabelPlan, path: string, isTold: boolean): string[] {
  if (plan.part === open) return [];
  const told = isTold || plan.fields.some(([name]) => name === 'hidden');
  if (plan.part) return told ? [] : [`${path} belongs to ${plan.part}, and nothing says that it is hidden`];
  if (plan.isText) return [`${path} is a text without a label`];
  if (plan.items) return unlabelled(plan.items, `${path}[]`, told);
  return plan.fields.filter(([name]) => name !== 'nextCursor').flatMap(([name, field]) => unlabelled(field, `${path}.${name}`, told));
}
