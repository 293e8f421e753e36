/** As much of it as is used here: its published types are for another framework. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  interface Options {
    /** Bytes below which an answer of known length goes out as it is. */
    threshold: number;
    filter: (req: IncomingMessage, res: ServerResponse) => boolean;
  }
  export default function compression(options: Options): (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
}
