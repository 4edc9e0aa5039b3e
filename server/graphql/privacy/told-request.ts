import type { OwnDataRequest } from '../../store/repository/data-requests.ts';
import type { Context } from '../context.ts';
import { DataRequestNode } from './data-request-types.ts';

/** A request as its owner sees it, with the whole address of its archive. */
export function toldRequest({ downloadPath, ...request }: OwnDataRequest, { appUrl }: Pick<Context, 'appUrl'>) {
  const { subject } = request;
  return new DataRequestNode({
    ...request,
    subjectText: subject.of === 'VIEWER' ? 'me' : subject.personId,
    downloadUrl: downloadPath === null ? null : `${appUrl}${downloadPath}`,
  });
}
