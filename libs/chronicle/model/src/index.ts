export type { ChronicleEntry, ChronicleKind } from './chronicle-entry';
