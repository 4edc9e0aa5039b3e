import { closeSync, existsSync, openSync, renameSync, writeSync } from 'node:fs';

/** Two files of this size at most are kept. */
const defaultLimitBytes = 5_000_000;

/**
 * The log of one mongod: starts empty, the one before it stays beside it as `<path>.previous`, and when it is full it
 * takes that place itself. mongod cannot write it on its own, since the process that starts it reads its output.
 */
export class LogFile {
  readonly path: string;
  readonly #limitBytes: number;
  #writtenBytes = 0;
  /** Null once closed. */
  #file: number | null;

  constructor(path: string, limitBytes = defaultLimitBytes) {
    this.path = path;
    this.#limitBytes = limitBytes;
    this.#file = this.#open();
  }

  /** A line that cannot be written (the disk is full) is lost: the log must not take the database's process down. */
  write(line: string): void {
    if (this.#file === null) return;
    if (this.#writtenBytes > this.#limitBytes) {
      closeSync(this.#file);
      this.#file = this.#open();
      this.#writtenBytes = 0;
    }
    try {
      this.#writtenBytes += writeSync(this.#file, `${line}\n`);
    } catch {
      this.#writtenBytes += line.length;
    }
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #open(): number {
    if (existsSync(this.path)) renameSync(this.path, `${this.path}.previous`);
    return openSync(this.path, 'w');
  }
}
