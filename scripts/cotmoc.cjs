#!/usr/bin/env node
/* `npx cotmoc`: the command line, run by the pinned Node. */
'use strict';
require('./commands.cjs')('cotmoc', process.argv.slice(2));
