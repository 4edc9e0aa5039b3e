import { readEnvironment } from './environment.ts';
import { SandboxFileError } from './served/sandbox-file-error.ts';
import { type Sandbox, startSandbox } from './start-sandbox.ts';

/** The sandbox as a process of its own. SANDBOX_PORT, SANDBOX_DATA and SANDBOX_STATE say how; see startSandbox. */
async function main(): Promise<void> {
  const sandbox = await startSandbox({ ...readEnvironment(process.env), live: true });
  process.stdout.write(`sandbox listening on ${sandbox.url}\n`);
  endWith(sandbox);
}

/** Ends on Ctrl-C, on SIGTERM, and when the parent that forked it goes away: nobody wants an orphan on the port. */
function endWith(sandbox: Sandbox): void {
  const end = () => {
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (process.send) process.once('disconnect', end);
}

main().catch((error: unknown) => {
  if ((error as NodeJS.ErrnoException | null)?.code === 'EADDRINUSE') {
    process.stderr.write("The sandbox Jira's port is in use by another program. Set SANDBOX_PORT to another one.\n");
    process.exitCode = 1;
    return;
  }
  const isExpected = error instanceof SandboxFileError || (error instanceof Error && !error.cause);
  const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
