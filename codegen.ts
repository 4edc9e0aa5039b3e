import type { CodegenConfig } from '@graphql-codegen/cli';

/** Client types and documents, made from the schema the server emits. Run by `npm run generate`. */
const config: CodegenConfig = {
  schema: './schema.graphql',
  documents: ['client/**/*.{ts,tsx}', '!client/gql/**', '!client/dist/**'],
  ignoreNoDocuments: true,
  importExtension: '.ts',
  generates: {
    './client/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: {
          DateTime: 'string',
          LocalDate: 'string',
          TimeZone: 'string',
          URL: 'string',
          EmailAddress: 'string',
          Currency: 'string',
          Decimal: 'string',
        },
      },
    },
    './client/gql/introspection.json': { plugins: ['urql-introspection'] },
  },
};

export default config;
