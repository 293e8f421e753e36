/** Property tests: 100 examples each, or as many as `npm run fuzz` asks for. A failure prints its seed. */
import fc from 'fast-check';

fc.configureGlobal({ numRuns: Number(process.env['COTMOC_FUZZ_RUNS']) || 100 });
