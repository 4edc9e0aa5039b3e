import { dictionary } from '@zxcvbn-ts/language-common';

/** What people make up when they are asked for a new one here: too young, or too much ours, for lists of leaked ones. */
const ofThisPlace = `
  0123456789 0987654321 987654321 9876543210 111111111 1111111111 00000000 000000000 88888888 99999999 12341234
  123123123 123456a1 zaq1zaq1 aa12345678 password12345 password1! p@ssword p@ssw0rd1 pa$$word welcome1234
  admin1234 admin12345 root1234 test12345 changeme123 login123 user1234 guest123 summer2023 summer2024
  summer2025 summer2026 winter2023 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 autumn2026
  jira1234 atlassian quantumsprout
`;

/** The passwords that lists of leaked ones have in common, some 49,000, and what is easily guessed here; in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set([
  ...dictionary['passwords-common'].map((word) => String(word).toLowerCase()),
  ...ofThisPlace.trim().split(/\s+/),
]);
