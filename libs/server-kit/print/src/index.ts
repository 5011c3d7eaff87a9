export { escaped, html, type Html } from './html';
export { letter, type Letter } from './letter';
export { officeLetter, type Mark, type OfficeLetter } from './office-letter';
export { PrintModule } from './print.module';
export { Printer } from './printer';
