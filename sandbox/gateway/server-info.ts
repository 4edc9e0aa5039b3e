import { jsonAnswer } from '../http/answers.ts';
import type { Answer } from '../http/exchange.ts';
import type { GatewayCall } from './gateway-call.ts';

/** GET /serverInfo */
export function serverInfo(call: GatewayCall): Answer {
  const { url, timeZone } = call.state.catalog;
  return jsonAnswer(200, {
    baseUrl: url,
    version: '1001.0.0-SNAPSHOT',
    versionNumbers: [1001, 0, 0],
    deploymentType: 'Cloud',
    buildNumber: 100_289,
    buildDate: '2026-09-21T08:12:44.000+0000',
    serverTime: call.state.zone.write(call.at),
    scmInfo: '0000000000000000000000000000000000000000',
    serverTitle: 'Jira',
    serverTimeZone: timeZone,
  });
}
