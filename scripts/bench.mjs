import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runNode, toolPath } from './run-tool.mjs';

// Usage: npm run bench [-- --issues 20000] [--only cycleTimes]
// Compiles the benchmarks as the server is compiled, so that they measure what is served, and runs them.

/** Whatever hangs must not hang for ever; a run takes a few minutes. */
const timeoutMs = 20 * 60_000;

rmSync(join(root, '.cache/bench'), { recursive: true, force: true });
// As it is served: graphql looks at every value twice otherwise.
process.env.NODE_ENV = 'production';
const compiled = await runNode([toolPath('typescript', 'tsc'), '-p', 'tsconfig.bench.json'], { quiet: true });
const program = ['--enable-source-maps', '.cache/bench/bench/main.js', ...process.argv.slice(2)];
process.exitCode = compiled === 0 ? await runNode(program, { timeoutMs }) : 1;
