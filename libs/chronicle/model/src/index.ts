export type { ChronicleEntry, ChronicleKind, ChronicleResult } from './chronicle-entry';
