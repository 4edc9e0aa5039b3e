import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { graphql } from '../../../gql/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useFormats } from '../../../ui/FormatProvider.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { failureWords } from '../../api/failure-words.ts';
import { noErrors, sortErrors } from '../../api/user-errors.ts';
import { FormErrors } from '../../session/FormErrors.tsx';
import { endOf, lifetimes, reachNotes, reachWords, type TokenReach } from './token-words.ts';

const createTokenMutation = graphql(`
  mutation CreateAccessToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      accessToken {
        id
        name
      }
      token
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** A token that has just been made, with its secret. */
export interface NewToken {
  readonly name: string;
  readonly secret: string;
}

interface NewTokenFormProps {
  onMade: (made: NewToken) => void;
  onCancel: () => void;
}

const fields = ['name', 'scopes', 'expiresInDays'];

/** A token as it shall be: what it is called, what it may do, for how long. */
export function NewTokenForm({ onMade, onCancel }: NewTokenFormProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const [, createToken] = useMutation(createTokenMutation);
  const [name, setName] = useState('');
  const [reach, setReach] = useState<TokenReach>('READ');
  const [days, setDays] = useState<number>(90);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState(noErrors);

  async function create() {
    setBusy(true);
    const result = await createToken({
      input: { name, scopes: reach === 'WRITE' ? ['READ', 'WRITE'] : ['READ'], expiresInDays: days },
    });
    setBusy(false);
    const payload = result.data?.createAccessToken;
    if (payload?.accessToken && payload.token) return onMade({ name: payload.accessToken.name, secret: payload.token });
    const told = payload?.userErrors ?? [];
    setErrors(
      told.length > 0
        ? sortErrors(told, fields)
        : { byField: {}, form: [failureWords(result.error ?? { graphQLErrors: [] })] },
    );
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!busy) void create();
  }

  return (
    <form noValidate onSubmit={onSubmit} className="space-y-4">
      <FormErrors messages={errors.form} />
      <Field
        label="Name"
        required
        maxLength={100}
        hint="The program it is for, so that you know what stops when you revoke it."
        value={name}
        error={errors.byField.name}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectField
        label="What it may do"
        hint={`${reachNotes[reach]} No token reaches your password, sessions, tokens or personal data.`}
        value={reach}
        error={errors.byField.scopes}
        onChange={(event) => setReach(event.target.value === 'WRITE' ? 'WRITE' : 'READ')}
      >
        <option value="READ">{reachWords.READ}</option>
        <option value="WRITE">{reachWords.WRITE}</option>
      </SelectField>
      <SelectField
        label="How long it is good"
        hint={`Until ${formats.date(endOf(now, days))}. A new password does not end it; revoking does.`}
        value={days}
        error={errors.byField.expiresInDays}
        onChange={(event) => setDays(Number(event.target.value))}
      >
        {lifetimes.map((lifetime) => (
          <option key={lifetime} value={lifetime}>
            {lifetime} days
          </option>
        ))}
      </SelectField>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look="primary" busy={busy && 'Creating…'}>
          Create token
        </Button>
      </div>
    </form>
  );
}
