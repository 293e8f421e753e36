import type { IncomingMessage, ServerResponse } from 'node:http';

/** The web framework refuses these itself, before any page of ours, with a line of English: a person gets both languages instead. */
const WORDS = new Map([
  [
    403,
    'Biểu mẫu này được gửi từ một địa chỉ khác nên không được nhận. Hãy mở lại trang rồi thử lại.\n' +
      'This form was sent from another address and is not taken. Open the page again, then try again.\n',
  ],
  [405, 'Trang này không nhận yêu cầu kiểu đó.\nThis page does not take requests of that kind.\n'],
]);

/** Put our words in place of the framework's, where a browser shows the answer as a page. Answers of pages of ours are left alone. */
export function inOurWords(req: IncomingMessage, res: ServerResponse): void {
  if (!req.headers.accept?.includes('text/html')) return;
  const { writeHead, end } = res;
  res.writeHead = (status: number, ...rest: unknown[]) => {
    const words = WORDS.get(status);
    // Some of its lines come without a type.
    const plain = String(res.getHeader('content-type') ?? 'text/plain').startsWith('text/plain');
    if (words === undefined || !plain) return Reflect.apply(writeHead, res, [status, ...rest]) as ServerResponse;
    res.removeHeader('content-length');
    res.setHeader('content-type', 'text/plain; charset=utf-8');
    Reflect.apply(writeHead, res, [status]);
    Reflect.apply(end, res, [words]);
    // What the framework goes on to write is what we have replaced.
    res.write = () => true;
    res.end = () => res;
    return res;
  };
}
