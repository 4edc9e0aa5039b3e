import { useState } from 'react';
import { useMutation } from 'urql';
import type { DataSubjectInput } from '../../../gql/graphql.ts';
import { graphql } from '../../../gql/index.ts';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';

const exportMutation = graphql(`
  mutation ExportPersonalData($input: DataSubjectInput!) {
    exportPersonalData(input: $input) {
      dataRequest {
        id
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Asks for an archive of somebody's personal data; whether it is being asked for, and what does so. */
export function useExport(): readonly [boolean, (input: DataSubjectInput) => Promise<void>] {
  const [, exportPersonalData] = useMutation(exportMutation);
  const [busy, setBusy] = useState(false);

  async function ask(input: DataSubjectInput) {
    setBusy(true);
    const result = await exportPersonalData({ input });
    setBusy(false);
    const payload = result.data?.exportPersonalData;
    if (payload?.dataRequest)
      return toast.success('Export asked for', { description: 'Its download appears among the requests.' });
    const description = payload?.userErrors[0]?.message ?? failureWords(result.error ?? { graphQLErrors: [] });
    toast.error('The export was not asked for', { description });
  }

  return [busy, ask];
}
