import { type FormEvent, useState } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { useMutation } from 'urql';
import { AuthFrame } from '../features/session/AuthFrame.tsx';
import { FormErrors } from '../features/session/FormErrors.tsx';
import { useSession } from '../features/session/SessionProvider.tsx';
import { sessionGrantFragment, signInMutation } from '../features/session/session-documents.ts';
import { useArrival } from '../features/session/use-arrival.ts';
import { useGrantForm } from '../features/session/use-grant-form.ts';
import { StartUp } from '../features/shell/StartUp.tsx';
import { readFragment } from '../gql/index.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';

export function SignInPage() {
  const { status } = useSession();
  const arrival = useArrival();
  if (status === 'starting') return <StartUp />;
  return status === 'signed-in' ? <Navigate to={arrival} replace /> : <SignInForm />;
}

function SignInForm() {
  const location = useLocation();
  const [, signIn] = useMutation(signInMutation);
  const { busy, errors, attempt } = useGrantForm(['email', 'password']);
  const [input, setInput] = useState({ email: '', password: '' });

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    void attempt(async () => {
      const result = await signIn({ input: { ...input, email: input.email.trim() } });
      return { payload: readFragment(sessionGrantFragment, result.data?.signIn), error: result.error };
    });
  }

  return (
    <AuthFrame
      title="Sign in"
      text="Welcome back. See where work waits today."
      footer={
        <>
          New here?{' '}
          <Link to="/sign-up" state={location.state} className="font-medium text-accent-text underline">
            Create an account
          </Link>
        </>
      }
    >
      <form noValidate onSubmit={onSubmit} className="space-y-4">
        <FormErrors messages={errors.form} />
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
          autoComplete="current-password"
          required
          value={input.password}
          error={errors.byField.password}
          onChange={(event) => setInput({ ...input, password: event.target.value })}
        />
        <Button type="submit" look="primary" className="w-full" busy={busy && 'Signing in…'}>
          Sign in
        </Button>
      </form>
    </AuthFrame>
  );
}
