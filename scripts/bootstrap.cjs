/* Makes `npm start`, `npm test` and the like work on a machine with any Node from 20 on and npm. This file is written for Nodes that are
   too old, so that they can say so; what it loads need not be. No dependencies: it runs before they are there. */
'use strict';

var major = parseInt(process.versions.node, 10);
if (major < 20) {
  console.error(
    '✗ Cần Node.js 20 trở lên, máy này có ' + process.version + ' / Node.js 20 or newer is needed, this is ' + process.version,
  );
  process.exit(1);
}
require('./commands.cjs')(process.argv[2], process.argv.slice(3));
