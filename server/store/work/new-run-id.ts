import { Types } from 'mongoose';

/** An id for what is stored outside any run. */
export function newRunId(): string {
  return new Types.ObjectId().toHexString();
}
