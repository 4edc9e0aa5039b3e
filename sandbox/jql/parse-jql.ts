import { JqlError } from './jql-error.ts';
import type { Clause, Operand, Operator, OrderTerm, Query } from './syntax.ts';
import { cutTokens, type Token } from './tokens.ts';

/** Reads the subset of JQL that connectors use. Throws JqlError with the recorded texts (JIRA-CLOUD.md 2.1). */
export function parseJql(jql: string): Query {
  return new Parser(cutTokens(jql)).query();
}

const comparisons: readonly string[] = ['=', '!=', '>=', '<=', '>', '<', '~', '!~'];

class Parser {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  query(): Query {
    const where = this.#peek() && !this.#isWord('order') ? this.#or() : undefined;
    const order = this.#isWord('order') ? this.#order() : [];
    const left = this.#peek();
    if (left) {
      throw new JqlError(
        `Error in the JQL Query: Expecting either 'OR' or 'AND' but got '${left.text}'. (line 1, character ${left.at})`,
      );
    }
    return where ? { where, order } : { order };
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#position];
  }

  #isWord(word: string): boolean {
    const token = this.#peek();
    return token?.kind === 'word' && token.text.toLowerCase() === word;
  }

  #isSymbol(symbol: string): boolean {
    const token = this.#peek();
    return token?.kind === 'symbol' && token.text === symbol;
  }

  #take(isNext: boolean): boolean {
    if (isNext) this.#position += 1;
    return isNext;
  }

  #or(): Clause {
    const of = [this.#and()];
    while (this.#take(this.#isWord('or'))) of.push(this.#and());
    return of.length === 1 && of[0] ? of[0] : { kind: 'or', of };
  }

  #and(): Clause {
    const of = [this.#not()];
    while (this.#take(this.#isWord('and'))) of.push(this.#not());
    return of.length === 1 && of[0] ? of[0] : { kind: 'and', of };
  }

  #not(): Clause {
    if (this.#take(this.#isWord('not'))) return { kind: 'not', of: this.#not() };
    if (!this.#take(this.#isSymbol('('))) return this.#term();
    const inner = this.#or();
    this.#close();
    return inner;
  }

  #close(): void {
    if (this.#take(this.#isSymbol(')'))) return;
    const token = this.#peek();
    throw new JqlError(
      token
        ? `Error in the JQL Query: Expecting either 'OR' or 'AND' but got '${token.text}'. (line 1, character ${token.at})`
        : `Error in the JQL Query: Expecting ')' before the end of the query.`,
    );
  }

  #term(): Clause {
    const field = this.#peek();
    if (!field) throw new JqlError('Error in the JQL Query: Expecting a field name at the end of the query.');
    if (field.kind === 'symbol') {
      throw new JqlError(
        `Error in the JQL Query: Expecting a field name but got '${field.text}'. You must surround '${field.text}' in quotation marks to use it as a field name. (line 1, character ${field.at})`,
      );
    }
    this.#position += 1;
    const operator = this.#operator();
    const operands = operator === 'in' || operator === 'not in' ? this.#list() : [this.#operand()];
    return { kind: 'term', field: field.text.toLowerCase(), operator, operands };
  }

  #operator(): Operator {
    const token = this.#peek();
    const valid = `The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'.`;
    if (!token) {
      throw new JqlError(`Error in the JQL Query: Expecting operator before the end of the query. ${valid}`);
    }
    if (token.kind === 'symbol' && comparisons.includes(token.text)) {
      this.#position += 1;
      return token.text as Operator;
    }
    if (this.#take(this.#isWord('in'))) return 'in';
    if (this.#take(this.#isWord('is'))) return this.#take(this.#isWord('not')) ? 'is not' : 'is';
    if (this.#take(this.#isWord('not')) && this.#take(this.#isWord('in'))) return 'not in';
    throw new JqlError(
      `Error in the JQL Query: Expecting operator but got '${token.text}'. ${valid} (line 1, character ${token.at})`,
    );
  }

  #list(): Operand[] {
    if (!this.#take(this.#isSymbol('('))) return [this.#operand()];
    const operands = [this.#operand()];
    while (this.#take(this.#isSymbol(','))) operands.push(this.#operand());
    const token = this.#peek();
    if (!this.#take(this.#isSymbol(')'))) {
      throw new JqlError(
        token
          ? `Error in the JQL Query: Expecting ',' or ')' but got '${token.text}'. (line 1, character ${token.at})`
          : `Error in the JQL Query: Expecting ')' before the end of the query.`,
      );
    }
    return operands;
  }

  #operand(): Operand {
    const token = this.#peek();
    if (!token) {
      throw new JqlError('Error in JQL Query: Expecting either a value, list or function before the end of the query.');
    }
    if (token.kind === 'symbol') {
      throw new JqlError(
        `Error in JQL Query: Expecting either a value, list or function but got '${token.text}'. You must surround '${token.text}' in quotation marks to use it as a value. (line 1, character ${token.at})`,
      );
    }
    this.#position += 1;
    if (token.kind === 'word' && this.#take(this.#isSymbol('('))) return this.#call(token.text);
    const isEmpty = token.kind === 'word' && ['empty', 'null'].includes(token.text.toLowerCase());
    return isEmpty ? { kind: 'empty' } : { kind: 'value', text: token.text, isQuoted: token.kind === 'quoted' };
  }

  #call(name: string): Operand {
    const args: string[] = [];
    while (!this.#isSymbol(')')) {
      const token = this.#peek();
      if (!token) throw new JqlError(`Error in the JQL Query: Expecting ')' before the end of the query.`);
      if (token.text !== ',') args.push(token.text);
      this.#position += 1;
    }
    this.#position += 1;
    return { kind: 'call', name: name.toLowerCase(), args };
  }

  #order(): OrderTerm[] {
    this.#position += 1;
    if (!this.#take(this.#isWord('by'))) {
      throw new JqlError(`Error in the JQL Query: Expecting 'BY' after 'ORDER'.`);
    }
    const terms: OrderTerm[] = [];
    do {
      const field = this.#peek();
      if (!field) throw new JqlError('Error in the JQL Query: Expecting a field name at the end of the query.');
      this.#position += 1;
      const descending = this.#take(this.#isWord('desc'));
      if (!descending) this.#take(this.#isWord('asc'));
      terms.push({ field: field.text.toLowerCase(), descending });
    } while (this.#take(this.#isSymbol(',')));
    if (terms.length > 7) {
      throw new JqlError('The maximum number of fields allowed in the ORDER BY clause is 7.');
    }
    return terms;
  }
}
