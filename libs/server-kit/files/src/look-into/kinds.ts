/** What may be kept, by what its bytes are, and how its name may end. */
export const extensionsOf = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic', 'heif'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'text/plain': ['txt', 'csv', 'md'],
} as const;
export type FileKind = keyof typeof extensionsOf;

export const isKind = (mime: string): mime is FileKind => mime in extensionsOf;

/** Kinds that are archives inside. */
export const isArchive = (kind: FileKind): boolean => /openxmlformats|opendocument/.test(kind);

/** Endings of what runs when somebody opens it, wherever in a name they stand. */
export const running =
  /\.(exe|scr|com|pif|bat|cmd|ps1|vbs?|vbe|jse?|mjs|wsf|wsh|hta|html?|xhtml|svgz?|xml|php\d?|phtml|jar|msi|msp|lnk|url|reg|dll|sh|app|apk|iso|img|docm|xlsm|pptm|dotm|scf|chm|cpl)(\.|$)/i;
