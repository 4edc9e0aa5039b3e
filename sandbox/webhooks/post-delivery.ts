import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** How long an endpoint may take to be connected, and then to answer (JIRA-CLOUD.md 2.6: 5 and 20 seconds). */
export interface AnswerLimits {
  readonly connectMs: number;
  readonly answerMs: number;
}

/** Posts a body and gives the status of the answer; 0 when there was no connection or no whole answer in time. */
export function postDelivery(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  limits: AnswerLimits,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve) => {
    const bytes = Buffer.from(body);
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
    // A connection of its own: one that is kept alive may have been closed on the other side by the next event.
    const request = start(url, {
      method: 'POST',
      agent: false,
      signal,
      headers: { ...headers, 'content-length': bytes.length },
    });
    const giveUp = () => request.destroy();
    let timer = setTimeout(giveUp, limits.connectMs);
    const end = (status: number) => {
      clearTimeout(timer);
      resolve(status);
    };
    request.on('socket', (socket) => {
      socket.once('connect', () => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, limits.answerMs);
      });
    });
    request.on('response', (answer) => {
      answer.on('end', () => end(answer.statusCode ?? 0));
      answer.on('error', () => end(0));
      answer.resume();
    });
    // Why there is no answer makes no difference to Jira: each failure is an attempt that may be repeated.
    request.on('error', () => end(0));
    request.on('close', () => end(0));
    request.end(bytes);
  });
}

/** Whether an address is on this machine by its very name. The sandbox calls no other. */
export function isLoopback(url: URL): boolean {
  const { hostname } = url;
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
