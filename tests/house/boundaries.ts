export interface Boundary {
  /** A folder or a file; the longest that fits a path is the one that counts. */
  readonly place: string;
  /** Folders and files of ours that it may import, besides itself. */
  readonly ours: readonly string[];
  /** Packages; `any` but those that belong to another place. */
  readonly packages: readonly string[] | 'any';
  readonly node: boolean;
}

/** Whom each place may know. What is not said is forbidden. */
export const boundaries: readonly Boundary[] = [
  { place: 'server/domain', ours: [], packages: [], node: false },
  // Chance has distributions of its own, and money digits; nothing that reads, waits or remembers may come in here.
  { place: 'server/analytics', ours: ['server/domain'], packages: ['d3-random', 'decimal.js'], node: false },
  {
    place: 'server/auth',
    ours: ['server/domain'],
    packages: ['@node-rs/argon2', '@zxcvbn-ts/language-common', 'jsonwebtoken', 'zod'],
    node: true,
  },
  {
    place: 'server/jira',
    ours: ['server/domain', 'server/sync/source.ts', 'server/sync/authorization.ts'],
    packages: ['jose', 'zod'],
    node: true,
  },
  // A password is checked and changed where its hash is kept, in one transaction.
  {
    place: 'server/store',
    ours: ['server/domain', 'server/auth/session.ts', 'server/auth/password.ts'],
    packages: ['dataloader', 'lru-cache', 'mongodb', 'mongoose', 'rate-limiter-flexible', 'zod'],
    node: true,
  },
  // Accounts are where passwords and tokens are checked against what is kept of them.
  {
    place: 'server/store/accounts',
    ours: ['server/domain', 'server/auth', 'server/store'],
    packages: ['mongoose', 'rate-limiter-flexible', 'zod'],
    node: true,
  },
  {
    place: 'server/sync',
    ours: ['server/domain', 'server/store/repository', 'server/store/work'],
    packages: ['zod'],
    node: true,
  },
  {
    place: 'server/graphql',
    ours: [
      'server/domain',
      'server/analytics',
      'server/auth',
      'server/store/repository',
      'server/store/accounts',
      'server/sync',
    ],
    packages: 'any',
    node: true,
  },
  // What a webhook is and who signs it is Jira's matter; that it comes by HTTP is not.
  { place: 'server/http', ours: ['server/domain', 'server/jira/webhooks'], packages: 'any', node: true },
  {
    place: 'server/mongod',
    ours: [],
    packages: ['mongodb', 'mongodb-memory-server-core', 'tar', 'zod'],
    node: true,
  },
  { place: 'server', ours: ['server'], packages: 'any', node: true },
  { place: 'sandbox', ours: [], packages: ['jose', 'zod'], node: true },
  {
    place: 'client/ui',
    ours: [],
    packages: [
      'clsx',
      'cmdk',
      'echarts',
      'lucide-react',
      'radix-ui',
      'react',
      'react-dom',
      'react-router',
      'sonner',
      'tailwind-merge',
    ],
    node: false,
  },
  { place: 'client/features', ours: ['client/ui', 'client/gql'], packages: 'any', node: false },
  { place: 'client/pages', ours: ['client/ui', 'client/features', 'client/gql'], packages: 'any', node: false },
  { place: 'client', ours: ['client'], packages: 'any', node: false },
  // What makes the client, and is not in it.
  { place: 'client/build', ours: [], packages: 'any', node: true },
  { place: 'tests', ours: [''], packages: 'any', node: true },
  { place: 'bench', ours: ['server', 'sandbox', 'scripts'], packages: 'any', node: true },
  { place: 'scripts', ours: [], packages: 'any', node: true },
  // The files of the root: configuration of tools.
  { place: '', ours: [], packages: 'any', node: true },
];

/** Packages that belong to one place, whatever `any` says elsewhere. Tests and benchmarks may have them too. */
export const ownedPackages: Readonly<Record<string, readonly string[]>> = {
  mongoose: ['server/store'],
  mongodb: ['server/mongod', 'server/store'],
  'mongodb-memory-server-core': ['server/mongod'],
  jsonwebtoken: ['server/auth'],
  vitest: [''],
};
