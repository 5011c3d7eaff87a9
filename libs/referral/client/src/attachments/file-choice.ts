import { largestAttachment } from '@lotse/referral/model';

/** What may be chosen; the server looks at the bytes and decides. */
export const accepted = '.pdf,.jpg,.jpeg,.png,.webp,.tif,.tiff,.heic,.docx,.xlsx,.odt,.ods,.txt,.csv';

/** What was chosen in a field of files, which is empty again afterwards: the same file can be chosen once more. */
export function chosenIn(event: Event): File[] {
  const field = event.target as HTMLInputElement;
  const files = [...(field.files ?? [])];
  field.value = '';
  return files;
}

/** The first one that is empty or too large to be sent. */
export const unfitAmong = (files: readonly File[]): File | undefined => files.find(({ size }) => size > largestAttachment || size === 0);
