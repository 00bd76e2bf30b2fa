#!/usr/bin/env node
// Starts the built program; everything else is in src.
import { fileURLToPath } from 'node:url';
import { main } from '../dist/cli/main.js';

process.exitCode = await main(process, fileURLToPath(new URL('..', import.meta.url)));
