import compression from 'compression';

/**
 * Pages, scripts, styles, data and drawings over 1 KB go out as brotli or gzip, where the browser takes it: the page of a plan of 60
 * pages is 2 MB. Documents handed out are archives already, and stay the bytes they are.
 */
export const compress = compression({
  threshold: 1024,
  filter: (_, res) => COMPRESSED.test(String(res.getHeader('content-type') ?? '')),
});

const COMPRESSED = /^(?:text\/(?:html|css|javascript)|application\/(?:javascript|json)|image\/svg\+xml)(?:;|$)/i;
