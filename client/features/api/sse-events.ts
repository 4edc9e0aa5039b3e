/** One event of a text/event-stream, as the HTML standard names its parts. */
export interface SseEvent {
  readonly event: string;
  readonly payload: string;
}

/** Takes the complete events off the front of a buffer; what is left may be half an event. */
export function takeSseEvents(buffer: string): { readonly events: readonly SseEvent[]; readonly rest: string } {
  const blocks = buffer.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  return { events: blocks.map(readBlock).filter((event) => event !== null), rest };
}

/** A block of comments only (a keep-alive) is no event. */
function readBlock(block: string): SseEvent | null {
  let event = 'message';
  const payload: string[] = [];
  let named = false;
  for (const line of block.split('\n')) {
    if (line.startsWith(':')) continue;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      event = value;
      named = true;
    } else if (field === 'data') payload.push(value);
  }
  return named || payload.length > 0 ? { event, payload: payload.join('\n') } : null;
}

/** Reads a response body event by event until it ends. */
export async function* readSseEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<SseEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  try {
    for (;;) {
      const chunk = await reader.read();
      if (chunk.done) return;
      const taken = takeSseEvents(buffer + decoder.decode(chunk.value, { stream: true }));
      buffer = taken.rest;
      yield* taken.events;
    }
  } finally {
    // Only an abandoned stream is cancelled; cancelling a finished one does nothing, an aborted one has told its error already.
    await reader.cancel().catch(() => undefined);
  }
}
