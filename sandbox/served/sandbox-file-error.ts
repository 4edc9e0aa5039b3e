/** A file that cannot be served; the message says which and why, for the person who named it. */
export class SandboxFileError extends Error {
  override name = 'SandboxFileError';
}
