import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { toast } from '../../ui/toast.ts';
import { FormErrors } from '../session/FormErrors.tsx';
import { sessionGrantFragment } from '../session/session-documents.ts';
import { useGrantForm } from '../session/use-grant-form.ts';

const changePasswordMutation = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ...SessionGrant_payload
    }
  }
`);

const empty = { currentPassword: '', newPassword: '' };

/** A new password signs out every other session; this one gets a new token. */
export function PasswordForm() {
  const [, changePassword] = useMutation(changePasswordMutation);
  const { busy, errors, attempt } = useGrantForm(['currentPassword', 'newPassword']);
  const [input, setInput] = useState(empty);

  async function submit() {
    const changed = await attempt(async () => {
      const result = await changePassword({ input });
      return { payload: readFragment(sessionGrantFragment, result.data?.changePassword), error: result.error };
    });
    if (!changed) return;
    setInput(empty);
    toast.success('Password changed', { description: 'Other sessions have been signed out.' });
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!busy) void submit();
  }

  return (
    <Card title="Password" description="Changing it signs out your other sessions.">
      <form noValidate onSubmit={onSubmit} className="max-w-sm space-y-4">
        <FormErrors messages={errors.form} />
        <Field
          label="Current password"
          type="password"
          autoComplete="current-password"
          required
          value={input.currentPassword}
          error={errors.byField.currentPassword}
          onChange={(event) => setInput({ ...input, currentPassword: event.target.value })}
        />
        <Field
          label="New password"
          type="password"
          autoComplete="new-password"
          required
          hint="At least 8 characters, and not one of the passwords everybody tries first."
          value={input.newPassword}
          error={errors.byField.newPassword}
          onChange={(event) => setInput({ ...input, newPassword: event.target.value })}
        />
        <Button type="submit" look="primary" busy={busy && 'Changing…'}>
          Change password
        </Button>
      </form>
    </Card>
  );
}
