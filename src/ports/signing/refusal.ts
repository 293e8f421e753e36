/** Why something was not signed, or a signature not taken. Words: `problem.<code>`. */
export type SigningCode =
  | 'certificate_unreadable'
  | 'certificate_password'
  | 'certificate_expired'
  | 'certificate_not_yet'
  | 'certificate_usage'
  | 'signature_missing'
  | 'signature_broken'
  | 'signature_not_whole'
  | 'signature_other';

/** Named, as classes do not survive the way out of a thread. */
export class NotSigned extends Error {
  readonly code: SigningCode;
  readonly detail: Record<string, string>;
  constructor(code: SigningCode, detail: Record<string, string> = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'NotSigned';
    this.code = code;
    this.detail = detail;
  }
}
