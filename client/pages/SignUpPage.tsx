import { type FormEvent, useState } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { useMutation } from 'urql';
import { AuthFrame } from '../features/session/AuthFrame.tsx';
import { FormErrors } from '../features/session/FormErrors.tsx';
import { useSession } from '../features/session/SessionProvider.tsx';
import { sessionGrantFragment, signUpMutation } from '../features/session/session-documents.ts';
import { useArrival } from '../features/session/use-arrival.ts';
import { useGrantForm } from '../features/session/use-grant-form.ts';
import { StartUp } from '../features/shell/StartUp.tsx';
import { readFragment } from '../gql/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';

export function SignUpPage() {
  const { status } = useSession();
  const arrival = useArrival();
  if (status === 'starting') return <StartUp />;
  return status === 'signed-in' ? <Navigate to={arrival} replace /> : <SignUpForm />;
}

function SignUpForm() {
  const location = useLocation();
  const [, signUp] = useMutation(signUpMutation);
  const { busy, errors, attempt } = useGrantForm(['name', 'email', 'password']);
  const [input, setInput] = useState({ name: '', email: '', password: '' });

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    void attempt(async () => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const result = await signUp({ input: { ...input, email: input.email.trim(), timeZone } });
      return { payload: readFragment(sessionGrantFragment, result.data?.signUp), error: result.error };
    });
  }

  return (
    <AuthFrame
      title="Create your account"
      text="Then connect your Jira and see where work waits."
      footer={
        <>
          Already have an account?{' '}
          <Link to="/sign-in" state={location.state} className="font-medium text-accent-text underline">
            Sign in
          </Link>
        </>
      }
    >
      <form noValidate onSubmit={onSubmit} className="space-y-4">
        <FormErrors messages={errors.form} />
        <Field
          label="Name"
          name="name"
          autoComplete="name"
          required
          value={input.name}
          error={errors.byField.name}
          onChange={(event) => setInput({ ...input, name: event.target.value })}
        />
        <Field
          label="Email"
          type="email"
          name="email"
          autoComplete="username"
          required
          value={input.email}
          error={errors.byField.email}
          onChange={(event) => setInput({ ...input, email: event.target.value })}
        />
        <Field
          label="Password"
          type="password"
          name="password"
          autoComplete="new-password"
          required
          hint="At least 8 characters, and not one of the passwords everybody tries first."
          value={input.password}
          error={errors.byField.password}
          onChange={(event) => setInput({ ...input, password: event.target.value })}
        />
        <Button type="submit" look="primary" className="w-full" busy={busy && 'Creating your account…'}>
          Create account
        </Button>
      </form>
    </AuthFrame>
  );
}
