/** What a careful clerk would ask about. Warnings never block. */
import { basisWarnings } from './check_bases.ts';
import { dateWarnings } from './check_dates.ts';
import { formWarnings } from './check_form.ts';
import { nameWarnings } from './check_names.ts';
import { numberingWarnings } from './check_numbering.ts';
import { t } from '#core/text.ts';
import type { Span } from '#ports/documents/document.ts';
import type { Reading, RegistryUnit, Warning } from './reading.ts';
import { unclearNodes } from './unclear.ts';
import { WARNING_SOURCES } from './warning_sources.ts';
import type { WarningCode } from './warning_sources.ts';

/** What a check says: the code, its values, the place, and a source when it is not the code's own. */
export type Say = (code: WarningCode, span: Span | null, values?: Record<string, string | number>, source?: string) => void;

export function warningsOf(reading: Reading, registry: RegistryUnit[]): Warning[] {
  const found: Warning[] = [];
  const say: Say = (code, span, values = {}, source) => {
    found.push({
      code,
      message: t('vi', `reading.warning.${code}`, values),
      values,
      span,
      source: source ?? WARNING_SOURCES[code],
    });
  };
  formWarnings(reading, say);
  basisWarnings(reading, say);
  dateWarnings(reading, say);
  numberingWarnings(reading, say);
  nameWarnings(reading, registry, say);
  for (const node of unclearNodes(reading)) say('unclear', node.span);
  return found.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
}
