/** A value as written: quoted or not decides whether digits are epoch milliseconds. */
export type Operand =
  | { readonly kind: 'value'; readonly text: string; readonly isQuoted: boolean }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: 'empty' };

export type Operator = '=' | '!=' | '>=' | '<=' | '>' | '<' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not';

export type Clause =
  | { readonly kind: 'and'; readonly of: readonly Clause[] }
  | { readonly kind: 'or'; readonly of: readonly Clause[] }
  | { readonly kind: 'not'; readonly of: Clause }
  | {
      readonly kind: 'term';
      /** In lower case. */
      readonly field: string;
      readonly operator: Operator;
      readonly operands: readonly Operand[];
    };

export interface OrderTerm {
  readonly field: string;
  readonly descending: boolean;
}

export interface Query {
  /** Absent when nothing restricts the query: it is unbounded then. */
  readonly where?: Clause;
  readonly order: readonly OrderTerm[];
}
