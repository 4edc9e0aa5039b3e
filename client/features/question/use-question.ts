import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Question, type QuestionVariables, questionVariables, readQuestion, writeQuestion } from './question.ts';

interface UsedQuestion {
  readonly question: Question;
  readonly variables: QuestionVariables;
  readonly ask: (change: Partial<Question>) => void;
}

/** The question in the address, and how to ask another one. Back goes to the one before. */
export function useQuestion(): UsedQuestion {
  const [search, setSearch] = useSearchParams();
  const question = useMemo(() => readQuestion(search), [search]);
  const variables = useMemo(() => questionVariables(question), [question]);
  const ask = useCallback(
    (change: Partial<Question>) => setSearch((now) => writeQuestion(now, { ...readQuestion(now), ...change })),
    [setSearch],
  );
  return { question, variables, ask };
}
