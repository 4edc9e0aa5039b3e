import type { AnyVariables, TypedDocumentNode } from 'urql';
import type { WarningIssues_WarningFragmentDoc } from '../../gql/graphql.ts';
import type { FragmentType } from '../../gql/index.ts';
import type { QuestionVariables } from '../question/question.ts';

type Warning = { readonly code: string } & FragmentType<typeof WarningIssues_WarningFragmentDoc>;

/** What every query of warnings is asked with; `first` is how many issues of each. */
type Always = QuestionVariables & { readonly first: number };

/** The report whose basis is meant: how its warnings are asked for again, with the issues behind them. */
export interface BasisOf {
  readonly query: TypedDocumentNode<unknown, AnyVariables>;
  /** What the report is asked with besides the question of the page. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly warningsIn: (answer: unknown) => readonly Warning[] | undefined;
}

/** `warningsIn` finds the warnings in the answer of `query`, which spreads `WarningIssues_warning` on each of them. */
export function basisOf<Answer, Variables extends AnyVariables>(
  query: TypedDocumentNode<Answer, Variables>,
  variables: Omit<Variables, keyof Always>,
  warningsIn: (answer: Answer) => readonly Warning[] | undefined,
): BasisOf {
  // Whose answer it is cannot be said by a type once reports of all kinds are asked in one place.
  return {
    query: query as TypedDocumentNode<unknown, AnyVariables>,
    variables,
    warningsIn: warningsIn as BasisOf['warningsIn'],
  };
}
