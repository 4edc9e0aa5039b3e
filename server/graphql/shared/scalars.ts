import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLEmailAddress, GraphQLLocalDate, GraphQLTimeZone, GraphQLURL } from 'graphql-scalars';

const described = (scalar: GraphQLScalarType, description: string): GraphQLScalarType =>
  new GraphQLScalarType({ ...scalar.toConfig(), description });

/** An instant, RFC 3339 in UTC. */
export const DateTime = described(GraphQLDateTime, 'An instant: RFC 3339, "2026-03-01T09:30:00.000Z".');
export const LocalDate = described(GraphQLLocalDate, 'A day of the viewer\'s calendar: "2026-03-01".');
export const TimeZone = described(GraphQLTimeZone, 'An IANA time zone: "Europe/Berlin".');
export const Url = described(GraphQLURL, 'An absolute address: "https://example.com/path".');
export const EmailAddress = described(GraphQLEmailAddress, 'An e-mail address.');
