import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { bareSchema } from './schema.ts';

/** Writes the schema's text to the file named on the command line. */
const [path = 'schema.graphql'] = process.argv.slice(2);
writeFileSync(path, `${printSchema(lexicographicSortSchema(bareSchema()))}\n`);
