/** Single keys work while the list has the focus, and only then (WCAG 2.1.4); each presses what bears it as `data-key`. */
export const KEYS = {
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
  h: 'kind:heading',
  i: 'kind:item',
  p: 'kind:paragraph',
  t: 'task',
  g: 'parent',
  m: 'marker',
  a: 'agency',
  d: 'deadline',
  c: 'settle',
  u: 'undo',
  r: 'redo',
} as const;

/** As each is shown to people. */
export const SHOWN = Object.fromEntries(
  Object.entries(KEYS).map(([key, name]) => [
    name,
    ({ ArrowRight: '→', ArrowLeft: '←' } as Record<string, string>)[key] ?? key.toUpperCase(),
  ]),
) as Record<(typeof KEYS)[keyof typeof KEYS], string>;

/** What a key stands for, or null; Ctrl+Z and Ctrl+Y as everywhere. */
export function pressedBy({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string | null {
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
    return key.toLowerCase() === 'y' ? 'redo' : null;
  }
  // Word's own keys for the outline are Alt+Shift+arrows.
  if (altKey && !shiftKey) return null;
  return KEYS[(key.length === 1 ? key.toLowerCase() : key) as keyof typeof KEYS] ?? null;
}
