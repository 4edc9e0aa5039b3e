import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Field } from '../../../ui/Field.tsx';
import { toast } from '../../../ui/toast.ts';
import { failureWords } from '../../api/failure-words.ts';
import { noErrors, sortErrors } from '../../api/user-errors.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import { useSessionKeeper } from '../../session/SessionProvider.tsx';

const deleteAccountMutation = graphql(`
  mutation DeleteAccount($input: DeleteAccountInput!) {
    deleteAccount(input: $input) {
      ok
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Password and address typed again, then everything goes, and so does the person: to the sign-up page. */
export function DeleteAccountCard() {
  const keeper = useSessionKeeper();
  const [, deleteAccount] = useMutation(deleteAccountMutation);
  const [input, setInput] = useState({ confirm: '', password: '' });
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState(noErrors);

  async function leave() {
    setBusy(true);
    const result = await deleteAccount({ input });
    setBusy(false);
    const payload = result.data?.deleteAccount;
    if (payload?.ok) {
      toast.success('Account deleted', { description: 'Nobody can sign in to it any more.' });
      return keeper.forget('deleted');
    }
    const told = payload?.userErrors ?? [];
    setErrors(
      told.length > 0
        ? sortErrors(told, ['confirm', 'password'])
        : { byField: {}, form: [failureWords(result.error ?? { graphQLErrors: [] })] },
    );
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!busy) void leave();
  }

  return (
    <Card
      className="border-danger"
      title="Delete account"
      description="Your account, its tokens and log, the Jira connection and everything that was read or made here are deleted. It cannot be undone. Nothing changes in Jira."
    >
      <form noValidate onSubmit={onSubmit} className="max-w-sm space-y-4">
        <FormErrors messages={errors.form} />
        <Field
          label="Your email address"
          type="email"
          autoComplete="off"
          required
          hint="Typed again, so that nobody does this by accident."
          value={input.confirm}
          error={errors.byField.confirm}
          onChange={(event) => setInput({ ...input, confirm: event.target.value })}
        />
        <Field
          label="Your password"
          type="password"
          autoComplete="current-password"
          required
          value={input.password}
          error={errors.byField.password}
          onChange={(event) => setInput({ ...input, password: event.target.value })}
        />
        <Button type="submit" look="danger" busy={busy && 'Deleting…'}>
          Delete account for good
        </Button>
      </form>
    </Card>
  );
}
