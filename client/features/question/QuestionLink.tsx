import type { ComponentProps } from 'react';
import { Link, useLocation } from 'react-router';
import { withQuestion } from './with-question.ts';

interface QuestionLinkProps extends Omit<ComponentProps<typeof Link>, 'to'> {
  to: string;
}

/** A link to another page about the same scope, window and clock. */
export function QuestionLink({ to, ...rest }: QuestionLinkProps) {
  const { search } = useLocation();
  return <Link to={withQuestion(to, search)} {...rest} />;
}
