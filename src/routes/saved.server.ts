/** A file as it is, whatever it holds: saved, never shown in the page's own origin. */
export function saved(content: BodyInit, file_name: string, more: Record<string, string> = {}): Response {
  return new Response(content, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file_name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
      ...more,
    },
  });
}
