#!/usr/bin/env node
// Starts the built program; everything else is in src. CommonJS: Node takes longer to make ready for modules than for all the rest.
const { join } = require('node:path');
const { main } = require('../dist/cli/main.js');

main(process, join(__dirname, '..')).then((exitCode) => {
  process.exitCode = exitCode;
});
