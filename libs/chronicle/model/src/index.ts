export type { ChronicleEntry, ChronicleKind, ChronicleResult } from './chronicle-entry';
export { chronicleLineSchema, chroniclePermissions, readChronicle, readChronicleState, type ChronicleLine } from './read-chronicle';
export { verbText, verbWords } from './verb-words.data';
