/** Sealed with the house's secret by the sign-in library's own cipher (XChaCha20-Poly1305). */
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { Vault } from '#core/context.ts';

/** @param secret is asked for when something is sealed or opened: most work needs none */
export function vault(secret: () => string): Vault {
  return {
    seal: (text) => symmetricEncrypt({ key: secret(), data: text }),
    open: (sealed) => symmetricDecrypt({ key: secret(), data: sealed }),
  };
}
