import { createConnection } from 'mongoose';
import { until } from './until.ts';
import type { World } from './world.ts';

/** Waits until no connection is left that is being given up. */
export async function settle(world: World): Promise<void> {
  const database = await createConnection(world.databaseUri).asPromise();
  try {
    const leaving = () => database.db?.collection('connections').countDocuments({ status: 'DISCONNECTING' });
    await until(
      async () => (await leaving()) ?? 0,
      (count) => count === 0,
      60,
    );
  } finally {
    await database.close();
  }
}
