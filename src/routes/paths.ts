/** A path within this house, or the first page: an address from outside must not lead people away. */
export function localPath(wanted: FormDataEntryValue | string | null): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[!-[\]-~]*$/.test(wanted)) return '/';
  return wanted;
}
