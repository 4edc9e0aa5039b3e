import { MongoInstance } from 'mongodb-memory-server-core';

/**
 * A MongoInstance that reads mongod's output line by line. The library takes whatever piece the pipe delivers, and
 * parses it as one JSON text when it holds a refused start: with two lines in a piece that throws where nobody can
 * catch it.
 */
export class LineWiseInstance extends MongoInstance {
  #rest = '';

  override stdoutHandler(chunk: string | Buffer): void {
    const lines = `${this.#rest}${chunk.toString()}`.split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) super.stdoutHandler(line);
  }
}
