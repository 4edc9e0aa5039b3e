import { GraphQLError, GraphQLScalarType } from 'graphql';
import {
  GraphQLCurrency,
  GraphQLDateTime,
  GraphQLEmailAddress,
  GraphQLLocalDate,
  GraphQLTimeZone,
  GraphQLURL,
} from 'graphql-scalars';

const described = (scalar: GraphQLScalarType, description: string): GraphQLScalarType =>
  new GraphQLScalarType({ ...scalar.toConfig(), description });

/** An instant, RFC 3339 in UTC. */
export const DateTime = described(GraphQLDateTime, 'An instant: RFC 3339, "2026-03-01T09:30:00.000Z".');
export const LocalDate = described(GraphQLLocalDate, 'A day of the viewer\'s calendar: "2026-03-01".');
export const TimeZone = described(GraphQLTimeZone, 'An IANA time zone: "Europe/Berlin".');
export const Url = described(GraphQLURL, 'An absolute address: "https://example.com/path".');
export const EmailAddress = described(GraphQLEmailAddress, 'An e-mail address.');
export const Currency = described(GraphQLCurrency, 'A currency: ISO 4217, "EUR".');

/** Long enough for every amount, and bounded. */
const decimalText = /^-?\d{1,20}(\.\d{1,10})?$/;

function readDecimal(value: unknown): string {
  if (typeof value === 'string' && decimalText.test(value)) return value;
  throw new GraphQLError('A decimal is a text of digits, with a point if need be: "1234.50".');
}

export const Decimal = new GraphQLScalarType({
  name: 'Decimal',
  description: 'A decimal number as text, so that no digit is lost: "1234.50".',
  serialize: readDecimal,
  parseValue: readDecimal,
  parseLiteral: (node) => readDecimal('value' in node ? node.value : null),
});
