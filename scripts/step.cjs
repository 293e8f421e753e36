'use strict';

/** Begin a step. At a terminal its name shows at once; the function returned writes its line with the seconds it took. */
function step(words) {
  const begun = performance.now();
  if (process.stdout.isTTY) process.stdout.write(`… ${words}`);
  return () => {
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    process.stdout.write(`${process.stdout.isTTY ? '\r' : ''}✓ ${words} · ${seconds} s\n`);
  };
}

module.exports = { step };
