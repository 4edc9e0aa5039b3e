import { MongodError } from './mongod-error.ts';

/** What a mongod was asked to do when it failed, and all it said. */
export interface MongodFailure {
  readonly binary: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly logFile: string;
  readonly output: string;
  readonly cause: unknown;
}

const causes: readonly [pattern: RegExp, sentence: (failure: MongodFailure) => string][] = [
  [
    /DBPathInUse|Unable to (acquire|lock) .*lock|Another mongod instance is already running/i,
    ({ dataFolder }) =>
      `Another MongoDB already uses the data folder ${dataFolder}: stop it, or set DATA_DIR to another folder.`,
  ],
  [
    /No space left on device|ENOSPC|Insufficient free space/i,
    ({ dataFolder }) => `The disk that holds ${dataFolder} is full: free some space, or set DATA_DIR elsewhere.`,
  ],
  [
    /address already in use|EADDRINUSE/i,
    ({ port }) => `Port ${port} on 127.0.0.1 is in use by another program, so MongoDB cannot listen there.`,
  ],
  [
    /read-only (directory|file ?system)|Permission denied|Operation not permitted|EACCES|EROFS/i,
    ({ dataFolder }) =>
      `MongoDB may not write into the data folder ${dataFolder}: allow it, or set DATA_DIR elsewhere.`,
  ],
  [
    /featureCompatibilityVersion|UPGRADE PROBLEM|unsupported WiredTiger file version|requires newer software/i,
    ({ binary, dataFolder }) =>
      `The data in ${dataFolder} was written by another version of MongoDB than ${binary}: use that version (MONGOD_BINARY), or set DATA_DIR to another folder.`,
  ],
  [
    /WT_PANIC|WT_TRY_SALVAGE|file corruption|checksum error/i,
    ({ dataFolder }) => `The database files in ${dataFolder} are damaged: restore a backup, or set DATA_DIR elsewhere.`,
  ],
];

/** A line of mongod's log that is neither an error nor fatal; what is no log line comes from below it. */
const harmless = /^\{.*"s":"[^EF]\d?"/;

/** Turns what mongod said into one sentence; what is not recognised names the log. */
export function explainFailure(failure: MongodFailure): MongodError {
  const complaints = failure.output
    .split('\n')
    .filter((line) => !harmless.test(line))
    .join('\n');
  const known = causes.find(([pattern]) => pattern.test(complaints));
  const sentence = known?.[1](failure) ?? `MongoDB did not start; the reason is in ${failure.logFile}.`;
  return new MongodError(sentence, { cause: failure.cause });
}
