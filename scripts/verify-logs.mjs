import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { root } from './root.mjs';

if (!(await build())) {
  process.stderr.write('The build failed, so there is nothing to run.\n');
  process.exit(1);
}

const command = spawn(process.execPath, ['--enable-source-maps', 'dist/server/verify-logs.js'], {
  cwd: root,
  stdio: 'inherit',
});
command.once('exit', (code) => process.exit(code ?? 1));
