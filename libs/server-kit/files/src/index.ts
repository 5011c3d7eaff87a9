export { Files, partBytes } from './files';
export { FilesModule } from './files.module';
export { extensionsOf, lookInto, type FileKind, type Look, type WhyRefused } from './look-into/look-into';
export { PartStore } from './part-store';
export { Scanner, type ScanResult } from './scanner';
